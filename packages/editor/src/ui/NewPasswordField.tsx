import { MIN_PASSWORD_LENGTH } from '@parley/shared/api'
import { t } from '../i18n/t.ts'
import { Field } from './Field.tsx'
import { PasswordInput } from './PasswordInput.tsx'

/** Where somebody chooses a password: says how long it has to be. */
export const NewPasswordField = ({
  label,
  value,
  error,
  onChange,
}: {
  label: string
  value: string
  error: string | undefined
  onChange: (password: string) => void
}) => (
  <Field label={label} help={t('auth.passwordHelp', { count: MIN_PASSWORD_LENGTH })} error={error}>
    <PasswordInput
      autoComplete="new-password"
      required
      minLength={MIN_PASSWORD_LENGTH}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </Field>
)
