import type { proto } from '@whiskeysockets/baileys'
import type { Account } from '../accounts/account.ts'
import type { LinkedDevice } from '../accounts/linked-device.ts'
import type { Delivery } from '../accounts/main-device.ts'
import { Journal } from '../journal.ts'
import type { MediaStore } from '../media/media-store.ts'
import type { SignalDevice } from '../signal/signal-device.ts'
import { type BinaryNode, bytesOf, requireAttribute } from '../wire/node.ts'
import { describeMessage } from './describe/describe-message.ts'
import { fetchMedia } from './describe/fetch-media.ts'
import { hasContent } from './describe/unwrap.ts'
import { type ReceiptKind, receiptNode, retryNode } from './receipts.ts'
import type { ReceivedMessage } from './received-message.ts'

/** A message that a phone could not decrypt. */
export interface Undecryptable {
  messageId: string
  from: { number: string; device: number }
  encryption: string
  error: string
  /** Whether it was sent again and could be read then. */
  isRepaired: boolean
}

/** Up to which receipt a phone confirms messages by itself. */
export type AutomaticReceipts = 'none' | 'delivered' | 'read'

export interface InboxSettings {
  automaticReceipts: AutomaticReceipts
  /** Whether the phone asks again for what it cannot decrypt. */
  asksForRetries: boolean
}

/** A received message with what does not fit into JSON. */
interface Stored {
  received: ReceivedMessage
  message: proto.IMessage
  delivery: Delivery
  mediaBytes: Buffer | undefined
}

/** Real phones give up as well. */
const MAX_RETRIES = 5

/** Decrypts what linked devices send to a phone, and writes it down in plain words. */
export class Inbox {
  readonly received = new Journal<ReceivedMessage>(
    'received message',
    ({ type, text, from }) => `${type} "${text}" from ${from.number}`,
  )
  /** Messages of the account's own devices to their phone, about keys, settings and history. */
  readonly peerMessages = new Journal<proto.IMessage>('peer message', () => 'a peer message')
  readonly undecryptable: Undecryptable[] = []
  /** Ids of messages that came a second time; phones show them once. */
  readonly duplicates: string[] = []
  settings: InboxSettings = { automaticReceipts: 'delivered', asksForRetries: true }
  readonly #account: Account
  readonly #signal: SignalDevice
  readonly #media: MediaStore
  readonly #stored = new Map<string, Stored>()
  readonly #awaited = new Set<string>()
  readonly #retries = new Map<string, number>()

  constructor(parts: { account: Account; signal: SignalDevice; media: MediaStore }) {
    this.#account = parts.account
    this.#signal = parts.signal
    this.#media = parts.media
  }

  find(messageId: string): Stored | undefined {
    return this.#stored.get(messageId)
  }

  async receive(delivery: Delivery): Promise<void> {
    for (const part of delivery.encrypted) {
      const message = await this.#decrypt(part, delivery)
      if (!message) return
      await this.#learnGroupKey(message, delivery.from)
      if (hasContent(message)) await this.#keep(message, part, delivery)
    }
  }

  /** Tells the sender how far a message got. */
  confirm(messageId: string, kind: ReceiptKind): void {
    const { delivery } = this.#require(messageId)
    delivery.from.deliver(receiptNode(messageId, kind, this.#replyAddress(delivery)))
  }

  /** Says that a message could not be read, whether that is true or not, and asks for it again. */
  async askAgain(messageId: string, options: { withKeys: boolean }): Promise<void> {
    const { delivery } = this.#require(messageId)
    await this.#askAgain(messageId, delivery, options)
  }

  #require(messageId: string): Stored {
    const stored = this.#stored.get(messageId)
    if (!stored) throw new Error(`${this.#account.number} did not receive ${messageId}`)
    return stored
  }

  async #decrypt(part: BinaryNode, delivery: Delivery): Promise<proto.Message | undefined> {
    const { from, group } = delivery
    const type = requireAttribute(part, 'type')
    try {
      if (type === 'skmsg' && group) {
        return await this.#signal.decryptFromGroup(group.jid, from.lidJid, bytesOf(part))
      }
      if (type !== 'pkmsg' && type !== 'msg') throw new Error(`Unknown encryption "${type}"`)
      return await this.#signal.decrypt(from.lidJid, type, bytesOf(part))
    } catch (error) {
      await this.#noteFailure({ delivery, encryption: type, error })
      return undefined
    }
  }

