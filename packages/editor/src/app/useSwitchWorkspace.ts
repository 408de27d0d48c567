import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { meQuery } from '../api/auth.ts'
import { chooseWorkspace } from '../api/workspace.ts'

/** Goes to another workspace: nothing of the one before stays in the caches. */
export function useSwitchWorkspace(): (workspaceId: string) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useCallback(
    async (workspaceId) => {
      await navigate('/flows')
      const me = client.getQueryData(meQuery.queryKey)
      client.clear()
      client.setQueryData(meQuery.queryKey, me)
      chooseWorkspace(workspaceId)
    },
    [client, navigate],
  )
}
