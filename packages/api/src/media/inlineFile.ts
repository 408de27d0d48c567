/** A file that came as text. */
export interface InlineFile {
  readonly bytes: Buffer
  /** Empty when it does not say. */
  readonly claimedType: string
}

/** Bytes of base64 or base64url text, padded or not, in lines or not; null when it is none. */
export function decodeBase64(text: string): Buffer | null {
  const compact = text.replaceAll(/\s/g, '').replace(/={0,2}$/, '')
  // One character alone is not even a byte.
  if (/[^A-Za-z0-9+/_-]/.test(compact) || compact.length % 4 === 1) return null
  return Buffer.from(compact, 'base64')
}

const HEAD = /^data:([^;,]*)((?:;[^;,]*)*?);base64,/i

/** Reads a data URI (RFC 2397) in base64, the only form that files come in; null when it is none. */
export function parseDataUri(text: string): InlineFile | null {
  const [head, claimedType = ''] = HEAD.exec(text.slice(0, MAX_HEAD_LENGTH)) ?? []
  const bytes = head === undefined ? null : decodeBase64(text.slice(head.length))
  return bytes && { bytes, claimedType }
}

const MAX_HEAD_LENGTH = 500