  async #noteFailure(failure: { delivery: Delivery; encryption: string; error: unknown }) {
    const { delivery, encryption, error } = failure
    const { from, stanza } = delivery
    const messageId = requireAttribute(stanza, 'id')
    this.undecryptable.push({
      messageId,
      from: { number: from.account.number, device: from.id },
      encryption,
      error: error instanceof Error ? error.message : String(error),
      isRepaired: false,
    })
    const retries = (this.#retries.get(messageId) ?? 0) + 1
    this.#retries.set(messageId, retries)
    const isOwn = from.account === this.#account
    if (!this.settings.asksForRetries || isOwn || retries > MAX_RETRIES) return
    await this.#askAgain(messageId, delivery, { withKeys: retries > 1 })
  }

  async #askAgain(
    messageId: string,
    delivery: Delivery,
    { withKeys }: { withKeys: boolean },
  ): Promise<void> {
    const { from } = delivery
    this.#awaited.add(seenKey(messageId, from))
    await this.#signal.dropSession(from.lidJid)
    from.deliver(
      retryNode(messageId, this.#replyAddress(delivery), {
        count: this.#retries.get(messageId) ?? 1,
        registrationId: this.#signal.registrationId,
        ...(withKeys && { bundle: this.#signal.takeBundle() }),
      }),
    )
  }

  async #learnGroupKey(message: proto.Message, from: LinkedDevice): Promise<void> {
    const key = message.senderKeyDistributionMessage
    if (key) await this.#signal.acceptGroupKey(from.lidJid, key)
  }

  async #keep(message: proto.Message, part: BinaryNode, delivery: Delivery): Promise<void> {
    const { from, stanza } = delivery
    if (stanza.attrs.category === 'peer') return this.peerMessages.add(message)
    const id = requireAttribute(stanza, 'id')
    const isAwaited = this.#awaited.delete(seenKey(id, from))
    if (this.#stored.has(id) && !isAwaited) {
      this.duplicates.push(id)
      return
    }
    for (const failure of this.undecryptable) {
      if (failure.messageId === id) failure.isRepaired = true
    }
    const media = await fetchMedia(message, this.#media)
    const received: ReceivedMessage = {
      id,
      ...origin(delivery),
      ...describeMessage(message, stanza),
      ...(media && { media: media.description }),
      encryption: part.attrs.type ?? '',
      stanzaType: stanza.attrs.type ?? '',
    }
    this.#stored.set(id, { received, message, delivery, mediaBytes: media?.bytes })
    this.received.add(received)
    if (from.account !== this.#account) this.#confirmByItself(id)
  }

  #confirmByItself(messageId: string): void {
    const { automaticReceipts } = this.settings
    if (automaticReceipts !== 'none') this.confirm(messageId, 'delivered')
    if (automaticReceipts === 'read') this.confirm(messageId, 'read')
  }

  /** Receipts come from the address to which the message went, in groups on behalf of the participant. */
  #replyAddress({ group, stanza }: Delivery): { from: string; participant?: string } {
    if (group) return { from: group.jid, participant: group.jidOf(this.#account) }
    const isByLid = (stanza.attrs.to ?? '').endsWith('@lid')
    return { from: isByLid ? this.#account.lidJid : this.#account.numberJid }
  }
}

function origin({ from, stanza, group }: Delivery) {
  return {
    from: { number: from.account.number, device: from.id },
    to: stanza.attrs.to ?? '',
    ...(group && { group: group.jid }),
    receivedAt: new Date().toISOString(),
  }
}

function seenKey(messageId: string, from: LinkedDevice): string {
  return `${from.lidJid} ${messageId}`
}
