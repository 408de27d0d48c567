import '../../i18n/withAuthTexts.ts'
import { ROLES, type Role } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../api/errors.ts'
import { invitationsQuery, inviteMember } from '../../api/workspaces.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Input } from '../../ui/Input.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'

/** Invites somebody; without e-mail on the server, shows the link to pass on. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const client = useQueryClient()
  const invite = useMutation({
    mutationFn: () => inviteMember({ email, role }),
    meta: { showsError: true },
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  })
  if (invite.data) {
    const { mailed, link } = invite.data
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={t('settings.invite.doneTitle', { email: invite.data.email })}
        footer={
          <Button variant="primary" onClick={onClose}>
            {t('common.done')}
          </Button>
        }
      >
        <p className="mb-3 text-sm leading-relaxed text-ink-muted">
          {mailed ? t('settings.invite.mailed') : t('settings.invite.notMailed')}
        </p>
        {link && <CopyField value={link} label={t('settings.invite.link')} />}
      </Dialog>
    )
  }
  const error =
    invite.error instanceof ApiError
      ? (invite.error.fields['email']?.[0] ?? invite.error.message)
      : invite.error?.message
  return (
    <FormDialog
      title={t('settings.invite.title')}
      submitLabel={t('settings.invite.submit')}
      isBusy={invite.isPending}
      onSubmit={() => {
        invite.mutate()
      }}
      onClose={onClose}
    >
      <Field label={t('settings.invite.email')} error={error}>
        <Input
          type="email"
          required
          value={email}
          placeholder={t('auth.emailPlaceholder')}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label={t('settings.invite.role')}>
        <RadioGroup<Role>
          label={t('settings.invite.role')}
          value={role}
          onValueChange={setRole}
          options={ROLES.map((each) => ({
            value: each,
            label: t(`roles.${each}`),
            description: t(`roles.${each}Help`),
          }))}
        />
      </Field>
    </FormDialog>
  )
}
