import type { Message } from '@parley/shared/api'
import { Link } from 'react-router'
import { t } from '../../i18n/t.ts'
import { wordsOf } from '../inbox/wordsOf.ts'

/** Whom a message is for, and how it begins; leads to its conversation. */
export const MessageWords = ({ message, name }: { message: Message; name: string }) => (
  <>
    <Link
      to={`/inbox/${message.conversationId}`}
      aria-label={t('queue.openConversation', { name })}
      className="block max-w-64 truncate rounded font-medium hover:underline"
    >
      <bdi>{name || '…'}</bdi>
    </Link>
    <span className="line-clamp-2 max-w-80 break-words text-ink-muted" dir="auto">
      {wordsOf(message.content)}
    </span>
  </>
)
