import type { Accounts, InvitationRecord } from '@parley/runtime/store'
import type { Invitation, Member } from '@parley/shared/api'
import { toInstant } from '../../http/answers.ts'

/** All members of a workspace, oldest first. */
export async function presentMembers(accounts: Accounts, workspaceId: string): Promise<Member[]> {
  const memberships = await accounts.memberships.listByWorkspace(workspaceId)
  const users = await accounts.users.listByIds(memberships.map(({ userId }) => userId))
  const userById = new Map(users.map((user) => [user.id, user]))
  return memberships.flatMap(({ userId, role, joinedAt }) => {
    const user = userById.get(userId)
    if (!user) return []
    return [{ userId, email: user.email, name: user.name, role, joinedAt: toInstant(joinedAt) }]
  })
}

export const presentInvitation = (invitation: InvitationRecord): Invitation => ({
  id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  createdAt: toInstant(invitation.createdAt),
  expiresAt: toInstant(invitation.expiresAt),
})
