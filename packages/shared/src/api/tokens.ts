import { z } from 'zod'
import { instant } from './envelope.ts'

/** A personal token acts for its user in one workspace: header `X-API-Token`. */
export const token = z.object({
  id: z.string(),
  name: z.string(),
  /** How the token begins, to recognise it by. */
  prefix: z.string(),
  createdAt: instant,
  /** Exact to the minute; null when it was never used. */
  lastUsedAt: instant.nullable(),
  expiresAt: instant.nullable(),
})
export type Token = z.infer<typeof token>

export const createTokenRequest = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** Never expires when absent. */
  expiresAt: instant.optional(),
})
export const createdToken = token.extend({
  /** The secret itself, shown only now. */
  token: z.string(),
})
export type CreatedToken = z.infer<typeof createdToken>
