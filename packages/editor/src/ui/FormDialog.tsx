import { type ReactNode, useId } from 'react'
import { t } from '../i18n/t.ts'
import { Button } from './Button.tsx'
import { Dialog, type DialogProps } from './Dialog.tsx'

/** A Dialog with a form in it: Enter and the main button submit it, the other one leaves. */
export function FormDialog({
  submitLabel,
  isBusy = false,
  deniedReason,
  onSubmit,
  onClose,
  children,
  ...dialog
}: Pick<DialogProps, 'title' | 'description' | 'size'> & {
  submitLabel: string
  isBusy?: boolean
  /** Why it cannot be submitted. */
  deniedReason?: string | undefined
  /** Called once the browser has nothing against what is in the fields. */
  onSubmit: () => void
  onClose: () => void
  /** Fields, one below the other. */
  children: ReactNode
}) {
  const formId = useId()
  return (
    <Dialog
      {...dialog}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isBusy={isBusy}
            disabledReason={deniedReason}
          >
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={dialog.size === 'sm' ? 'flex flex-col gap-4' : 'flex flex-col gap-5'}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
