import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { forgotPassword } from '../../api/auth.ts'
import { t } from '../../i18n/t.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { AuthLayout } from './AuthLayout.tsx'
import { fieldError, formError } from './formError.ts'

/** Asks for a link to choose a new password. The answer is the same whether the account exists or not. */
export function ForgotPasswordPage() {
  const [email, setEmail] = useState('')
  const submit = useMutation({ mutationFn: forgotPassword, meta: { showsError: true } })
  const back = (
    <Link to="/login" className="text-sm font-medium text-primary hover:underline">
      {t('auth.forgot.back')}
    </Link>
  )
  if (submit.isSuccess) {
    return (
      <AuthLayout title={t('auth.forgot.sentTitle')} help={t('auth.forgot.sent', { email })}>
        <p className="mb-6 text-[0.8125rem] text-ink-muted">{t('auth.forgot.sentOperator')}</p>
        {back}
      </AuthLayout>
    )
  }
  const error = formError(submit.error, ['email'])
  return (
    <AuthLayout title={t('auth.forgot.title')} help={t('auth.forgot.help')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit.mutate(email)
        }}
      >
        {error && <Banner tone="danger">{error}</Banner>}
        <Field label={t('auth.email')} error={fieldError(submit.error, 'email')}>
          <Input
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Button
          type="submit"
          variant="primary"
          size="lg"
          className="mt-2"
          isBusy={submit.isPending}
        >
          {t('auth.forgot.submit')}
        </Button>
        <div className="text-center">{back}</div>
      </form>
    </AuthLayout>
  )
}
