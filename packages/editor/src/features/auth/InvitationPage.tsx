import type { Me, SignUpRequest } from '@parley/shared/api'
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { acceptInvitation, invitationQuery, logout, meQuery, signUp } from '../../api/auth.ts'
import { t } from '../../i18n/t.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { LoadingPage } from '../../ui/LoadingPage.tsx'
import { NewPasswordField } from '../../ui/NewPasswordField.tsx'
import { AuthLayout } from './AuthLayout.tsx'
import { fieldError, formError } from './formError.ts'

/** Where an invitation's link leads: with an account one accepts it, without one makes it. */
export function InvitationPage() {
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const invitation = useQuery({ ...invitationQuery(token), enabled: token !== '' })
  const me = useQuery({ ...meQuery, retry: false })
  if (token === '' || invitation.isError) {
    return (
      <AuthLayout title={t('auth.invitation.badTitle')} help={t('auth.invitation.bad')}>
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link to="/login">{t('auth.login.submit')}</Link>
        </Button>
      </AuthLayout>
    )
  }
  if (!invitation.data || me.isPending) return <LoadingPage />
  const { email, role, workspace, hasAccount } = invitation.data
  const words = { email, role: t(`roles.${role}`) }
  return (
    <AuthLayout
      title={t('auth.invitation.title', { workspace: workspace.name })}
      help={
        hasAccount ? t('auth.invitation.helpHasAccount', words) : t('auth.invitation.help', words)
      }
    >
      {hasAccount ? (
        <Accept token={token} email={email} workspace={workspace.name} me={me.data} />
      ) : (
        <Join token={token} email={email} />
      )}
    </AuthLayout>
  )
}

function Accept({
  token,
  email,
  workspace,
  me,
}: {
  token: string
  email: string
  workspace: string
  me: Me | undefined
}) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const accept = useMutation({
    mutationFn: () => acceptInvitation(token),
    meta: { showsError: true },
    onSuccess: async () => {
      forgetOthers(client)
      await navigate('/', { replace: true })
    },
  })
  const leave = useMutation({
    mutationFn: logout,
    onSuccess: () => client.resetQueries({ queryKey: meQuery.queryKey }),
  })
  if (!me) {
    const next = encodeURIComponent(`/invitation?token=${token}`)
    return (
      <Button asChild variant="primary" size="lg" className="w-full">
        <Link to={`/login?next=${next}`}>{t('auth.invitation.loginFirst')}</Link>
      </Button>
    )
  }
  if (me.user.email !== email) {
    return (
      <div className="flex flex-col gap-4">
        <Banner tone="warning">
          {t('auth.invitation.otherAccount', { email: me.user.email })}
        </Banner>
        <Button size="lg" isBusy={leave.isPending} onClick={() => leave.mutate()}>
          {t('shell.user.logout')}
        </Button>
      </div>
    )
  }
  const error = formError(accept.error, [])
  return (
    <div className="flex flex-col gap-4">
      {error && <Banner tone="danger">{error}</Banner>}
      <Button variant="primary" size="lg" isBusy={accept.isPending} onClick={() => accept.mutate()}>
        {t('auth.invitation.accept', { workspace })}
      </Button>
    </div>
  )
}

function Join({ token, email }: { token: string; email: string }) {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const navigate = useNavigate()
  const client = useQueryClient()
  const submit = useMutation({
    mutationFn: (body: SignUpRequest) => signUp(body),
    meta: { showsError: true },
    onSuccess: async () => {
      forgetOthers(client)
      await navigate('/', { replace: true })
    },
  })
  const error = formError(submit.error, ['name', 'password'])
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit.mutate({ email, name, password, invitation: token })
      }}
    >
      {error && <Banner tone="danger">{error}</Banner>}
      <Field label={t('auth.email')}>
        <Input type="email" autoComplete="username" readOnly value={email} />
      </Field>
      <Field label={t('auth.name')} error={fieldError(submit.error, 'name')}>
        <Input
          autoComplete="name"
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <NewPasswordField
        label={t('auth.password')}
        value={password}
        error={fieldError(submit.error, 'password')}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" size="lg" className="mt-2" isBusy={submit.isPending}>
        {t('auth.invitation.submit')}
      </Button>
    </form>
  )
}

/**
 * Somebody else is logged in now. The invitation is used up and stays in the cache: this page is on the screen until the
 * next one has been fetched, and would ask for it again.
 */
const forgetOthers = (client: QueryClient) =>
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'invitation' })
