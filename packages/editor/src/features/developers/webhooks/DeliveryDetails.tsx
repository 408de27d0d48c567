import type { WebhookDeliveryDetail } from '@parley/shared/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { deliveryQuery, replayDelivery } from '../../../api/webhooks.ts'
import { formatDateTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/t.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { LoadError } from '../../../ui/LoadError.tsx'
import { LoadingPane } from '../../../ui/LoadingPane.tsx'
import { toast } from '../../../ui/toast.ts'
import { AnswerView } from './AnswerView.tsx'
import { answerWords, DELIVERY_TONES } from './delivery.ts'
import { REFRESH_MS } from './refresh.ts'

/** A delivery: what was sent, what came back, and “Send again”. */
export function DeliveryDetails({
  webhookId,
  deliveryId,
}: {
  webhookId: string
  deliveryId: string
}) {
  const { data, error, refetch } = useQuery({
    ...deliveryQuery(webhookId, deliveryId),
    refetchInterval: REFRESH_MS,
  })
  if (error && !data) {
    return <LoadError size="panel" error={error} onRetry={() => void refetch()} />
  }
  if (!data) return <LoadingPane />
  return <Loaded delivery={data} />
}

function Loaded({ delivery }: { delivery: WebhookDeliveryDetail }) {
  const { id, webhookId, event, status, request, response } = delivery
  const client = useQueryClient()
  const replay = useMutation({
    mutationFn: () => replayDelivery(webhookId, id),
    onSuccess: async () => {
      toast({ title: t('webhooks.delivery.replayed') })
      await client.invalidateQueries({ queryKey: ['webhooks'] })
    },
  })
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="font-mono text-sm font-semibold break-all">{event}</p>
          <div className="mt-1.5 flex flex-wrap items-center gap-2 text-[0.8125rem] text-ink-muted">
            <Badge tone={DELIVERY_TONES[status]}>{t(`webhooks.delivery.statuses.${status}`)}</Badge>
            <span>{formatDateTime(Date.parse(delivery.createdAt))}</span>
            <span>{t('webhooks.delivery.attempts', { count: delivery.attempts })}</span>
          </div>
          {delivery.nextAttemptAt && (
            <p className="mt-1.5 text-[0.8125rem] text-ink-muted">
              {t('webhooks.delivery.next', {
                when: formatDateTime(Date.parse(delivery.nextAttemptAt)),
              })}
            </p>
          )}
        </div>
        <Button
          icon={<RotateCw />}
          isBusy={replay.isPending}
          disabledReason={status === 'pending' ? t('webhooks.delivery.waiting') : undefined}
          onClick={() => replay.mutate()}
        >
          {t('webhooks.delivery.replay')}
        </Button>
      </div>
      <Part title={t('webhooks.delivery.request')} detail={`POST ${request.url}`}>
        <AnswerView answer={request} />
      </Part>
      <Part
        title={t('webhooks.delivery.response')}
        detail={
          response
            ? `${answerWords(delivery)} · ${t('webhooks.delivery.took', { ms: Math.round(response.durationMs) })}`
            : answerWords(delivery)
        }
      >
        {response && response.status !== null && <AnswerView answer={response} />}
      </Part>
    </div>
  )
}

const Part = ({
  title,
  detail,
  children,
}: {
  title: string
  detail: string
  children: ReactNode
}) => (
  <section>
    <h3 className="text-sm font-semibold">{title}</h3>
    <p className="mt-0.5 mb-3 text-[0.8125rem] break-all text-ink-muted">{detail}</p>
    {children}
  </section>
)
