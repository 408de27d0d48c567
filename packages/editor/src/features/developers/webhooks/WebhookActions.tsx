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
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { AlertDialog } from '../../../ui/AlertDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DropdownMenu } from '../../../ui/DropdownMenu.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { SecretDialog } from './SecretDialog.tsx'
import type { WebhookActionSet } from './useWebhookActions.ts'
import { WebhookDialog } from './WebhookDialog.tsx'

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
        icon={<Send />}
        isBusy={test.isPending}
        onClick={() => test.mutate()}
      >
        {t('developers.webhooks.test')}
      </Button>
      <Button icon={<Pencil />} onClick={() => setOpen('edit')}>
        {t('developers.webhooks.edit')}
      </Button>
      {webhook.status === 'active' ? (
        <Button icon={<Pause />} isBusy={pause.isPending} onClick={() => pause.mutate()}>
          {t('developers.webhooks.pause')}
        </Button>
      ) : (
        <Button icon={<Play />} isBusy={resume.isPending} onClick={() => resume.mutate()}>
          {t('developers.webhooks.resume')}
        </Button>
      )}
      <DropdownMenu
        items={[
          {
            label: t('developers.webhooks.replayAll'),
            icon: <RotateCw />,
            onSelect: () => replayAll.mutate(),
          },
          {
            label: t('developers.webhooks.rotateSecret'),
            icon: <RefreshCw />,
            onSelect: () => setOpen('rotate'),
          },
          { type: 'separator' },
          {
            label: t('developers.webhooks.delete'),
            icon: <Trash2 />,
            isDanger: true,
            onSelect: () => setOpen('delete'),
          },
        ]}
      >
        <IconButton variant="secondary" label={t('common.more')} icon={<MoreHorizontal />} />
      </DropdownMenu>
      {open === 'edit' && <WebhookDialog webhook={webhook} onClose={close} />}
      {open === 'rotate' && (
        <AlertDialog
          isOpen
          onOpenChange={close}
          tone="primary"
          title={t('developers.webhooks.rotateTitle')}
          confirmLabel={t('developers.webhooks.rotateSubmit')}
          onConfirm={() => rotate.mutateAsync()}
        >
          {t('developers.webhooks.rotateHelp')}
        </AlertDialog>
      )}
      {rotate.data && <SecretDialog secret={rotate.data.secret} onClose={() => rotate.reset()} />}
      {open === 'delete' && (
        <AlertDialog
          isOpen
          onOpenChange={close}
          title={t('developers.webhooks.deleteTitle')}
          confirmLabel={t('developers.webhooks.deleteSubmit')}
          onConfirm={() => remove.mutateAsync()}
        >
          {t('developers.webhooks.deleteHelp', { url: webhook.url })}
        </AlertDialog>
      )}
    </div>
  )
}
