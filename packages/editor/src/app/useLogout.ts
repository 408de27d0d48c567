import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { forgetLogin, logout } from '../api/auth.ts'
import { chooseWorkspace } from '../api/workspace.ts'
import { toast } from '../ui/toast.ts'

/** Ends the login on the server, then forgets everything that this tab knows. */
export function useLogout(): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useCallback(() => {
    const leave = async () => {
      try {
        await logout()
      } catch (error) {
        // Saying "logged out" while the cookie lives on would be a lie.
        toast({ title: error instanceof Error ? error.message : String(error), tone: 'danger' })
        return
      }
      chooseWorkspace(null)
      await navigate('/login', { replace: true })
      forgetLogin(client)
    }
    void leave()
  }, [client, navigate])
}
