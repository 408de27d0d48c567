import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { setupQuery, signUp } from '../../api/auth.ts'
import { t } from '../../i18n/t.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { LoadingPage } from '../../ui/LoadingPage.tsx'
import { NewPasswordField } from '../../ui/NewPasswordField.tsx'
import { AuthLayout } from './AuthLayout.tsx'
import { fieldError, formError } from './formError.ts'

/** The first visitor of a new server becomes its owner here. Later ones need an invitation. */
export function SignUpPage() {
  const { data: setup, isLoading } = useQuery(setupQuery)
  if (isLoading) return <LoadingPage />
  if (setup && !setup.needsFirstOwner) {
    return (
      <AuthLayout title={t('auth.signUp.closedTitle')} help={t('auth.signUp.closedHelp')}>
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link to="/login">{t('auth.login.submit')}</Link>
        </Button>
      </AuthLayout>
    )
  }
  return (
    <AuthLayout title={t('auth.signUp.title')} help={t('auth.signUp.help')}>
      <FirstOwnerForm />
    </AuthLayout>
  )
}

function FirstOwnerForm() {
  const [form, setForm] = useState({ name: '', email: '', password: '', workspaceName: '' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const submit = useMutation({
    mutationFn: signUp,
    meta: { showsError: true },
    onSuccess: async () => {
      client.clear()
      await navigate('/', { replace: true })
    },
  })
  const error = formError(submit.error, ['name', 'email', 'password', 'workspaceName'])
  const set = (field: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [field]: event.target.value })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit.mutate(form)
      }}
    >
      {error && <Banner tone="danger">{error}</Banner>}
      <Field label={t('auth.name')} error={fieldError(submit.error, 'name')}>
        <Input
          autoComplete="name"
          required
          maxLength={100}
          value={form.name}
          onChange={set('name')}
        />
      </Field>
      <Field label={t('auth.email')} error={fieldError(submit.error, 'email')}>
        <Input
          type="email"
          autoComplete="username"
          required
          placeholder={t('auth.emailPlaceholder')}
          value={form.email}
          onChange={set('email')}
        />
      </Field>
      <NewPasswordField
        label={t('auth.password')}
        value={form.password}
        error={fieldError(submit.error, 'password')}
        onChange={(password) => setForm({ ...form, password })}
      />
      <Field
        label={t('auth.workspace')}
        help={t('auth.workspaceHelp')}
        error={fieldError(submit.error, 'workspaceName')}
      >
        <Input
          autoComplete="organization"
          required
          maxLength={100}
          placeholder={t('shell.workspace.namePlaceholder')}
          value={form.workspaceName}
          onChange={set('workspaceName')}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" className="mt-2" isBusy={submit.isPending}>
        {t('auth.signUp.submit')}
      </Button>
    </form>
  )
}
