import { randomUUID } from 'node:crypto'
import type { PreKey, PreKeyBundle, SignedPreKey } from '../signal/pre-key-bundle.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { lidJid, numberJid, SERVER_JID } from '../wire/jid.ts'
import { type BinaryNode, children, element, findChild } from '../wire/node.ts'
import type { Account } from './account.ts'

/** Below this many one-time keys the server asks for more, as WhatsApp does. */
const LOW_PRE_KEYS = 5

/** The live line to a linked device. */
export interface DeviceLine {
  send(node: BinaryNode): void
}

export interface LinkedDeviceOptions {
  account: Account
  id: number
  /** The client's noise key from the QR code; a login with another key is refused. */
  noiseKey: Buffer
  identityKey: Buffer
  registrationId: number
  signedPreKey: SignedPreKey
}

/** A linked device of an account, that is a real client, with what the server keeps for it. */
export class LinkedDevice {
  readonly account: Account
  readonly id: number
  readonly noiseKey: Buffer
  readonly identityKey: Buffer
  registrationId: number
  signedPreKey: SignedPreKey
  preKeys: PreKey[] = []
  /** Set once the device has fetched what was queued; until then everything is only queued. */
  line: DeviceLine | undefined
  /** Set once the phone has sent all that a new device gets. */
  hasHadInitialSync = false
  readonly #queue = new Map<string, BinaryNode>()
  readonly #onSettled: (() => void)[] = []
  #hasAskedForPreKeys = false

  constructor(options: LinkedDeviceOptions) {
    this.account = options.account
    this.id = options.id
    this.noiseKey = options.noiseKey
    this.identityKey = options.identityKey
    this.registrationId = options.registrationId
    this.signedPreKey = options.signedPreKey
  }

  get numberJid(): string {
    return numberJid(this.account.number, this.id)
  }

  get lidJid(): string {
    return lidJid(this.account.lid, this.id)
  }

  /** Stanzas that the device has not confirmed yet, oldest first. */
  get queued(): readonly BinaryNode[] {
    return [...this.#queue.values()]
  }

  /** Sends a stanza, and keeps it until the device confirms it: what it misses comes again after a login. */
  deliver(node: BinaryNode): void {
    this.#queue.set(queueKey(node.tag, node.attrs), node)
    this.line?.send(node)
  }

  /** The device confirmed a stanza by an `<ack>`. */
  confirm(ack: BinaryNode): void {
    this.#forget(queueKey(ack.attrs.class ?? '', ack.attrs))
  }

  /** The device confirmed one or more messages by a `<receipt>`. */
  confirmMessages(receipt: BinaryNode): void {
    const items = children(findChild(receipt, 'list'))
    for (const { attrs } of [receipt, ...items]) this.#forget(queueKey('message', attrs))
  }

  /** Resolves once the device has confirmed everything, what it got when it was linked included. */
  async whenSettled(): Promise<void> {
    if (this.hasHadInitialSync && this.#queue.size === 0) return
    await new Promise<void>((resolve) => this.#onSettled.push(resolve))
  }

  /** Hands out a one-time key at most once; without any left the bundle has none. */
  takeBundle(): PreKeyBundle {
    const { registrationId, identityKey, signedPreKey } = this
    const preKey = this.preKeys.shift()
    if (this.preKeys.length < LOW_PRE_KEYS) this.#askForPreKeys()
    return { registrationId, identityKey, signedPreKey, ...(preKey && { preKey }) }
  }

  addPreKeys(preKeys: PreKey[]): void {
    this.preKeys.push(...preKeys)
    if (this.preKeys.length >= LOW_PRE_KEYS) this.#hasAskedForPreKeys = false
  }

  #forget(key: string): void {
    this.#queue.delete(key)
    if (!this.hasHadInitialSync || this.#queue.size > 0) return
    for (const resolve of this.#onSettled.splice(0)) resolve()
  }

  #askForPreKeys(): void {
    if (this.#hasAskedForPreKeys) return
    this.#hasAskedForPreKeys = true
    this.deliver(
      element(
        'notification',
        { from: SERVER_JID, type: 'encrypt', id: randomUUID(), t: unixSeconds() },
        [element('count', { value: this.preKeys.length })],
      ),
    )
  }
}

/** A message is named by its id alone; receipts of several kinds and people share the id of a message. */
function queueKey(tag: string, attrs: BinaryNode['attrs']): string {
  if (tag === 'message') return `message ${attrs.id}`
  return [tag, attrs.id, attrs.type, attrs.participant].join(' ')
}
