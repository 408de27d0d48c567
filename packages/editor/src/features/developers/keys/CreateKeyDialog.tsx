import '../../../i18n/withKeyTexts.ts'
import { KEY_SCOPES, type KeyScope } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useWorkspace } from '../../../api/access.ts'
import { createKey, keysQuery } from '../../../api/keys.ts'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { Input } from '../../../ui/Input.tsx'
import { Select } from '../../../ui/Select.tsx'
import { fieldErrors } from '../fieldErrors.ts'
import { useMadeKey } from '../madeKey.ts'
import { NumberSelect } from '../NumberSelect.tsx'
import { SecretOnce } from '../SecretOnce.tsx'

const DAY_MS = 86_400_000
const LIFETIMES_DAYS = { never: null, days30: 30, days90: 90, days365: 365 } as const
type Lifetime = keyof typeof LIFETIMES_DAYS

/** Makes a key and shows it, once. */
export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [numberId, setNumberId] = useState<string>()
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['send', 'read'])
  const [lifetime, setLifetime] = useState<Lifetime>('never')
  const [isChecked, setChecked] = useState(false)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { id: workspaceId } = useWorkspace()
  const create = useMutation({
    mutationFn: () => {
      const days = LIFETIMES_DAYS[lifetime]
      return createKey({
        name: name.trim(),
        scopes,
        ...(numberId !== undefined && { numberId }),
        ...(days && { expiresAt: new Date(Date.now() + days * DAY_MS).toISOString() }),
      })
    },
    meta: { showsError: true },
    onSuccess: async (made) => {
      useMadeKey.setState({ made: { ...made, workspaceId } })
      await client.invalidateQueries({ queryKey: keysQuery.queryKey })
    },
  })
  const errorOf = fieldErrors(create.error, ['name', 'numberId', 'expiresAt'])
  if (create.data) {
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={t('keys.doneTitle')}
        footer={
          <>
            <Button
              onClick={() => {
                onClose()
                void navigate('/developers/api')
              }}
            >
              {t('keys.useInExamples')}
            </Button>
            <Button variant="primary" onClick={onClose}>
              {t('common.done')}
            </Button>
          </>
        }
      >
        <SecretOnce value={create.data.key} label={t('keys.key')} warning={t('keys.once')} />
      </Dialog>
    )
  }
  const submit = () => {
    setChecked(true)
    if (name.trim() && scopes.length > 0) create.mutate()
  }
  return (
    <FormDialog
      title={t('keys.createTitle')}
      submitLabel={t('common.create')}
      isBusy={create.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('keys.nameLabel')} error={errorOf('name')}>
        <Input
          value={name}
          required
          maxLength={100}
          placeholder={t('keys.namePlaceholder')}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t('keys.forLabel')} help={t('keys.forHelp')} error={errorOf('numberId')}>
        <NumberSelect
          value={numberId}
          onChange={setNumberId}
          allLabel={t('developers.wholeWorkspace')}
        />
      </Field>
      <ScopeChoice scopes={scopes} isChecked={isChecked} onChange={setScopes} />
      <Field label={t('keys.expiry')} error={errorOf('expiresAt')}>
        <Select value={lifetime} onValueChange={setLifetime} options={lifetimeOptions()} />
      </Field>
      {errorOf('') && <p className="text-[0.8125rem] text-danger">{errorOf('')}</p>}
    </FormDialog>
  )
}

function ScopeChoice({
  scopes,
  isChecked,
  onChange,
}: {
  scopes: readonly KeyScope[]
  /** Somebody has tried to go on: now it is a mistake to have chosen none. */
  isChecked: boolean
  onChange: (scopes: readonly KeyScope[]) => void
}) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-[0.8125rem] font-medium text-ink">
        {t('keys.scopesLabel')}
      </legend>
      {KEY_SCOPES.map((scope) => (
        <Checkbox
          key={scope}
          label={t(`keys.scope.${scope}`)}
          description={t(`keys.scopeHelp.${scope}`)}
          isChecked={scopes.includes(scope)}
          onCheckedChange={(isOn) =>
            onChange(isOn ? [...scopes, scope] : scopes.filter((each) => each !== scope))
          }
        />
      ))}
      {isChecked && scopes.length === 0 && (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {t('keys.scopesMissing')}
        </p>
      )}
    </fieldset>
  )
}

function lifetimeOptions() {
  // The keys of a const object are its type's keys.
  const lifetimes = Object.keys(LIFETIMES_DAYS) as readonly Lifetime[]
  return lifetimes.map((value) => {
    const days = LIFETIMES_DAYS[value]
    return {
      value,
      label: days ? t('keys.expiryDays', { count: days }) : t('keys.expiryNever'),
    }
  })
}
