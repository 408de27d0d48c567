import type { Accounts, UserRecord } from '@parley/runtime/store'
import type { Me } from '@parley/shared/api'

/** A person and the workspaces they belong to; of those only `onlyWorkspaceId` when it is given. */
export async function presentMe(
  accounts: Accounts,
  user: UserRecord,
  onlyWorkspaceId?: string,
): Promise<Me> {
  const memberships = (await accounts.memberships.listByUser(user.id)).filter(
    ({ workspaceId }) => onlyWorkspaceId === undefined || workspaceId === onlyWorkspaceId,
  )
  const workspaces = await accounts.workspaces.listByIds(
    memberships.map(({ workspaceId }) => workspaceId),
  )
  const nameById = new Map(workspaces.map(({ id, name }) => [id, name]))
  return {
    user: { id: user.id, email: user.email, name: user.name },
    workspaces: memberships.map(({ workspaceId, role }) => ({
      id: workspaceId,
      name: nameById.get(workspaceId) ?? '',
      role,
    })),
  }
}
