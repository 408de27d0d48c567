import {
  Curve,
  DEFAULT_CONNECTION_CONFIG,
  generateRegistrationId,
  generateSignalPubKey,
  type KeyPair,
  proto,
  signedKeyPair,
} from '@whiskeysockets/baileys'
import { createMemoryKeyStore } from './memory-key-store.ts'
import { pad, unpad } from './padding.ts'
import type { PreKeyBundle } from './pre-key-bundle.ts'
import { silentLogger } from './silent-logger.ts'

export interface Encrypted {
  /** `pkmsg` until the other side has answered, `msg` from then on. */
  type: 'pkmsg' | 'msg'
  bytes: Buffer
}

const SIGNED_PRE_KEY_ID = 1

/**
 * The Signal side of a virtual phone: its identity, its one-time keys and its sessions, with the same
 * implementation that Baileys uses. Other devices are named by jid, always in their LID form.
 *
 * Everything runs one after the other: encryption and decryption both read, change and write the same
 * session record.
 */
export class SignalDevice {
  readonly identity: KeyPair = Curve.generateKeyPair()
  readonly registrationId = generateRegistrationId()
  readonly #signedPreKey = signedKeyPair(this.identity, SIGNED_PRE_KEY_ID)
  readonly #keys = createMemoryKeyStore()
  readonly #repository = DEFAULT_CONNECTION_CONFIG.makeSignalRepository(
    {
      creds: {
        signedIdentityKey: this.identity,
        signedPreKey: this.#signedPreKey,
        registrationId: this.registrationId,
      },
      keys: this.#keys,
    },
    silentLogger,
  )
  /** Devices with which there is a session, so that not every message has to load one to find out. */
  readonly #known = new Set<string>()
  #nextPreKeyId = 1
  #work: Promise<unknown> = Promise.resolve()

  /** A bundle with a fresh one-time key, as the server hands one out to each new correspondent. */
  takeBundle(): PreKeyBundle {
    const id = this.#nextPreKeyId++
    const pair = Curve.generateKeyPair()
    // The store is in memory: set() is done when it returns.
    void this.#keys.set({ 'pre-key': { [id]: pair } })
    return {
      registrationId: this.registrationId,
      identityKey: Buffer.from(this.identity.public),
      signedPreKey: {
        id: SIGNED_PRE_KEY_ID,
        key: Buffer.from(this.#signedPreKey.keyPair.public),
        signature: Buffer.from(this.#signedPreKey.signature),
      },
      preKey: { id, key: Buffer.from(pair.public) },
    }
  }

  /** Encrypts for one device. `bundle` is asked for only if there is no session yet. */
  encrypt(jid: string, message: Uint8Array, bundle: () => PreKeyBundle): Promise<Encrypted> {
    return this.#inOrder(async () => {
      if (!this.#known.has(jid)) await this.#startSession(jid, bundle())
      const { type, ciphertext } = await this.#repository.encryptMessage({
        jid,
        data: pad(message),
      })
      return { type, bytes: Buffer.from(ciphertext) }
    })
  }

  decrypt(jid: string, type: 'pkmsg' | 'msg', ciphertext: Uint8Array): Promise<proto.Message> {
    return this.#inOrder(async () => {
      const plain = await this.#repository.decryptMessage({ jid, type, ciphertext })
      this.#known.add(jid)
      return proto.Message.decode(unpad(plain))
    })
  }

  /** Forgets a session, so that the next message to `jid` starts a new one. */
  dropSession(jid: string): Promise<void> {
    return this.#inOrder(async () => {
      this.#known.delete(jid)
      await this.#repository.deleteSession([jid])
    })
  }

  /** Encrypts once for a whole group; `distribution` is what a device needs to read it. */
  encryptForGroup(group: string, ownJid: string, message: Uint8Array) {
    return this.#inOrder(async () => {
      const { ciphertext, senderKeyDistributionMessage } =
        await this.#repository.encryptGroupMessage({ group, meId: ownJid, data: pad(message) })
      return {
        bytes: Buffer.from(ciphertext),
        distribution: Buffer.from(senderKeyDistributionMessage),
      }
    })
  }

  acceptGroupKey(
    authorJid: string,
    item: proto.Message.ISenderKeyDistributionMessage,
  ): Promise<void> {
    return this.#inOrder(() =>
      this.#repository.processSenderKeyDistributionMessage({ authorJid, item }),
    )
  }

  decryptFromGroup(group: string, authorJid: string, msg: Uint8Array): Promise<proto.Message> {
    return this.#inOrder(async () => {
      const plain = await this.#repository.decryptGroupMessage({ group, authorJid, msg })
      return proto.Message.decode(unpad(plain))
    })
  }

  async #startSession(jid: string, bundle: PreKeyBundle): Promise<void> {
    const { registrationId, identityKey, signedPreKey, preKey } = bundle
    await this.#repository.injectE2ESession({
      jid,
      session: {
        registrationId,
        identityKey: generateSignalPubKey(identityKey),
        signedPreKey: {
          keyId: signedPreKey.id,
          publicKey: generateSignalPubKey(signedPreKey.key),
          signature: signedPreKey.signature,
        },
        ...(preKey && {
          preKey: { keyId: preKey.id, publicKey: generateSignalPubKey(preKey.key) },
        }),
      },
    })
    this.#known.add(jid)
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#work.then(work)
    // Whoever asked for it is told; what comes next does not depend on it.
    this.#work = result.catch(() => undefined)
    return result
  }
}
