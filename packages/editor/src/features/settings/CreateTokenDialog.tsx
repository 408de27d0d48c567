import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createToken, tokensQuery } from '../../api/tokens.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Input } from '../../ui/Input.tsx'
import { Select } from '../../ui/Select.tsx'

const DAY_MS = 86_400_000
const LIFETIMES_DAYS = { never: null, days30: 30, days90: 90, days365: 365 } as const
type Lifetime = keyof typeof LIFETIMES_DAYS

/** Makes a token and shows it, once. */
export function CreateTokenDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [lifetime, setLifetime] = useState<Lifetime>('days90')
  const client = useQueryClient()
  const create = useMutation({
    mutationFn: () => {
      const days = LIFETIMES_DAYS[lifetime]
      return createToken({
        name: name.trim(),
        ...(days && { expiresAt: new Date(Date.now() + days * DAY_MS).toISOString() }),
      })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  })
  if (create.data) {
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={t('settings.tokens.doneTitle')}
        description={t('settings.tokens.once')}
        footer={
          <Button variant="primary" onClick={onClose}>
            {t('common.done')}
          </Button>
        }
      >
        <CopyField value={create.data.token} label={t('settings.tokens.token')} />
      </Dialog>
    )
  }
  // The keys of a const object are its type's keys.
  const lifetimes = Object.keys(LIFETIMES_DAYS) as readonly Lifetime[]
  return (
    <FormDialog
      size="sm"
      title={t('settings.tokens.createTitle')}
      submitLabel={t('common.create')}
      isBusy={create.isPending}
      onSubmit={() => {
        if (name.trim()) create.mutate()
      }}
      onClose={onClose}
    >
      <Field label={t('settings.tokens.name')}>
        <Input
          value={name}
          required
          maxLength={100}
          placeholder={t('settings.tokens.namePlaceholder')}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t('settings.tokens.expiry')}>
        <Select
          value={lifetime}
          onValueChange={setLifetime}
          options={lifetimes.map((value) => {
            const days = LIFETIMES_DAYS[value]
            return {
              value,
              label: days
                ? t('settings.tokens.expiryDays', { count: days })
                : t('settings.tokens.expiryNever'),
            }
          })}
        />
      </Field>
    </FormDialog>
  )
}
