import {
  createdInvitation,
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
import { useWorkspaceChoice } from './workspace.ts'

export const createWorkspace = (name: string): Promise<Workspace> =>
  request(workspace, '/workspaces', { method: 'POST', body: { name } })

export const renameWorkspace = (workspaceId: string, name: string): Promise<Workspace> =>
  request(workspace, `/workspaces/${encodeURIComponent(workspaceId)}`, {
    method: 'PATCH',
    body: { name },
  })

const path = () => {
  const { workspaceId } = useWorkspaceChoice.getState()
  return `/workspaces/${encodeURIComponent(workspaceId ?? '')}`
}

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: async ({ signal }): Promise<readonly Member[]> =>
    (await requestPage(member, `${path()}/members`, { signal })).items,
})

/** Only owners may see them. */
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async ({ signal }) =>
    (await requestPage(invitation, `${path()}/invitations`, { signal })).items,
})

export const inviteMember = (body: { email: string; role: Role }) =>
  request(createdInvitation, `${path()}/members`, { method: 'POST', body })

export const revokeInvitation = (invitationId: string) =>
  request(z.unknown(), `${path()}/invitations/${encodeURIComponent(invitationId)}`, {
    method: 'DELETE',
  })

export const changeRole = (userId: string, role: Role) =>
  request(z.unknown(), `${path()}/members/${encodeURIComponent(userId)}`, {
    method: 'PATCH',
    body: { role },
  })

export const removeMember = (userId: string) =>
  request(z.unknown(), `${path()}/members/${encodeURIComponent(userId)}`, { method: 'DELETE' })
