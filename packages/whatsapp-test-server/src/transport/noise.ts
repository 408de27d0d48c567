import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { Curve, NOISE_WA_HEADER, proto } from '@whiskeysockets/baileys'
import { sha256 } from '../wire/bytes.ts'
import { ProtocolError } from '../wire/node.ts'
import type { ServerIdentity } from './server-identity.ts'

/** Exactly 32 bytes, so Noise uses it unhashed as the first hash, chaining key and cipher key. */
const PROTOCOL_NAME = Buffer.from('Noise_XX_25519_AESGCM_SHA256\0\0\0\0')
const NOTHING = Buffer.alloc(0)
const TAG_LENGTH = 16

/** What the handshake proves and agrees on. */
export interface Handshake {
  payload: proto.ClientPayload
  /** The client's long-term noise key; a linked device is recognised by it. */
  clientKey: Buffer
  channel: SecureChannel
}

/**
 * The server's side of Noise_XX_25519_AESGCM_SHA256, as WhatsApp Web speaks it: one `ClientHello` in,
 * one `ServerHello` out, one `ClientFinish` in.
 */
export class NoiseResponder {
  #hash: Buffer = PROTOCOL_NAME
  #chainingKey: Buffer = PROTOCOL_NAME
  #cipherKey: Buffer = PROTOCOL_NAME
  #counter = 0
  readonly #ephemeral = Curve.generateKeyPair()
  readonly #identity: ServerIdentity

  constructor(identity: ServerIdentity) {
    this.#identity = identity
    this.#mixHash(NOISE_WA_HEADER)
  }

  /** @returns the `ServerHello` to send back. */
  answerHello(frame: Uint8Array): Uint8Array {
    const clientEphemeral = proto.HandshakeMessage.decode(frame).clientHello?.ephemeral
    if (!clientEphemeral) throw new ProtocolError('The handshake has no client hello')
    this.#mixHash(clientEphemeral)
    this.#mixHash(this.#ephemeral.public)
    this.#mixKey(Curve.sharedKey(this.#ephemeral.private, clientEphemeral))
    const encryptedKey = this.#encryptAndHash(this.#identity.noiseKey.public)
    this.#mixKey(Curve.sharedKey(this.#identity.noiseKey.private, clientEphemeral))
    const payload = this.#encryptAndHash(this.#identity.certificateChain)
    const serverHello = { ephemeral: this.#ephemeral.public, static: encryptedKey, payload }
    return proto.HandshakeMessage.encode({ serverHello }).finish()
  }

  finish(frame: Uint8Array): Handshake {
    const finish = proto.HandshakeMessage.decode(frame).clientFinish
    if (!finish?.static || !finish.payload) throw new ProtocolError('The handshake has no finish')
    const clientKey = this.#decryptAndHash(finish.static)
    this.#mixKey(Curve.sharedKey(this.#ephemeral.private, clientKey))
    const payload = proto.ClientPayload.decode(this.#decryptAndHash(finish.payload))
    const [fromClient, toClient] = expandTwoKeys(NOTHING, this.#chainingKey)
    return { payload, clientKey, channel: new SecureChannel(toClient, fromClient) }
  }

  #mixHash(data: Uint8Array): void {
    this.#hash = sha256(this.#hash, data)
  }

  #mixKey(sharedSecret: Uint8Array): void {
    ;[this.#chainingKey, this.#cipherKey] = expandTwoKeys(sharedSecret, this.#chainingKey)
    this.#counter = 0
  }

  #encryptAndHash(plain: Uint8Array): Buffer {
    const box = { key: this.#cipherKey, counter: this.#counter++, authenticated: this.#hash }
    const sealed = seal(box, plain)
    this.#mixHash(sealed)
    return sealed
  }

  #decryptAndHash(sealed: Uint8Array): Buffer {
    const box = { key: this.#cipherKey, counter: this.#counter++, authenticated: this.#hash }
    const plain = open(box, sealed)
    this.#mixHash(sealed)
    return plain
  }
}

/** What both sides speak after the handshake. Every call uses up one counter, so order is everything. */
export class SecureChannel {
  #sent = 0
  #received = 0
  readonly #sendKey: Buffer
  readonly #receiveKey: Buffer

  constructor(sendKey: Buffer, receiveKey: Buffer) {
    this.#sendKey = sendKey
    this.#receiveKey = receiveKey
  }

  encrypt(plain: Uint8Array): Buffer {
    return seal({ key: this.#sendKey, counter: this.#sent++, authenticated: NOTHING }, plain)
  }

  decrypt(sealed: Uint8Array): Buffer {
    return open(
      { key: this.#receiveKey, counter: this.#received++, authenticated: NOTHING },
      sealed,
    )
  }
}

interface Box {
  key: Buffer
  counter: number
  authenticated: Buffer
}

function seal({ key, counter, authenticated }: Box, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(counter))
  cipher.setAAD(authenticated)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function open({ key, counter, authenticated }: Box, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(counter))
  decipher.setAAD(authenticated)
  const tagAt = sealed.length - TAG_LENGTH
  decipher.setAuthTag(sealed.subarray(tagAt))
  return Buffer.concat([decipher.update(sealed.subarray(0, tagAt)), decipher.final()])
}

function nonce(counter: number): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(counter, 8)
  return bytes
}

function expandTwoKeys(secret: Uint8Array, salt: Uint8Array): [Buffer, Buffer] {
  const keys = Buffer.from(hkdfSync('sha256', secret, salt, NOTHING, 64))
  return [keys.subarray(0, 32), keys.subarray(32)]
}
