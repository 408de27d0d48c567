import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { resetPassword } from '../../api/auth.ts'
import { ApiError } from '../../api/errors.ts'
import { t } from '../../i18n/t.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { NewPasswordField } from '../../ui/NewPasswordField.tsx'
import { toast } from '../../ui/toast.ts'
import { AuthLayout } from './AuthLayout.tsx'
import { fieldError, formError } from './formError.ts'

/** Where the link of the e-mail leads: a new password for the account. */
export function ResetPasswordPage() {
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const [password, setPassword] = useState('')
  const navigate = useNavigate()
  const submit = useMutation({
    mutationFn: resetPassword,
    meta: { showsError: true },
    onSuccess: async () => {
      toast({ title: t('auth.reset.done'), tone: 'success' })
      await navigate('/login', { replace: true })
    },
  })
  const isBadLink =
    token === '' ||
    (submit.error instanceof ApiError &&
      [401, 404, 410, 422].includes(submit.error.status) &&
      !submit.error.fields['password'])
  if (isBadLink) {
    return (
      <AuthLayout title={t('auth.reset.badTitle')} help={t('auth.reset.bad')}>
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link to="/forgot-password">{t('auth.forgot.title')}</Link>
        </Button>
      </AuthLayout>
    )
  }
  const error = formError(submit.error, ['password'])
  return (
    <AuthLayout title={t('auth.reset.title')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit.mutate({ token, password })
        }}
      >
        {error && <Banner tone="danger">{error}</Banner>}
        <NewPasswordField
          label={t('auth.newPassword')}
          value={password}
          error={fieldError(submit.error, 'password')}
          onChange={setPassword}
        />
        <Button
          type="submit"
          variant="primary"
          size="lg"
          className="mt-2"
          isBusy={submit.isPending}
        >
          {t('auth.reset.submit')}
        </Button>
      </form>
    </AuthLayout>
  )
}
