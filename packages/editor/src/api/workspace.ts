import { create } from 'zustand'

const STORAGE_KEY = 'parley.workspace'

/** The workspace that this tab works in. Null until the login's workspaces are known. */
export const useWorkspaceChoice = create<{ workspaceId: string | null }>(() => ({
  workspaceId: read(),
}))

/** Chooses the workspace of this tab, and of tabs that are opened later. */
export function chooseWorkspace(workspaceId: string | null): void {
  useWorkspaceChoice.setState({ workspaceId })
  try {
    if (workspaceId) localStorage.setItem(STORAGE_KEY, workspaceId)
    else localStorage.removeItem(STORAGE_KEY)
  } catch {
    // Storage can be switched off; the choice lives as long as the tab.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}
