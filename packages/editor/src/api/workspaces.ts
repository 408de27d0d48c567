import {
  createdInvitation,
  deleted,
  invitation,
  type Member,
  member,
  type Role,
  type Workspace,
  workspace,
} from '@parley/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { request, requestPage } from './client.ts'

export const createWorkspace = (name: string): Promise<Workspace> =>
  request(workspace, '/workspaces', { method: 'POST', body: { name } })

export const renameWorkspace = (workspaceId: string, name: string): Promise<Workspace> =>
  request(workspace, `/workspaces/${encodeURIComponent(workspaceId)}`, {
    method: 'PATCH',
    body: { name },
  })

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: async ({ signal }): Promise<readonly Member[]> =>
    (await requestPage(member, '/members', { query: { limit: 100 }, signal })).items,
})

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async ({ signal }) =>
    (await requestPage(invitation, '/members/invitations', { query: { limit: 100 }, signal }))
      .items,
})

export const inviteMember = (body: { email: string; role: Role }) =>
  request(createdInvitation, '/members/invitations', { method: 'POST', body })

export const revokeInvitation = (invitationId: string) =>
  request(deleted, `/members/invitations/${encodeURIComponent(invitationId)}`, {
    method: 'DELETE',
  })

export const changeRole = (userId: string, role: Role): Promise<Member> =>
  request(member, `/members/${encodeURIComponent(userId)}`, { method: 'PATCH', body: { role } })

export const removeMember = (userId: string) =>
  request(z.unknown(), `/members/${encodeURIComponent(userId)}`, { method: 'DELETE' })
