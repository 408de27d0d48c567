import '../../i18n/withAuthTexts.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '../../api/access.ts'
import { changePassword } from '../../api/auth.ts'
import { ApiError } from '../../api/errors.ts'
import { t } from '../../i18n/t.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { NewPasswordField } from '../../ui/NewPasswordField.tsx'
import { PasswordInput } from '../../ui/PasswordInput.tsx'
import { toast } from '../../ui/toast.ts'
import { SettingsCard, SettingsSection } from './SettingsSection.tsx'

/** Who one is, and the password. */
export function ProfileSettings() {
  const { user } = useMe()
  return (
    <>
      <SettingsSection title={t('settings.profile.title')} help={t('settings.profile.help')}>
        <SettingsCard>
          <div className="flex items-center gap-4">
            <Avatar name={user.name} size="lg" />
            <div className="min-w-0">
              <p className="truncate font-semibold">{user.name}</p>
              <p className="truncate text-sm text-ink-muted">{user.email}</p>
            </div>
          </div>
        </SettingsCard>
      </SettingsSection>
      <SettingsSection
        title={t('settings.profile.password')}
        help={t('settings.profile.passwordHelp')}
      >
        <SettingsCard>
          <PasswordForm email={user.email} />
        </SettingsCard>
      </SettingsSection>
    </>
  )
}

function PasswordForm({ email }: { email: string }) {
  const [currentPassword, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useMutation({
    mutationFn: () => changePassword({ currentPassword, password }),
    meta: { showsError: true },
    onSuccess: () => {
      setCurrent('')
      setPassword('')
      toast({ title: t('settings.profile.changed'), tone: 'success' })
    },
  })
  const fields = change.error instanceof ApiError ? change.error.fields : {}
  const otherError =
    change.error && !fields['currentPassword'] && !fields['password']
      ? change.error.message
      : undefined
  return (
    <form
      className="flex max-w-sm flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate()
      }}
    >
      {/* Password managers file the new password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        label={t('settings.profile.current')}
        error={fields['currentPassword']?.[0] ?? otherError}
      >
        <PasswordInput
          autoComplete="current-password"
          required
          value={currentPassword}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <NewPasswordField
        label={t('auth.newPassword')}
        value={password}
        error={fields['password']?.[0]}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" className="self-start" isBusy={change.isPending}>
        {t('settings.profile.submit')}
      </Button>
    </form>
  )
}
