import { useIsMutating } from '@tanstack/react-query'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { CreateWorkspaceForm } from './CreateWorkspaceForm.tsx'

const FORM_ID = 'new-workspace'

/** Makes a workspace and goes there. */
export function NewWorkspaceDialog({ onClose }: { onClose: () => void }) {
  const isBusy = useIsMutating({ mutationKey: [FORM_ID] }) > 0
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="sm"
      title={t('shell.workspace.createTitle')}
      description={t('shell.workspace.createHelp')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={FORM_ID} variant="primary" isBusy={isBusy}>
            {t('common.create')}
          </Button>
        </>
      }
    >
      <CreateWorkspaceForm formId={FORM_ID} onDone={onClose} />
    </Dialog>
  )
}
