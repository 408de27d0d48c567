import type { Conversation } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Bot, Headset } from 'lucide-react'
import { putConversation } from '../../api/applyLiveEvent.ts'
import { resolveConversation } from '../../api/conversations.ts'
import { formatWhen } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'

/** While a person answers: who, since when, why, and the way back to the flow. */
export function HandoverBanner({
  conversationId,
  handover,
  deniedReason,
}: {
  conversationId: string
  handover: NonNullable<Conversation['handover']>
  deniedReason: string | undefined
}) {
  const client = useQueryClient()
  const giveBack = useMutation({
    mutationFn: () => resolveConversation(conversationId),
    onSuccess: (changed) => {
      putConversation(client, changed)
      toast({ title: t('inbox.resolved'), tone: 'success' })
    },
  })
  const { to, at, note } = handover
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-warning-soft px-4 py-2.5 text-[0.8125rem] text-on-warning-soft">
      <Headset className="size-4 shrink-0" aria-hidden />
      <div className="min-w-40 flex-1">
        <p>
          <span className="font-semibold">
            {to ? t('inbox.handover.titleTo', { to }) : t('inbox.handover.title')}
          </span>
          {' · '}
          {t('inbox.handover.since', { when: formatWhen(Date.parse(at)) })}
        </p>
        {note && (
          <p className="mt-0.5 break-words whitespace-pre-wrap" dir="auto">
            {note}
          </p>
        )}
      </div>
      <Button
        size="sm"
        icon={<Bot />}
        isBusy={giveBack.isPending}
        disabledReason={deniedReason}
        onClick={() => giveBack.mutate()}
      >
        {t('inbox.giveBack')}
      </Button>
    </div>
  )
}
