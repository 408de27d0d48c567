import '../../i18n/withContactTexts.ts'
import type { Contact } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { upsertContact } from '../../api/contacts.ts'
import { ApiError } from '../../api/errors.ts'
import { t } from '../../i18n/t.ts'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Input } from '../../ui/Input.tsx'

/** Adds somebody who has not written yet. */
export function AddContactDialog({
  onClose,
  onAdded,
}: {
  onClose: () => void
  onAdded: (contact: Contact) => void
}) {
  const [phone, setPhone] = useState('')
  const [name, setName] = useState('')
  const client = useQueryClient()
  const add = useMutation({
    mutationFn: () => upsertContact({ phone, ...(name.trim() && { name: name.trim() }) }),
    meta: { showsError: true },
    onSuccess: async (contact) => {
      await client.invalidateQueries({ queryKey: ['contacts'] })
      onClose()
      onAdded(contact)
    },
  })
  const phoneError =
    add.error instanceof ApiError
      ? (add.error.fields['phone']?.[0] ?? add.error.message)
      : add.error?.message
  return (
    <FormDialog
      size="sm"
      title={t('contacts.addTitle')}
      description={t('contacts.addHelp')}
      submitLabel={t('common.add')}
      isBusy={add.isPending}
      onSubmit={() => {
        add.mutate()
      }}
      onClose={onClose}
    >
      <Field label={t('contacts.phone')} help={t('contacts.phoneHelp')} error={phoneError}>
        <Input
          type="tel"
          required
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </Field>
      <Field label={t('contacts.name')} aside={t('common.optional')}>
        <Input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
      </Field>
    </FormDialog>
  )
}
