import type { Request } from 'express'
import { invalidField } from '../errors.ts'

/** The header Idempotency-Key: the same key with the same request is done once. */
export function readIdempotencyKey(request: Request): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw invalidField('Idempotency-Key', 'must be 1 to 255 printable ASCII characters')
}
