import { useState } from 'react'
import { t } from '../i18n/t.ts'
import { Field } from './Field.tsx'
import { FormDialog } from './FormDialog.tsx'
import { Input } from './Input.tsx'

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
    <FormDialog
      size="sm"
      title={title}
      submitLabel={t('common.save')}
      isBusy={isBusy}
      onSubmit={() => {
        const trimmed = name.trim()
        if (trimmed === oldName) onClose()
        else if (trimmed) onSave(trimmed)
      }}
      onClose={onClose}
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
    </FormDialog>
  )
}
