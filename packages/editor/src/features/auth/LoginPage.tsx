import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { login, setupQuery } from '../../api/auth.ts'
import { ApiError } from '../../api/errors.ts'
import { t } from '../../i18n/t.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { LoadingPage } from '../../ui/LoadingPage.tsx'
import { PasswordInput } from '../../ui/PasswordInput.tsx'
import { AuthLayout } from './AuthLayout.tsx'
import { formError } from './formError.ts'
import { nextPath } from './loginPath.ts'

/** A server without an owner sends its visitor to sign up first. Until it says which of both it is, no form is drawn. */
export function LoginPage() {
  const { data: setup, isLoading, failureCount } = useQuery(setupQuery)
  if (setup?.needsFirstOwner) {
    return (
      <>
        <LoadingPage />
        <Navigate to="/sign-up" replace />
      </>
    )
  }
  // Who cannot ask shows the form: the login will say what is wrong.
  if (isLoading && failureCount === 0) return <LoadingPage />
  return (
    <AuthLayout title={t('auth.login.title')}>
      <LoginForm />
    </AuthLayout>
  )
}

/** Logs in and goes where one wanted to go. */
function LoginForm() {
  const [search] = useSearchParams()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const navigate = useNavigate()
  const client = useQueryClient()
  const submit = useMutation({
    mutationFn: login,
    meta: { showsError: true },
    onSuccess: async () => {
      client.clear()
      await navigate(nextPath(search), { replace: true })
    },
  })
  const isWrong = submit.error instanceof ApiError && submit.error.status === 401
  const error = isWrong ? t('auth.login.wrong') : formError(submit.error, [])
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit.mutate({ email, password })
      }}
    >
      {error && <Banner tone="danger">{error}</Banner>}
      <Field label={t('auth.email')}>
        <Input
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field
        label={t('auth.password')}
        aside={
          <Link to="/forgot-password" className="text-primary hover:underline">
            {t('auth.login.forgot')}
          </Link>
        }
      >
        <PasswordInput
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" className="mt-2" isBusy={submit.isPending}>
        {t('auth.login.submit')}
      </Button>
    </form>
  )
}
