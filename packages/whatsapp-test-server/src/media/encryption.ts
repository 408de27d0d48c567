import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { getMediaKeys, type MediaType } from '@whiskeysockets/baileys'
import { hmacSha256, sha256 } from '../wire/bytes.ts'

/** Only the first bytes of the authentication code are stored after the ciphertext. */
const MAC_LENGTH = 10
const MEDIA_KEY_LENGTH = 32

/** The kinds of media that have keys of their own; a sticker is encrypted as an image. */
export type EncryptedMediaKind = Extract<
  MediaType,
  'image' | 'video' | 'audio' | 'document' | 'sticker'
>

/** What a message says about its media besides where it is. */
export interface MediaKeys {
  mediaKey: Uint8Array
  fileSha256: Uint8Array
  fileEncSha256: Uint8Array
}

/** Encrypts a file as a phone does before it uploads it. */
export async function encryptMedia(
  plain: Uint8Array,
  kind: EncryptedMediaKind,
): Promise<MediaKeys & { encrypted: Buffer }> {
  const mediaKey = randomBytes(MEDIA_KEY_LENGTH)
  const { iv, cipherKey, macKey } = await deriveKeys(mediaKey, kind)
  const cipher = createCipheriv('aes-256-cbc', cipherKey, iv)
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
  const mac = hmacSha256(macKey, iv, ciphertext).subarray(0, MAC_LENGTH)
  const encrypted = Buffer.concat([ciphertext, mac])
  return { mediaKey, fileSha256: sha256(plain), fileEncSha256: sha256(encrypted), encrypted }
}

/**
 * Decrypts a file as a receiving phone does, and checks all three of its checksums.
 * @throws {Error} that says which of them is wrong.
 */
export async function decryptMedia(
  encrypted: Buffer,
  kind: EncryptedMediaKind,
  keys: MediaKeys,
): Promise<Buffer> {
  if (!sha256(encrypted).equals(keys.fileEncSha256)) {
    throw new Error('The uploaded file is not the one that the message names')
  }
  const { iv, cipherKey, macKey } = await deriveKeys(keys.mediaKey, kind)
  const ciphertext = encrypted.subarray(0, -MAC_LENGTH)
  const mac = hmacSha256(macKey, iv, ciphertext).subarray(0, MAC_LENGTH)
  if (!mac.equals(encrypted.subarray(-MAC_LENGTH))) {
    throw new Error('The authentication code of the media is wrong')
  }
  const decipher = createDecipheriv('aes-256-cbc', cipherKey, iv)
  const plain = Buffer.concat([decipher.update(ciphertext), decipher.final()])
  if (!sha256(plain).equals(keys.fileSha256)) {
    throw new Error('The decrypted media is not the one that the message names')
  }
  return plain
}

async function deriveKeys(mediaKey: Uint8Array, kind: EncryptedMediaKind) {
  const { iv, cipherKey, macKey } = await getMediaKeys(mediaKey, kind)
  if (!macKey) throw new Error(`Media of kind ${kind} has no authentication key`)
  return { iv, cipherKey, macKey }
}
