import type { HttpResult, LogEntry, SessionEnd, Unsaid } from '@parley/runtime/engine'
import { ArrowRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { t } from '../i18n/t.ts'
import { cn } from '../ui/cn.ts'
import { formatDuration } from './formatDuration.ts'
import type { NodeWords } from './useNodeWords.ts'

/** Everything in the conversation that is not a message. */
export type QuietEntry = Exclude<LogEntry, { type: 'sent' | 'received' | 'setUp' | 'waited' }>

/** A quiet line between the messages that says what happened, with the way to the node that it is about. */
export function LogLine({
  entry,
  words,
  onGoTo,
  isRemembered,
  onForget,
}: {
  entry: QuietEntry
  words: NodeWords
  onGoTo: (nodeId: string) => void
  /** True when this node's requests are answered by themselves. */
  isRemembered: (nodeId: string) => boolean
  onForget: (nodeId: string) => void
}) {
  const { tone, text, nodeId } = describe(entry, words)
  return (
    <div className="my-3 flex flex-col items-center gap-1 px-2 text-center">
      <p className={cn('max-w-full rounded-card px-3 py-1.5 text-xs shadow-card', TONES[tone])}>
        {text}
        {nodeId !== null && words.hasNode(nodeId) && (
          <>
            {' '}
            <Link onClick={() => onGoTo(nodeId)}>
              {t('simulator.showNode')}
              <ArrowRight className="ms-0.5 inline size-3 rtl:-scale-x-100" aria-hidden />
            </Link>
          </>
        )}
      </p>
      {entry.type === 'called' && entry.result.outcome === 'answered' && (
        <Answer result={entry.result} />
      )}
      {entry.type === 'called' && isRemembered(entry.nodeId) && (
        <Link onClick={() => onForget(entry.nodeId)}>{t('simulator.askAgain')}</Link>
      )}
    </div>
  )
}

const Link = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button
    type="button"
    onClick={onClick}
    className="rounded text-xs font-medium whitespace-nowrap underline underline-offset-2"
  >
    {children}
  </button>
)

function Answer({ result }: { result: Extract<HttpResult, { outcome: 'answered' }> }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="rounded text-xs text-bubble-meta underline underline-offset-2"
      >
        {t('simulator.showAnswer')}
      </button>
      {isOpen && (
        <pre className="max-h-56 w-full overflow-auto rounded-card bg-surface p-3 text-start text-xs text-ink shadow-card">
          {typeof result.body === 'string' ? result.body : JSON.stringify(result.body, null, 2)}
        </pre>
      )}
    </>
  )
}

const TONES = {
  quiet: 'bg-surface text-ink-muted',
  warning: 'bg-warning-soft text-on-warning-soft',
  danger: 'bg-danger-soft text-on-danger-soft',
} as const

interface Description {
  readonly tone: keyof typeof TONES
  readonly text: string
  readonly nodeId: string | null
}

const line = (
  text: string,
  { tone = 'quiet', nodeId = null }: Partial<Description> = {},
): Description => ({ tone, text, nodeId })

function describe(entry: QuietEntry, words: NodeWords): Description {
  switch (entry.type) {
    case 'started':
      return line(
        entry.nodeId === null
          ? t('simulator.log.started')
          : t('simulator.log.startedAt', { name: words.titleOf(entry.nodeId) }),
      )
    case 'unsaid':
      return describeUnsaid(entry.reason, entry.nodeId, words)
    case 'noTrigger':
      return line(t('simulator.log.noTrigger'), { tone: 'warning' })
    case 'skipped':
      return line(t('simulator.log.skipped', { duration: formatDuration(entry.ms) }))
    case 'handedOver':
      return line(
        entry.to
          ? t('simulator.log.handedOverTo', { name: entry.to })
          : t('simulator.log.handedOver'),
      )
    case 'handedBack':
      return line(t('simulator.log.handedBack'))
    case 'called':
      return describeResult(entry.result)
    case 'ended': {
      const { end, unfinished } = entry
      if (!unfinished) return describeEnd(end, words)
      const { nodeId, message } = unfinished
      const text = t('simulator.log.unfinished', { node: words.titleOf(nodeId), problem: message })
      return line(text, { tone: 'danger', nodeId })
    }
  }
}

function describeUnsaid(reason: Unsaid, nodeId: string, words: NodeWords): Description {
  const node = words.titleOf(nodeId)
  const text =
    reason.type === 'notFilled'
      ? t('simulator.unsaid.notFilled', { node, problem: reason.problem })
      : t(`simulator.unsaid.${reason.type}`, { node })
  return line(text, { tone: 'warning', nodeId })
}

function describeResult(result: HttpResult): Description {
  switch (result.outcome) {
    case 'answered':
      return line(t('simulator.log.answered', { status: String(result.status) }))
    case 'failed':
      return line(t('simulator.log.failed', { reason: result.reason }), { tone: 'warning' })
    case 'timedOut':
      return line(t('simulator.log.timedOut'), { tone: 'warning' })
  }
}

function describeEnd(end: SessionEnd, words: NodeWords): Description {
  switch (end.reason) {
    case 'finished':
      return line(t('simulator.log.finished'))
    case 'interrupted':
      return line(t('simulator.log.interrupted'))
    case 'error':
      return line(t('simulator.log.error', { message: end.message }), { tone: 'danger' })
    case 'loop': {
      const [nodeId = null] = end.nodeIds
      return line(t('simulator.log.loop'), { tone: 'danger', nodeId })
    }
    case 'deadEnd': {
      const { nodeId, handle } = end
      const node = words.titleOf(nodeId)
      const text =
        handle === ''
          ? t('simulator.log.jumpLost', { node })
          : t('simulator.log.deadEnd', { node, handle: words.handleOf(nodeId, handle) })
      return line(text, { tone: 'warning', nodeId })
    }
  }
}
