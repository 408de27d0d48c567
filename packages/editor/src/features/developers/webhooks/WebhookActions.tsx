import type { Webhook } from '@parley/shared/api'
import {
  MoreHorizontal,
  Pause,
  Pencil,
  Play,
  RefreshCw,
  RotateCw,
  Send,
  Trash2,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { AlertDialog } from '../../../ui/AlertDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DropdownMenu } from '../../../ui/DropdownMenu.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import type { WebhookActionSet } from './useWebhookActions.ts'

const SecretDialog = lazy(async () => ({
  default: (await import('./SecretDialog.tsx')).SecretDialog,
}))
const WebhookDialog = lazy(async () => ({
  default: (await import('./WebhookDialog.tsx')).WebhookDialog,
}))

/** The buttons of a webhook, and what they ask first. */
export function WebhookActions({
  webhook,
  actions,
}: {
  webhook: Webhook
  actions: WebhookActionSet
}) {
  const [open, setOpen] = useState<'edit' | 'rotate' | 'delete' | null>(null)
  const close = () => setOpen(null)
  const { test, pause, resume, rotate, replayAll, remove } = actions
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant="primary"
        icon={<Send className="rtl:-scale-x-100" />}
        isBusy={test.isPending}
        onClick={() => test.mutate()}
      >
        {t('webhooks.test')}
      </Button>
      <Button icon={<Pencil />} onClick={() => setOpen('edit')}>
        {t('webhooks.edit')}
      </Button>
      {webhook.status === 'active' ? (
        <Button icon={<Pause />} isBusy={pause.isPending} onClick={() => pause.mutate()}>
          {t('webhooks.pause')}
        </Button>
      ) : (
        <Button icon={<Play />} isBusy={resume.isPending} onClick={() => resume.mutate()}>
          {t('webhooks.resume')}
        </Button>
      )}
      <DropdownMenu
        items={[
          {
            label: t('webhooks.replayAll'),
            icon: <RotateCw />,
            onSelect: () => replayAll.mutate(),
          },
          {
            label: t('webhooks.rotateSecret'),
            icon: <RefreshCw />,
            onSelect: () => setOpen('rotate'),
          },
          { type: 'separator' },
          {
            label: t('webhooks.delete'),
            icon: <Trash2 />,
            isDanger: true,
            onSelect: () => setOpen('delete'),
          },
        ]}
      >
        <IconButton variant="secondary" label={t('common.more')} icon={<MoreHorizontal />} />
      </DropdownMenu>
      {open === 'edit' && (
        <Suspense>
          <WebhookDialog webhook={webhook} onClose={close} />
        </Suspense>
      )}
      {open === 'rotate' && (
        <AlertDialog
          isOpen
          onOpenChange={close}
          tone="primary"
          title={t('webhooks.rotateTitle')}
          confirmLabel={t('webhooks.rotateSubmit')}
          onConfirm={() => rotate.mutateAsync()}
        >
          {t('webhooks.rotateHelp')}
        </AlertDialog>
      )}
      {rotate.data && (
        <Suspense>
          <SecretDialog secret={rotate.data.secret} onClose={() => rotate.reset()} />
        </Suspense>
      )}
      {open === 'delete' && (
        <AlertDialog
          isOpen
          onOpenChange={close}
          title={t('webhooks.deleteTitle')}
          confirmLabel={t('webhooks.deleteSubmit')}
          onConfirm={() => remove.mutateAsync()}
        >
          {t('webhooks.deleteHelp', { url: webhook.url })}
        </AlertDialog>
      )}
    </div>
  )
}
