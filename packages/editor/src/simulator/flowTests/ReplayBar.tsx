import {
  ArrowRight,
  CircleCheck,
  CircleX,
  Pause,
  Play,
  RotateCcw,
  StepForward,
  X,
} from 'lucide-react'
import { useEffect, useRef } from 'react'
import { t } from '../../i18n/t.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { failureWords } from './failureWords.ts'
import type { Replay, Replayer } from './replay.ts'

/** How far a test is that is played in the phone, and what can be done about it. */
export function ReplayBar({
  replay: { test, walk, status },
  replayer,
  onGoTo,
  onClose,
}: {
  replay: Replay
  replayer: Pick<Replayer, 'begin' | 'pause' | 'play' | 'next'>
  onGoTo: (nodeId: string) => void
  onClose: () => void
}) {
  const main = useRef<HTMLButtonElement>(null)
  useEffect(() => main.current?.focus(), [test])
  const { lines, done, failure } = walk
  const nodeId = failure?.nodeId ?? null
  const isOver = status === 'passed' || status === 'failed'
  return (
    <section
      aria-label={t('flowTests.replay.label')}
      className="border-t border-line bg-surface px-3 py-2"
    >
      <div className="flex items-center gap-1">
        <p className="min-w-0 flex-1 text-[0.8125rem]">
          <span className="block truncate font-medium text-ink" dir="auto">
            {test.name}
          </span>
          <span className="block text-xs text-ink-muted">
            {t('flowTests.replay.progress', { done, count: lines.length })}
          </span>
        </p>
        <IconButton
          ref={main}
          size="sm"
          {...(isOver
            ? {
                label: t('flowTests.replay.again'),
                icon: <RotateCcw />,
                onClick: () => replayer.begin(test),
              }
            : status === 'playing'
              ? { label: t('flowTests.replay.pause'), icon: <Pause />, onClick: replayer.pause }
              : {
                  label: t('flowTests.replay.goOn'),
                  icon: <Play className="rtl:-scale-x-100" />,
                  onClick: replayer.play,
                })}
        />
        {!isOver && (
          <IconButton
            size="sm"
            label={t('flowTests.replay.next')}
            icon={<StepForward className="rtl:-scale-x-100" />}
            onClick={() => {
              replayer.pause()
              replayer.next()
            }}
          />
        )}
        <IconButton size="sm" label={t('flowTests.replay.close')} icon={<X />} onClick={onClose} />
      </div>
      {/* The words above say the same. */}
      <div aria-hidden className="my-1.5 h-1 overflow-hidden rounded-full bg-sunken">
        <div
          className="h-full bg-primary"
          style={{ width: `${(100 * done) / Math.max(1, lines.length)}%` }}
        />
      </div>
      {isOver ? (
        <output className="flex items-start gap-1.5 text-xs font-medium">
          {failure ? (
            <CircleX className="mt-px size-3.5 shrink-0 text-danger" aria-hidden />
          ) : (
            <CircleCheck className="mt-px size-3.5 shrink-0 text-success" aria-hidden />
          )}
          <span className="max-h-24 min-w-0 flex-1 overflow-y-auto break-words whitespace-pre-wrap text-ink">
            {failure ? failureWords(failure) : t('flowTests.replay.passed')}
          </span>
          {nodeId !== null && (
            <button
              type="button"
              onClick={() => onGoTo(nodeId)}
              className="shrink-0 rounded underline underline-offset-2"
            >
              {t('flowTests.showNode')}
              <ArrowRight className="ms-0.5 inline size-3 rtl:-scale-x-100" aria-hidden />
            </button>
          )}
        </output>
      ) : (
        <code className="block truncate text-xs text-ink-muted" dir="auto">
          {sourceOf(test.script, lines[done]?.line)}
        </code>
      )}
    </section>
  )
}

/** The line as it is written; nothing behind the last one. */
const sourceOf = (script: string, line: number | undefined): string =>
  (line === undefined ? undefined : script.split(/\r?\n/)[line - 1]) ?? ' '
