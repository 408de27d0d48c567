import { useState } from 'react'
import { t } from '../i18n/t.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { Input } from './Input.tsx'

const FORM_ID = 'rename'

/** Asks for another name for something. */
export function RenameDialog({
  title,
  label,
  name: oldName,
  maxLength,
  isBusy,
  error,
  onSave,
  onClose,
}: {
  title: string
  label: string
  name: string
  maxLength: number
  isBusy: boolean
  error?: string | undefined
  onSave: (name: string) => void
  onClose: () => void
}) {
  const [name, setName] = useState(oldName)
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="sm"
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={FORM_ID} variant="primary" isBusy={isBusy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={FORM_ID}
        onSubmit={(event) => {
          event.preventDefault()
          const trimmed = name.trim()
          if (trimmed === oldName) onClose()
          else if (trimmed) onSave(trimmed)
        }}
      >
        <Field label={label} error={error}>
          <Input
            value={name}
            maxLength={maxLength}
            required
            onFocus={(event) => event.target.select()}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
