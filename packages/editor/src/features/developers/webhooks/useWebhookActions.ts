import type { Webhook } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import {
  deleteWebhook,
  pauseWebhook,
  replayFailedDeliveries,
  resumeWebhook,
  rotateWebhookSecret,
  testWebhook,
} from '../../../api/webhooks.ts'
import { t } from '../../../i18n/t.ts'
import { toast } from '../../../ui/toast.ts'

export type WebhookActionSet = ReturnType<typeof useWebhookActions>

/** What can be done with a webhook besides changing it. */
export function useWebhookActions({ id }: Webhook) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const refresh = () => client.invalidateQueries({ queryKey: ['webhooks'] })
  return {
    test: useMutation({ mutationFn: () => testWebhook(id), onSettled: refresh }),
    pause: useMutation({
      mutationFn: () => pauseWebhook(id),
      onSuccess: async () => {
        toast({ title: t('webhooks.paused') })
        await refresh()
      },
    }),
    resume: useMutation({
      mutationFn: () => resumeWebhook(id),
      onSuccess: async () => {
        toast({ title: t('webhooks.resumed') })
        await refresh()
      },
    }),
    rotate: useMutation({ mutationFn: () => rotateWebhookSecret(id), onSuccess: refresh }),
    replayAll: useMutation({
      mutationFn: () => replayFailedDeliveries(id),
      onSuccess: async ({ replayed }) => {
        toast({
          title:
            replayed === 0
              ? t('webhooks.replayedNone')
              : t('webhooks.replayedAll', { count: replayed }),
        })
        await refresh()
      },
    }),
    remove: useMutation({
      mutationFn: () => deleteWebhook(id),
      onSuccess: async () => {
        toast({ title: t('webhooks.deleted') })
        await navigate('/developers/webhooks')
        client.removeQueries({ queryKey: ['webhooks', 'one', id] })
        await client.invalidateQueries({ queryKey: ['webhooks', 'list'] })
      },
    }),
  }
}
