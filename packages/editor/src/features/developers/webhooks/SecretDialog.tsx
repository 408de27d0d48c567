import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { SecretOnce } from '../SecretOnce.tsx'

/** The secret that signs a webhook's calls, at the only moment at which it can be seen. */
export const SecretDialog = ({ secret, onClose }: { secret: string; onClose: () => void }) => (
  <Dialog
    isOpen
    onOpenChange={onClose}
    title={t('webhooks.secretTitle')}
    footer={
      <Button variant="primary" onClick={onClose}>
        {t('common.done')}
      </Button>
    }
  >
    <SecretOnce value={secret} label={t('webhooks.secret')} warning={t('webhooks.secretOnce')} />
  </Dialog>
)
