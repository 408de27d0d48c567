import { z } from 'zod'
import { instant } from './envelope.ts'

/** What a key may be used for. */
export const KEY_SCOPES = ['send', 'read', 'manage', 'webhooks'] as const
export const keyScope = z.enum(KEY_SCOPES)
export type KeyScope = z.infer<typeof keyScope>
const scopes = z.array(keyScope).min(1).transform(sortedScopes)

/** In the order of `KEY_SCOPES`, each once. */
function sortedScopes(given: readonly KeyScope[]): KeyScope[] {
  return KEY_SCOPES.filter((scope) => given.includes(scope))
}

/** What keys are called that come with a number; those that somebody makes have names of their own. */
export const NUMBER_KEY_NAMES = {
  primary: 'Key of the number',
  instance: 'Instance token',
} as const

/** A key of the workspace (`whm_…`), or of one of its numbers. Personal tokens are listed apart. */
export const apiKey = z.object({
  id: z.string(),
  kind: z.enum(['workspace', 'number']),
  name: z.string(),
  /** How the key begins, to recognise it by. */
  prefix: z.string(),
  scopes: z.array(keyScope),
  /** The only number that it may use; null: all of the workspace. */
  numberId: z.string().nullable(),
  /** On the token of an instance: the instance's id. */
  instanceId: z.number().int().nullable(),
  createdAt: instant,
  /** Exact to the minute; null when it was never used. */
  lastUsedAt: instant.nullable(),
  expiresAt: instant.nullable(),
})
export type ApiKey = z.infer<typeof apiKey>

export const createKeyRequest = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** Ties the key to one number; without it, it may use all of the workspace. */
  numberId: z.string().max(200).optional(),
  /** All when absent. */
  scopes: scopes.default([...KEY_SCOPES]),
  /** Never expires when absent. */
  expiresAt: instant.optional(),
})

const MAX_OVERLAP_SECONDS = 30 * 86_400
export const rotateKeyRequest = z.strictObject({
  /** How long the old key goes on working beside the new one. */
  overlapSeconds: z.number().int().min(0).max(MAX_OVERLAP_SECONDS).default(86_400),
})

export const createdKey = apiKey.extend({
  /** The secret itself, shown only now. */
  key: z.string(),
})
export type CreatedKey = z.infer<typeof createdKey>
