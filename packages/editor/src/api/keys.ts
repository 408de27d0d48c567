import {
  type ApiKey,
  apiKey,
  type CreatedKey,
  createdKey,
  deleted,
  type KeyScope,
} from '@parley/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { request, requestPage } from './client.ts'

/** Keys of the workspace and of its numbers, oldest first. Editors and owners may see them. */
export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: async ({ signal }): Promise<readonly ApiKey[]> =>
    (await requestPage(apiKey, '/keys', { signal })).items,
})

export interface NewKey {
  readonly name: string
  readonly scopes: readonly KeyScope[]
  /** Absent: the key is good for all of the workspace. */
  readonly numberId?: string
  readonly expiresAt?: string
}

export const createKey = (body: NewKey): Promise<CreatedKey> =>
  request(createdKey, '/keys', { method: 'POST', body })

const path = (keyId: string) => `/keys/${encodeURIComponent(keyId)}`

/** A new key in the place of an old one, which goes on working for `overlapSeconds`. */
export const rotateKey = (keyId: string, overlapSeconds: number): Promise<CreatedKey> =>
  request(createdKey, `${path(keyId)}/rotate`, { method: 'POST', body: { overlapSeconds } })

export const revokeKey = (keyId: string) => request(deleted, path(keyId), { method: 'DELETE' })
