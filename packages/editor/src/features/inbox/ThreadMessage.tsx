import type { Content, InboundContent } from '@parley/shared'
import type { Member, Message } from '@parley/shared/api'
import { Bot, Code, Eye, PenLine } from 'lucide-react'
import { memo, type ReactNode, useState } from 'react'
import { formatDateTime } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'
import { failureText } from '../../ui/message/failureText.ts'
import { MessageBubble } from '../../ui/message/MessageBubble.tsx'
import type { TickStatus } from '../../ui/message/StatusTicks.tsx'
import { SendAgain } from './SendAgain.tsx'
import { wordsOf } from './wordsOf.ts'

/** One message of a thread, with who sent it, what it answers, and how it arrived. */
export const ThreadMessage = memo(function ThreadMessage({
  message,
  at,
  reactions,
  quoted,
  isFirstOfRun,
  contact,
  members,
}: {
  message: Message
  at: number
  reactions: readonly string[]
  quoted: Message | undefined
  isFirstOfRun: boolean
  contact: string
  members: readonly Member[]
}) {
  const [isAsArrived, setAsArrived] = useState(false)
  const arrived = differsFrom(message.content, message.renderedAs)
  const contents: readonly InboundContent[] = isAsArrived && arrived ? arrived : [message.content]
  const isOwn = message.direction === 'outbound'
  return (
    <div className={cn('flex flex-col gap-0.5', isFirstOfRun ? 'mt-3' : 'mt-0.5')}>
      {contents.map((content, index) => (
        <MessageBubble
          key={index}
          content={content}
          direction={message.direction}
          status={statusOf(message)}
          at={at}
          failure={failureOf(message)}
          hasTail={isFirstOfRun && index === 0}
          {...(index === 0 && {
            label:
              isOwn && isFirstOfRun ? <Sender message={message} members={members} /> : undefined,
            quoted: quoted && {
              author: quoted.direction === 'inbound' ? contact : t('message.fromUs'),
              text: wordsOf(quoted.content),
            },
          })}
          {...(index === contents.length - 1 && { reactions })}
        />
      ))}
      {message.scheduledAt && message.status === 'queued' && (
        <p className="self-end text-xs text-ink-muted">
          {t('inbox.scheduled', { when: formatDateTime(Date.parse(message.scheduledAt)) })}
        </p>
      )}
      {isOwn && message.status === 'failed' && <SendAgain message={message} />}
      {arrived && (
        <button
          type="button"
          onClick={() => setAsArrived(!isAsArrived)}
          className="inline-flex items-center gap-1.5 self-end rounded px-1 py-0.5 text-xs text-ink-muted hover:text-ink hover:underline"
        >
          {isAsArrived ? (
            <PenLine className="size-3.5" aria-hidden />
          ) : (
            <Eye className="size-3.5" aria-hidden />
          )}
          {isAsArrived ? t('inbox.asWritten') : t('inbox.asArrived')}
        </button>
      )}
    </div>
  )
})

/** What really went out, when the channel could not show the message as it was written. */
function differsFrom(
  content: InboundContent,
  renderedAs: readonly Content[] | null,
): readonly Content[] | undefined {
  if (!renderedAs || renderedAs.length === 0) return undefined
  const isSame = renderedAs.length === 1 && renderedAs[0]?.type === content.type
  return isSame ? undefined : renderedAs
}

const statusOf = ({ status }: Message): TickStatus | undefined =>
  status === 'received' ? undefined : status

/** A failed message says why; one that is tried again says so only when it has failed for good. */
const failureOf = ({ status, failure }: Message): string | undefined =>
  status === 'failed'
    ? t('inbox.failure', { reason: failure ? failureText(failure) : '' })
    : undefined

function Sender({ message, members }: { message: Message; members: readonly Member[] }): ReactNode {
  switch (message.source?.type) {
    case 'flow':
      return <Label icon={<Bot />}>{t('inbox.from.flow')}</Label>
    case 'api':
      return <Label icon={<Code />}>{t('inbox.from.api')}</Label>
    case 'person': {
      const member = members.find(({ userId }) => userId === message.source?.['userId'])
      return member?.name ?? t('inbox.from.person')
    }
    default:
      return null
  }
}

const Label = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <span className="inline-flex items-center gap-1 [&_svg]:size-3.5">
    {icon}
    {children}
  </span>
)
