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
import { PasswordInput } from '../../ui/PasswordInput.tsx'
import { AuthLayout } from './AuthLayout.tsx'
import { formError } from './formError.ts'
import { nextPath } from './loginPath.ts'

/** Logs in and goes where one wanted to go. A server without an owner sends its visitor to sign up first. */
export function LoginPage() {
  const [search] = useSearchParams()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: setup } = useQuery(setupQuery)
  const submit = useMutation({
    mutationFn: login,
    meta: { showsError: true },
    onSuccess: async () => {
      client.clear()
      await navigate(nextPath(search), { replace: true })
    },
  })
  if (setup?.needsFirstOwner) return <Navigate to="/sign-up" replace />
  const isWrong = submit.error instanceof ApiError && submit.error.status === 401
  const error = isWrong ? t('auth.login.wrong') : formError(submit.error, [])
  return (
    <AuthLayout title={t('auth.login.title')}>
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
        <Button
          type="submit"
          variant="primary"
          size="lg"
          className="mt-2"
          isBusy={submit.isPending}
        >
          {t('auth.login.submit')}
        </Button>
      </form>
    </AuthLayout>
  )
}
