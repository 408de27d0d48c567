import type { Message } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useDenied } from '../../api/access.ts'
import { cancelMessage, clearQueue } from '../../api/queue.ts'
import { formatAgo } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { toast } from '../../ui/toast.ts'
import { useNow } from '../../ui/useNow.ts'
import { STATUS_TONES } from '../numbers/status.ts'
import type { NumberQueue } from './groupByNumber.ts'
import { MessageWords } from './MessageWords.tsx'
import { whyItWaits } from './whyItWaits.ts'

const STEP_MS = 10_000

/** What waits on one number. */
export function NumberQueueCard({
  queue: { numberId, number, messages },
  mayHaveMore,
  nameOf,
}: {
  queue: NumberQueue
  mayHaveMore: boolean
  nameOf: (contactId: string) => string
}) {
  const denied = useDenied('agent')
  const now = useNow(STEP_MS)
  const [isAsking, setAsking] = useState(false)
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['queue'] })
  const name = number?.name ?? t('developers.deletedNumber')
  const cancel = useMutation({
    mutationFn: (message: Message) => cancelMessage(message.id),
    onSuccess: ({ contactId }) =>
      toast({ title: t('queue.cancelled', { name: nameOf(contactId) }) }),
    // Refused, because it is on its way already: then it is not here any more, either.
    onSettled: refresh,
  })
  const clear = useMutation({
    mutationFn: () => clearQueue(numberId),
    onSuccess: ({ cancelled }) => toast({ title: t('queue.cleared', { count: cancelled }) }),
    onSettled: refresh,
  })
  const count = messages.length
  return (
    <section aria-label={name}>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="text-sm font-semibold">{name}</h3>
        {number && (
          <Badge dot tone={STATUS_TONES[number.status]}>
            {t(`numberWords.status.${number.status}`)}
          </Badge>
        )}
        <span className="text-[0.8125rem] text-ink-muted">
          {mayHaveMore ? t('queue.countMore', { count }) : t('queue.count', { count })}
        </span>
        <Button
          size="sm"
          variant="dangerGhost"
          className="ms-auto"
          icon={<Trash2 />}
          disabledReason={denied}
          onClick={() => setAsking(true)}
        >
          {t('queue.clear')}
        </Button>
      </div>
      <Table
        label={name}
        rows={messages}
        rowKey={({ id }) => id}
        columns={columns({
          nameOf,
          why: (message) => whyItWaits(message, number, now),
          denied,
          onCancel: (message) => cancel.mutate(message),
        })}
      />
      <AlertDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t('queue.clearTitle', { name })}
        confirmLabel={t('queue.clearSubmit')}
        onConfirm={() => clear.mutateAsync()}
      >
        {t('queue.clearHelp')}
      </AlertDialog>
    </section>
  )
}

interface ColumnOptions {
  nameOf: (contactId: string) => string
  why: (message: Message) => string
  denied: string | undefined
  onCancel: (message: Message) => void
}

const columns = ({ nameOf, why, denied, onCancel }: ColumnOptions): readonly Column<Message>[] => [
  {
    id: 'message',
    header: t('queue.message'),
    className: 'min-w-40',
    cell: (message) => (
      <>
        <MessageWords message={message} name={nameOf(message.contactId)} />
        <span className="mt-0.5 block text-xs text-ink-muted sm:hidden">{why(message)}</span>
      </>
    ),
  },
  {
    id: 'why',
    header: t('queue.why'),
    className: 'text-ink-muted max-sm:hidden',
    cell: why,
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
    cell: (message) => (
      <IconButton
        size="sm"
        variant="dangerGhost"
        label={t('queue.cancelOf', { name: nameOf(message.contactId) })}
        icon={<X />}
        disabledReason={denied}
        onClick={() => onCancel(message)}
      />
    ),
  },
]
