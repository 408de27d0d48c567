import * as shapes from '@parley/shared/api'
import {
  changePasswordRequest,
  forgotPasswordRequest,
  invitationRequest,
  loginRequest,
  resetPasswordRequest,
  signUpRequest,
} from '@parley/shared/api'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { hashPassword, isPassword } from '../../auth/passwords.ts'
import { isNotCrossSite } from '../../auth/sameOrigin.ts'
import { hashSecret } from '../../auth/secrets.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, invalidField, unauthorized } from '../../errors.ts'
import { ok } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { recordAction } from '../auditLog/recordAction.ts'
import { finishPasswordReset, startPasswordReset } from './passwordReset.ts'
import { presentMe } from './present.ts'
import { invitationIsGone, signUp } from './signUp.ts'

export function authEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { accounts, clock, config, credentials, limits, logger, logins } = dependencies

  /** What every endpoint does that takes a password or a token from somebody unknown. */
  async function guard(request: Request, response: Response): Promise<void> {
    await limits.count('auth', request.ip ?? '', response)
    if (isNotCrossSite(request, config.publicUrl)) return
    throw new ApiError('FORBIDDEN', 'Log in from our own pages only')
  }

  async function userOf(userId: string) {
    const user = await accounts.users.find(userId)
    if (!user) throw unauthorized('Your account does not exist any more')
    return user
  }

  return [
    defineEndpoint({
      method: 'get',
      path: '/api/v1/auth/setup',
      summary: 'Tells whether the first owner still has to sign up',
      answer: shapes.answer(shapes.setupState),
      access: { to: 'everybody' },
      handle: async () => ok({ needsFirstOwner: await accounts.users.isEmpty() }),
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/auth/sign-up',
      summary: 'Signs up the first owner, or somebody with an invitation',
      answer: shapes.answer(shapes.me),
      access: { to: 'everybody' },
      body: signUpRequest,
      status: 201,
      handle: async ({ body, request, response }) => {
        await guard(request, response)
        const user = await signUp(dependencies, body)
        credentials.forget()
        await logins.begin(response, user.id)
        return ok(await presentMe(accounts, user))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/auth/login',
      summary: 'Logs in by cookie',
      answer: shapes.answer(shapes.me),
      access: { to: 'everybody' },
      body: loginRequest,
      handle: async ({ body, request, response }) => {
        await guard(request, response)
        const user = await accounts.users.findByEmail(body.email)
        const isRight = await isPassword(body.password, user?.passwordHash ?? null)
        if (!user || !isRight) throw unauthorized('E-mail or password is wrong')
        await logins.begin(response, user.id)
        return ok(await presentMe(accounts, user))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/auth/logout',
      summary: 'Ends the login at once',
      answer: shapes.answer(z.null()),
      access: { to: 'user' },
      handle: async ({ identity, request, response }) => {
        await logins.end(request, response)
        if (identity.type === 'login') dependencies.drafts.cutOff(identity.loginHash)
        return ok(null)
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/auth/me',
      summary: 'Tells who is logged in',
      answer: shapes.answer(shapes.me),
      access: { to: 'user' },
      handle: async ({ identity }) =>
        ok(
          await presentMe(
            accounts,
            await userOf(identity.userId),
            identity.type === 'login' ? undefined : identity.key.workspaceId,
          ),
        ),
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/auth/forgot-password',
      summary: 'Mails a link for choosing a new password',
      answer: shapes.answer(z.null()),
      access: { to: 'everybody' },
      body: forgotPasswordRequest,
      handle: async ({ body, request, response }) => {
        await guard(request, response)
        await limits.count('forgotPassword', body.email, response)
        // Not awaited: how long the answer takes would tell whether the address has an account.
        void startPasswordReset(dependencies, body.email).catch((error: unknown) => {
          logger.error({ err: error }, 'password mail could not be sent')
        })
        return ok(null)
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/auth/reset-password',
      summary: 'Sets a new password by the token of a mailed link',
      answer: shapes.answer(z.null()),
      access: { to: 'everybody' },
      body: resetPasswordRequest,
      handle: async ({ body, request, response }) => {
        await guard(request, response)
        await finishPasswordReset(dependencies, body)
        return ok(null)
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/auth/change-password',
      summary: 'Changes the password and ends all other logins',
      answer: shapes.answer(z.null()),
      access: { to: 'user' },
      body: changePasswordRequest,
      handle: async ({ body, identity, request, response }) => {
        await guard(request, response)
        if (identity.type !== 'login') throw unauthorized('Log in to change your password')
        const user = await userOf(identity.userId)
        if (!(await isPassword(body.currentPassword, user.passwordHash))) {
          throw invalidField('currentPassword', 'is wrong')
        }
        await accounts.users.setPassword(user.id, await hashPassword(body.password))
        await logins.endOthers(user.id, identity.loginHash)
        return ok(null)
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/auth/invitation',
      summary: 'Shows what an invitation is for',
      answer: shapes.answer(shapes.invitationPreview),
      access: { to: 'everybody' },
      body: invitationRequest,
      handle: async ({ body, request, response }) => {
        await guard(request, response)
        const found = await accounts.invitations.findByHash(hashSecret(body.token), clock.now())
        const workspace = found && (await accounts.workspaces.find(found.workspaceId))
        if (!found || !workspace) throw invitationIsGone()
        return ok({
          email: found.email,
          role: found.role,
          workspace: { id: workspace.id, name: workspace.name },
          hasAccount: (await accounts.users.findByEmail(found.email)) !== null,
        })
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/auth/accept-invitation',
      summary: 'Joins a workspace with an account that exists',
      answer: shapes.answer(shapes.me),
      access: { to: 'user' },
      body: invitationRequest,
      handle: async ({ body, identity }) => {
        const now = clock.now()
        const { userId } = identity
        const invitation = await accounts.invitations.findByHash(hashSecret(body.token), now)
        if (!invitation) throw invitationIsGone()
        const user = await userOf(userId)
        if (invitation.email !== user.email) {
          throw new ApiError('FORBIDDEN', 'This invitation is for another address than yours')
        }
        const { workspaceId, role } = invitation
        await accounts.memberships.insert({ workspaceId, userId, role, joinedAt: now })
        await accounts.invitations.remove(workspaceId, invitation.id)
        credentials.forget()
        await recordAction(dependencies, { identity, userId, workspaceId }, 'member.joined', userId)
        return ok(await presentMe(accounts, user))
      },
    }),
  ]
}
