import type { Message } from '@parley/shared/api'
import { formatAgo } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { failureText } from '../../ui/message/failureText.ts'
import { type Column, Table } from '../../ui/Table.tsx'
import { SendAgain } from '../inbox/SendAgain.tsx'
import { MessageWords } from './MessageWords.tsx'

/** Messages that could not be sent, with the reason. */
export const FailedTable = ({
  messages,
  nameOf,
}: {
  messages: readonly Message[]
  nameOf: (contactId: string) => string
}) => (
  <Table
    label={t('queue.views.failed')}
    columns={columns(nameOf)}
    rows={messages}
    rowKey={({ id }) => id}
  />
)

const columns = (nameOf: (contactId: string) => string): readonly Column<Message>[] => [
  {
    id: 'message',
    header: t('queue.message'),
    className: 'min-w-40',
    cell: (message) => (
      <>
        <MessageWords message={message} name={nameOf(message.contactId)} />
        <span className="mt-0.5 block text-xs text-danger sm:hidden">
          {message.failure && failureText(message.failure)}
        </span>
      </>
    ),
  },
  {
    id: 'why',
    header: t('queue.whyFailed'),
    className: 'max-sm:hidden',
    cell: ({ failure }) => failure && failureText(failure),
  },
  {
    id: 'since',
    header: t('queue.since'),
    className: 'whitespace-nowrap text-ink-muted max-md:hidden',
    cell: ({ createdAt }) => formatAgo(Date.parse(createdAt)),
  },
  {
    id: 'actions',
    header: t('queue.actions'),
    isHeaderHidden: true,
    align: 'end',
    cell: (message) => <SendAgain message={message} />,
  },
]
