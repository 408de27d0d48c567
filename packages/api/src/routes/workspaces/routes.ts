import { newId } from '@parley/runtime/pipeline'
import * as shapes from '@parley/shared/api'
import {
  createWorkspaceRequest,
  inviteRequest,
  updateMemberRequest,
  updateWorkspaceRequest,
  type Workspace,
} from '@parley/shared/api'
import { hashSecret, newSecret } from '../../auth/secrets.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, notFound } from '../../errors.ts'
import { ok, okDeleted, okList, toInstant } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { recordAction } from '../auditLog/recordAction.ts'
import { presentInvitation, presentMembers } from './present.ts'

const INVITATION_VALID_MS = 7 * 86_400_000

export function workspaceEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { accounts, clock, config, credentials, logger, mailer } = dependencies

  async function workspacesOf(userId: string, only?: string): Promise<readonly Workspace[]> {
    const memberships = await accounts.memberships.listByUser(userId)
    const found = await accounts.workspaces.listByIds(memberships.map((each) => each.workspaceId))
    const byId = new Map(found.map((workspace) => [workspace.id, workspace]))
    return memberships.flatMap(({ workspaceId, role }) => {
      const workspace = byId.get(workspaceId)
      if (!workspace || (only !== undefined && only !== workspaceId)) return []
      const { id, name, limits = {} } = workspace
      return [{ id, name, role, limits: { ...limits }, createdAt: toInstant(workspace.createdAt) }]
    })
  }

  function requireChanged(
    outcome: 'changed' | 'lastOwner' | 'notFound',
    userId: string,
  ): asserts outcome is 'changed' {
    if (outcome === 'notFound') throw notFound('member', userId)
    if (outcome === 'lastOwner') {
      throw new ApiError('CONFLICT', 'A workspace needs an owner. Make somebody else owner first')
    }
  }

  return [
    defineEndpoint({
      method: 'get',
      path: '/api/v1/workspaces',
      summary: 'Lists the workspaces that you belong to',
      answer: shapes.page(shapes.workspace),
      access: { to: 'user' },
      handle: async ({ identity }) =>
        okList(
          await workspacesOf(
            identity.userId,
            identity.type === 'login' ? undefined : identity.key.workspaceId,
          ),
        ),
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/workspaces',
      summary: 'Makes a workspace with you as its owner',
      answer: shapes.answer(shapes.workspace),
      access: { to: 'user' },
      body: createWorkspaceRequest,
      status: 201,
      handle: async ({ identity, body }) => {
        const { userId } = identity
        const workspace = { id: newId('ws'), name: body.name, createdAt: clock.now() }
        await accounts.workspaces.insert(workspace)
        await accounts.memberships.insert({
          workspaceId: workspace.id,
          userId,
          role: 'owner',
          joinedAt: workspace.createdAt,
        })
        credentials.forget()
        const caller = { identity, userId, workspaceId: workspace.id }
        await recordAction(dependencies, caller, 'workspace.created', workspace.id)
        return ok({
          ...workspace,
          role: 'owner',
          limits: {},
          createdAt: toInstant(workspace.createdAt),
        })
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/workspaces/:workspaceId',
      summary: 'Shows a workspace',
      answer: shapes.answer(shapes.workspace),
      access: { to: 'member', role: 'viewer', only: 'people' },
      handle: async ({ caller }) => {
        const [workspace] = await workspacesOf(caller.userId, caller.workspaceId)
        if (!workspace) throw notFound('workspace', caller.workspaceId)
        return ok(workspace)
      },
    }),
    defineEndpoint({
      method: 'patch',
      path: '/api/v1/workspaces/:workspaceId',
      summary: 'Renames a workspace, or sets rate limits of its own',
      answer: shapes.answer(shapes.workspace),
      access: { to: 'member', role: 'owner', only: 'people' },
      body: updateWorkspaceRequest,
      handle: async ({ caller, body }) => {
        const { workspaceId } = caller
        const { name, limits } = body
        if (name !== undefined) {
          await accounts.workspaces.rename(workspaceId, name)
          await recordAction(dependencies, caller, 'workspace.renamed', workspaceId)
        }
        if (limits) {
          await accounts.workspaces.setLimits(workspaceId, limits)
          credentials.forget()
          await recordAction(dependencies, caller, 'workspace.limitsChanged', workspaceId)
        }
        const [workspace] = await workspacesOf(caller.userId, caller.workspaceId)
        return ok(workspace)
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/workspaces/:workspaceId/members',
      summary: 'Lists the members',
      answer: shapes.page(shapes.member),
      access: { to: 'member', role: 'viewer', only: 'people' },
      handle: async ({ caller }) => okList(await presentMembers(accounts, caller.workspaceId)),
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/workspaces/:workspaceId/members',
      summary: 'Invites somebody by e-mail',
      answer: shapes.answer(shapes.createdInvitation),
      access: { to: 'member', role: 'owner', only: 'people' },
      body: inviteRequest,
      status: 201,
      handle: async ({ caller, body }) => {
        const { workspaceId, userId } = caller
        const user = await accounts.users.findByEmail(body.email)
        if (user && (await accounts.memberships.find(workspaceId, user.id))) {
          throw new ApiError('CONFLICT', `${body.email} is a member already`)
        }
        const token = newSecret('')
        const createdAt = clock.now()
        const invitation = {
          id: newId('inv'),
          workspaceId,
          email: body.email,
          role: body.role,
          hash: hashSecret(token),
          invitedBy: userId,
          createdAt,
          expiresAt: createdAt + INVITATION_VALID_MS,
        }
        await accounts.invitations.insert(invitation)
        await recordAction(dependencies, caller, 'invitation.created', invitation.id)
        const link = `${config.publicUrl}/invitation?token=${token}`
        const isMailed = await mailInvitation(body.email, link)
        const presented = presentInvitation(invitation)
        return ok(isMailed ? { ...presented, mailed: true } : { ...presented, mailed: false, link })
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/workspaces/:workspaceId/invitations',
      summary: 'Lists open invitations',
      answer: shapes.page(shapes.invitation),
      access: { to: 'member', role: 'owner', only: 'people' },
      handle: async ({ caller }) => {
        const open = await accounts.invitations.listByWorkspace(caller.workspaceId, clock.now())
        return okList(open.map(presentInvitation))
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/workspaces/:workspaceId/invitations/:invitationId',
      summary: 'Takes an invitation back',
      answer: shapes.answer(shapes.deleted),
      access: { to: 'member', role: 'owner', only: 'people' },
      handle: async ({ caller, params }) => {
        const { invitationId } = params
        const isRemoved = await accounts.invitations.remove(caller.workspaceId, invitationId)
        if (!isRemoved) throw notFound('invitation', invitationId)
        await recordAction(dependencies, caller, 'invitation.deleted', invitationId)
        return okDeleted(invitationId)
      },
    }),
    defineEndpoint({
      method: 'patch',
      path: '/api/v1/workspaces/:workspaceId/members/:userId',
      summary: 'Changes what a member may do',
      answer: shapes.answer(shapes.member),
      access: { to: 'member', role: 'owner', only: 'people' },
      body: updateMemberRequest,
      handle: async ({ caller, params, body }) => {
        const { workspaceId } = caller
        const outcome = await accounts.memberships.setRole(workspaceId, params.userId, body.role)
        credentials.forget()
        requireChanged(outcome, params.userId)
        await recordAction(dependencies, caller, 'member.roleChanged', params.userId)
        const members = await presentMembers(accounts, workspaceId)
        return ok(members.find(({ userId }) => userId === params.userId))
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/workspaces/:workspaceId/members/:userId',
      summary: 'Removes a member; everybody may remove themselves',
      answer: shapes.answer(shapes.deleted),
      access: { to: 'member', role: 'viewer', only: 'people' },
      handle: async ({ caller, params }) => {
        const { workspaceId } = caller
        if (caller.role !== 'owner' && caller.userId !== params.userId) {
          throw new ApiError('FORBIDDEN', 'Only owners can remove other members')
        }
        const outcome = await accounts.memberships.remove(workspaceId, params.userId)
        credentials.forget()
        requireChanged(outcome, params.userId)
        await accounts.apiKeys.removePersonalOfUser(workspaceId, params.userId)
        credentials.forget()
        await recordAction(dependencies, caller, 'member.removed', params.userId)
        return okDeleted(params.userId)
      },
    }),
  ]

  /** False when the link has to be passed on by hand. */
  async function mailInvitation(to: string, link: string): Promise<boolean> {
    if (!mailer.canSend) return false
    try {
      await mailer.send({
        to,
        subject: 'You are invited to Parley',
        text: `You are invited to work on chatbots in Parley. Open this link within a week:\n\n${link}\n`,
      })
      return true
    } catch (error) {
      // The inviter gets the link instead, so nothing is lost.
      logger.warn({ err: error }, 'invitation could not be mailed')
      return false
    }
  }
}
