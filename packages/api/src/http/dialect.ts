import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Credentials } from '../auth/Credentials.ts'
import type { Identity } from '../auth/caller.ts'
import type { ApiError } from '../errors.ts'
import type { RateLimitRule } from '../limits/rules.ts'

/**
 * How another product speaks HTTP, where that differs from ours: where its clients put their key, what its errors look
 * like, how much it allows. An endpoint names its dialect; what it says in the body is the business of its schemas.
 */
export interface Dialect {
  /**
   * Who sends the request; as our own API does when absent.
   *
   * @throws {ApiError} 401 without a valid credential in the place where this product's clients put it.
   */
  identify?(credentials: Credentials, request: Request): Promise<Identity>
  /** The answer to a request that is refused, in this product's words. */
  presentError(error: ApiError, about: { request: Request; requestId: string }): DialectError
  /** What `presentError` makes; our own errors when absent. */
  readonly error?: z.ZodType
  /** What is counted for each request. */
  limits(identity: Identity): readonly Limit[]
  /** The body as its endpoints want it; JSON when absent. */
  readBody?(request: Request, response: Response): Promise<unknown>
  /** False: the request only looks like one of this product's, and other routes are tried. */
  claims?(request: Request): boolean
}

export interface DialectError {
  readonly status: number
  readonly body: unknown
}

export interface Limit {
  readonly rule: RateLimitRule
  /** Whose requests are counted together: the id of a key, a user, a workspace. */
  readonly subject: string
}
