import { newId } from '@parley/runtime/pipeline'
import type { Accounts, UserRecord } from '@parley/runtime/store'
import type { SignUpRequest } from '@parley/shared/api'
import { hashPassword } from '../../auth/passwords.ts'
import { hashSecret } from '../../auth/secrets.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, invalidField } from '../../errors.ts'

/**
 * The first owner makes the first workspace; everybody after that needs an invitation.
 *
 * @throws {ApiError} 403 when sign-up is closed to this person, 409 when the address has an account.
 */
export function signUp(
  dependencies: RouteDependencies,
  request: SignUpRequest,
): Promise<UserRecord> {
  return request.invitation === undefined
    ? signUpFirstOwner(dependencies, request)
    : signUpInvited(dependencies, request, request.invitation)
}

async function signUpFirstOwner(
  { accounts, clock, config }: RouteDependencies,
  request: SignUpRequest,
): Promise<UserRecord> {
  if (!(await accounts.users.isEmpty())) throw signUpIsClosed()
  if (config.adminEmail !== undefined && config.adminEmail !== request.email) {
    throw new ApiError(
      'FORBIDDEN',
      'The operator has reserved the first account for another address',
    )
  }
  const user = await newUser(request, clock.now())
  const workspaceId = newId('ws')
  const name = request.workspaceName ?? `${user.name}'s workspace`
  // The user comes last: with it the sign-up counts, and its unique index lets exactly one through. What a loser or a
  // crash leaves behind belongs to nobody and is seen by nobody.
  await accounts.workspaces.insert({ id: workspaceId, name, createdAt: user.createdAt })
  await accounts.memberships.insert({
    workspaceId,
    userId: user.id,
    role: 'owner',
    joinedAt: user.createdAt,
  })
  const outcome = await accounts.users.insert(user, 'firstOwner')
  if (outcome === 'inserted') return user
  await discardFirstWorkspace(accounts, workspaceId, user.id)
  throw signUpIsClosed()
}

async function signUpInvited(
  { accounts, clock }: RouteDependencies,
  request: SignUpRequest,
  token: string,
): Promise<UserRecord> {
  const now = clock.now()
  const invitation = await accounts.invitations.findByHash(hashSecret(token), now)
  if (!invitation) throw invitationIsGone()
  if (invitation.email !== request.email) {
    throw invalidField('email', 'must be the address that was invited')
  }
  const user = await newUser(request, now)
  const outcome = await accounts.users.insert(user, 'member')
  if (outcome !== 'inserted') {
    throw new ApiError(
      'CONFLICT',
      'This address has an account already. Log in, then open the invitation again',
    )
  }
  const { workspaceId, role } = invitation
  await accounts.memberships.insert({ workspaceId, userId: user.id, role, joinedAt: now })
  await accounts.invitations.remove(workspaceId, invitation.id)
  return user
}

export const invitationIsGone = (): ApiError =>
  new ApiError('NOT_FOUND', 'This invitation is not valid any more. Ask for a new one')

const signUpIsClosed = (): ApiError =>
  new ApiError('FORBIDDEN', 'Sign-up is by invitation only. Ask an owner of the workspace for one')

async function newUser(request: SignUpRequest, createdAt: number): Promise<UserRecord> {
  const { email, password } = request
  return {
    id: newId('usr'),
    email,
    name: request.name ?? email.slice(0, email.indexOf('@')),
    passwordHash: await hashPassword(password),
    createdAt,
  }
}

async function discardFirstWorkspace(
  accounts: Accounts,
  workspaceId: string,
  userId: string,
): Promise<void> {
  await accounts.memberships.discard(workspaceId, userId)
  await accounts.workspaces.remove(workspaceId)
}
