import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
/** The length of nonce that GCM is defined for (NIST SP 800-38D). */
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** First part of every sealed text, so that another way can come beside this one. */
const VERSION = 'v1'

/** Encrypts what must not be readable from a copy of the database. */
export interface SecretBox {
  /** `owner` names where the secret belongs; sealed text that is moved to another owner does not open. */
  seal(secret: string, owner: string): string
  /** @throws {SecretError} when the text was changed, moved to another owner or sealed with another key. */
  open(sealed: string, owner: string): string
}

export class SecretError extends Error {
  override name = 'SecretError'
}

/**
 * AES-256-GCM with a random nonce for each secret.
 *
 * @throws {SecretError} when the key does not have 32 bytes.
 */
export function createSecretBox(secretKey: Uint8Array): SecretBox {
  if (secretKey.length !== KEY_BYTES) {
    throw new SecretError(`The secret key has ${secretKey.length} bytes; it must have ${KEY_BYTES}`)
  }
  // A copy: the caller may wipe its own.
  const key = Buffer.from(secretKey)
  return {
    seal(secret, owner) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(owner))
      const bytes = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final()])
      return `${VERSION}.${Buffer.concat([bytes, cipher.getAuthTag()]).toString('base64url')}`
    },
    open(sealed, owner) {
      const [version, text] = sealed.split('.')
      const bytes = Buffer.from(text ?? '', 'base64url')
      if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) {
        throw new SecretError(`The secret of ${owner} is not a sealed text`)
      }
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        const opened = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
        return Buffer.concat([opened, decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new SecretError(
          `The secret of ${owner} does not open: it was sealed with another key or changed since`,
          { cause },
        )
      }
    },
  }
}
