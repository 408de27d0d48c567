import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ApiKeyRecord } from '@parley/runtime/store'

/** How long a client may fetch a file after it was told of it. */
const LINK_DAYS = 30
const DAY_MS = 86_400_000

/** The instance token of a number: what it is called by, and what its links are signed with. */
export type InstanceKey = Pick<ApiKeyRecord, 'instanceId' | 'hash'>

/**
 * An address of a file of ours that works without a token, because clients of this API fetch it as it stands. It is signed
 * with the hash of the instance's token: whoever replaces the token ends its links as well.
 *
 * @param now epoch milliseconds; the links of a day are the same
 */
export function toMediaLink(
  { instanceId, hash }: InstanceKey,
  mediaId: string,
  { publicUrl, now }: { publicUrl: string; now: number },
): string {
  const expires = (Math.floor(now / DAY_MS) + 1 + LINK_DAYS) * DAY_MS
  const signature = sign(hash, mediaId, expires)
  return `${publicUrl}/instance${instanceId}/file/${mediaId}?expires=${expires}&signature=${signature}`
}

export function isSignedLink(
  { hash }: InstanceKey,
  mediaId: string,
  given: { readonly expires: unknown; readonly signature: unknown; readonly now: number },
): boolean {
  const { expires, signature, now } = given
  if (typeof signature !== 'string' || Number(expires) < now) return false
  const wanted = Buffer.from(sign(hash, mediaId, Number(expires)))
  const actual = Buffer.from(signature)
  return wanted.length === actual.length && timingSafeEqual(wanted, actual)
}

const sign = (hash: string, mediaId: string, expires: number): string =>
  createHmac('sha256', hash).update(`media ${mediaId} ${expires}`).digest('base64url')
