import { type CreatedToken, createdToken, type Token, token } from '@parley/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { request, requestPage } from './client.ts'

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }): Promise<readonly Token[]> =>
    (await requestPage(token, '/tokens', { query: { limit: 100 }, signal })).items,
})

export const createToken = (body: { name: string; expiresAt?: string }): Promise<CreatedToken> =>
  request(createdToken, '/tokens', { method: 'POST', body })

export const revokeToken = (tokenId: string) =>
  request(z.unknown(), `/tokens/${encodeURIComponent(tokenId)}`, { method: 'DELETE' })
