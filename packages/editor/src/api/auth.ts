import { invitationPreview, type Me, me, type SignUpRequest, setupState } from '@parley/shared/api'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { request } from './client.ts'

/** Answers whose content nobody needs. */
const nothing = z.unknown()

/** Who is logged in, and in which workspaces. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }): Promise<Me> => request(me, '/auth/me', { signal }),
  staleTime: 5 * 60_000,
})

/** Whether this server waits for its first owner. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => request(setupState, '/auth/setup', { signal }),
})

/** Empties the cache of what was told to whoever was logged in. What the pages before the login wait for stays. */
export function forgetLogin(client: QueryClient): void {
  const [kept] = setupQuery.queryKey
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== kept })
  client.getMutationCache().clear()
}

export const signUp = (body: SignUpRequest) =>
  request(nothing, '/auth/sign-up', { method: 'POST', body })

export const login = (body: { email: string; password: string }) =>
  request(nothing, '/auth/login', { method: 'POST', body })

export const logout = () => request(nothing, '/auth/logout', { method: 'POST' })

export const forgotPassword = (email: string) =>
  request(nothing, '/auth/forgot-password', { method: 'POST', body: { email } })

export const resetPassword = (body: { token: string; password: string }) =>
  request(nothing, '/auth/reset-password', { method: 'POST', body })

export const changePassword = (body: { currentPassword: string; password: string }) =>
  request(nothing, '/auth/change-password', { method: 'POST', body })

/** What an invitation's link is for. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      request(invitationPreview, '/auth/invitation', { method: 'POST', body: { token }, signal }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const acceptInvitation = (token: string) =>
  request(nothing, '/auth/accept-invitation', { method: 'POST', body: { token } })
