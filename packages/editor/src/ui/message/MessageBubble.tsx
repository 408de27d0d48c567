import type { InboundContent } from '@parley/shared'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDateTime, formatTime } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { cn } from '../cn.ts'
import { type ContentHandlers, renderContent } from './MessageContent.tsx'
import { StatusTicks, type TickStatus } from './StatusTicks.tsx'

export interface MessageBubbleProps extends ContentHandlers {
  content: InboundContent
  /** As Parley sees it: inbound came from the contact, outbound went to them. */
  direction: 'inbound' | 'outbound'
  /** Whose phone this is: own messages stand at the end, in colour. The simulator is the contact's. */
  perspective?: 'business' | 'contact'
  /** Ticks beside the time; shown on own messages only. */
  status?: TickStatus | undefined
  /** Why it was not sent, in words. */
  failure?: string | undefined
  /** Epoch milliseconds. */
  at?: number | undefined
  /** The message that this one answers. */
  quoted?: { readonly author: string; readonly text: string } | undefined
  /** Emoji that hang at the bubble's foot. */
  reactions?: readonly string[] | undefined
  /** Who sent it: "Flow", a member's name; small, above the words. */
  label?: ReactNode
  /** False for the second and later message in a row of the same side: no tail. */
  hasTail?: boolean
  className?: string
}

/** One message as phones show it, for every content that can be sent or received. */
export function MessageBubble({
  content,
  direction,
  perspective = 'business',
  status,
  failure,
  at,
  quoted,
  reactions = [],
  label,
  hasTail = true,
  className,
  ...handlers
}: MessageBubbleProps) {
  const isOwn = (direction === 'outbound') === (perspective === 'business')
  const { body, choices } = renderContent(content, handlers)
  const isBare = content.type === 'sticker'
  return (
    <div className={cn('flex flex-col', isOwn ? 'items-end' : 'items-start', className)}>
      <div
        className={cn(
          'relative w-fit max-w-[min(85%,30rem)] min-w-20 overflow-hidden text-sm leading-[1.4] text-bubble-ink',
          !isBare && 'rounded-2xl shadow-card',
          !isBare && (isOwn ? 'bg-bubble-out' : 'bg-bubble-in'),
          hasTail && !isBare && (isOwn ? 'rounded-se-md' : 'rounded-ss-md'),
        )}
      >
        <div className={cn(!isBare && 'px-3 pt-2 pb-1.5')}>
          {label && <div className="mb-0.5 text-xs font-medium text-bubble-meta">{label}</div>}
          {quoted && (
            <div className="mb-1.5 rounded-md border-s-4 border-primary bg-bubble-ink/6 px-2 py-1 text-xs">
              <p className="font-semibold text-primary" dir="auto">
                {quoted.author}
              </p>
              <p className="line-clamp-2 text-bubble-meta" dir="auto">
                {quoted.text}
              </p>
            </div>
          )}
          {body}
          <Meta at={at} status={isOwn ? status : undefined} />
        </div>
        {choices}
      </div>
      {reactions.length > 0 && (
        <span className="z-10 mx-2 -mt-1.5 rounded-full border border-line bg-surface px-1.5 py-0.5 text-sm leading-none shadow-card">
          <span className="sr-only">{t('message.reactions', { emoji: reactions.join(' ') })}</span>
          <span aria-hidden>{reactions.join('')}</span>
        </span>
      )}
      {failure && (
        <p className="mt-1 flex max-w-[min(85%,30rem)] items-start gap-1.5 text-xs text-danger">
          <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
          {failure}
        </p>
      )}
    </div>
  )
}

function Meta({ at, status }: { at: number | undefined; status: TickStatus | undefined }) {
  if (at === undefined && !status) return null
  return (
    <div className="mt-0.5 flex items-center justify-end gap-1 text-[0.6875rem] leading-none text-bubble-meta">
      {at !== undefined && (
        <time dateTime={new Date(at).toISOString()} title={formatDateTime(at)}>
          {formatTime(at)}
        </time>
      )}
      {status && <StatusTicks status={status} />}
    </div>
  )
}
