import { type Me, type Role, roleAllows } from '@parley/shared/api'
import { createContext, useContext } from 'react'
import { t } from '../i18n/t.ts'
import { useWorkspaceChoice } from './workspace.ts'

/**
 * Whom the AuthGate has let in. Not read from the cache by each part: whoever logs out empties it while the pages behind
 * the login are still drawn.
 */
export const MeContext = createContext<Me | null>(null)

/** Who is logged in. Only under the AuthGate, which waits until it is known. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe is for pages behind the login.')
  return me
}

/** The workspace of this tab, with the person's role in it. */
export function useWorkspace(): Me['workspaces'][number] {
  const { workspaces } = useMe()
  const chosenId = useWorkspaceChoice((state) => state.workspaceId)
  const workspace = workspaces.find(({ id }) => id === chosenId) ?? workspaces[0]
  if (!workspace) throw new Error('useWorkspace is for members of a workspace.')
  return workspace
}

/** Undefined when the person may do what needs `needed`; otherwise why not, for `disabledReason`. */
export function useDenied(needed: Role): string | undefined {
  const { role } = useWorkspace()
  if (roleAllows(role, needed)) return undefined
  if (needed === 'owner') return t('common.ownerReason')
  return role === 'agent' ? t('common.agentReason') : t('common.viewerReason')
}
