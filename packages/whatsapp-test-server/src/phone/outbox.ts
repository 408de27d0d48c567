import { proto } from '@whiskeysockets/baileys'
import type { Account } from '../accounts/account.ts'
import type { LinkedDevice } from '../accounts/linked-device.ts'
import type { RetryRequest } from '../accounts/main-device.ts'
import type { Group } from '../groups/group.ts'
import type { SignalDevice } from '../signal/signal-device.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { newMessageId } from '../wire/ids.ts'
import { type BinaryNode, element } from '../wire/node.ts'
import type { SendOptions } from './content.ts'
import { chatJid, type Recipient, recipientDevices } from './recipient.ts'
import { type StanzaKind, stanzaKind } from './stanza-kind.ts'

/** A message that is ready to be encrypted. */
export interface OutgoingMessage {
  recipient: Recipient
  message: proto.IMessage
  /** The message as protobuf. */
  bytes: Uint8Array
}

interface SentMessage extends OutgoingMessage {
  id: string
  kind: StanzaKind
  sentAt: Date
  undecryptable: SendOptions['undecryptable']
  /** What each device was sent last, so that it can be delivered again. */
  stanzas: Map<LinkedDevice, BinaryNode>
}

/** How the bytes of a stanza came about. */
interface Envelope {
  parts: BinaryNode[]
  attributes: Record<string, string | undefined>
}

/** Encrypts what a phone sends, once for every device, and remembers it in case somebody asks again. */
export class Outbox {
  readonly #account: Account
  readonly #signal: SignalDevice
  readonly #sent = new Map<string, SentMessage>()
  /** Devices that have the phone's sender key of a group. */
  readonly #keyHolders = new Map<Group, Set<LinkedDevice>>()

  constructor(account: Account, signal: SignalDevice) {
    this.#account = account
    this.#signal = signal
  }

  find(messageId: string): Readonly<OutgoingMessage> | undefined {
    return this.#sent.get(messageId)
  }

  /** @throws {Error} when there is no real client that could receive it. */
  async send(outgoing: OutgoingMessage, options: SendOptions): Promise<string> {
    const { others, own } = recipientDevices(outgoing.recipient, this.#account)
    if (others.length + own.length === 0) {
      throw new Error('No linked device would receive this message: pair one first')
    }
    const sent: SentMessage = {
      ...outgoing,
      id: options.id ?? newMessageId(),
      kind: stanzaKind(outgoing.message),
      sentAt: options.sentAt ?? new Date(),
      undecryptable: options.undecryptable,
      stanzas: new Map(),
    }
    this.#sent.set(sent.id, sent)
    await this.#deliverToOthers(sent, others)
    for (const device of own) this.#deliver(sent, device, await this.#sealOwnCopy(sent, device))
    for (let times = 1; times < (options.deliveries ?? 1); times++) this.redeliver(sent.id)
    return sent.id
  }

  /** A message of the phone to one of its own linked devices: keys, settings, history. */
  async sendToOwn(device: LinkedDevice, protocolMessage: proto.Message.IProtocolMessage) {
    const bytes = proto.Message.encode({ protocolMessage }).finish()
    const part = await this.#encrypt(device, bytes)
    device.deliver(
      element(
        'message',
        {
          from: this.#account.numberJid,
          category: 'peer',
          id: newMessageId(),
          type: 'text',
          t: unixSeconds(),
        },
        [part],
      ),
    )
  }

  /** The server delivers the very same stanza again. */
  redeliver(messageId: string): void {
    const sent = this.#sent.get(messageId)
    if (!sent) throw new Error(`This phone did not send ${messageId}`)
    for (const [device, stanza] of sent.stanzas) device.deliver(stanza)
  }

  /** Answers a device that could not decrypt a message: new session, same id. */
  async resend({ from, messageId, attempt }: RetryRequest): Promise<void> {
    const sent = this.#sent.get(messageId)
    if (!sent) return
    if (sent.undecryptable === 'once') sent.undecryptable = undefined
    await this.#signal.dropSession(from.lidJid)
    if (sent.recipient.type === 'group') this.#keyHolders.get(sent.recipient.group)?.delete(from)
    const isOwn = from.account === this.#account
    const envelope = isOwn ? await this.#sealOwnCopy(sent, from) : await this.#sealFor(sent, from)
    const [first, ...rest] = envelope.parts
    if (!first) return
    const counted = { ...first, attrs: { ...first.attrs, count: String(attempt) } }
    this.#deliver(sent, from, { ...envelope, parts: [counted, ...rest] })
  }

  async #deliverToOthers(sent: SentMessage, devices: LinkedDevice[]): Promise<void> {
    const shared = await this.#groupPart(sent)
    for (const device of devices) {
      this.#deliver(sent, device, await this.#sealFor(sent, device, shared))
    }
  }

  #deliver(sent: SentMessage, device: LinkedDevice, { attributes, parts }: Envelope): void {
    const { id, kind, sentAt } = sent
    const stanza = element(
      'message',
      { ...attributes, id, type: kind.type, edit: kind.edit, t: unixSeconds(sentAt) },
      [...parts, ...kind.children],
    )
    sent.stanzas.set(device, stanza)
    device.deliver(stanza)
  }

  async #sealFor(sent: SentMessage, device: LinkedDevice, shared?: SharedPart): Promise<Envelope> {
    const { recipient } = sent
    if (recipient.type === 'account') {
      const part = await this.#encrypt(device, sent.bytes, sent)
      return { parts: [part], attributes: directAttributes(this.#account) }
    }
    const { group } = recipient
    const { part, distribution } = shared ?? (await this.#encryptForGroup(sent, group))
    const attributes = group.authorAttributes(this.#account)
    if (this.#holdersOf(group).has(device)) return { parts: [part], attributes }
    this.#holdersOf(group).add(device)
    const keyPart = await this.#encrypt(device, distribution)
    return { parts: [keyPart, part], attributes }
  }

  /** What the other devices of the account show as written by themselves. */
  async #sealOwnCopy(sent: SentMessage, device: LinkedDevice): Promise<Envelope> {
    const { recipient, message } = sent
    const destinationJid = chatJid(recipient, this.#account)
    const bytes = proto.Message.encode({ deviceSentMessage: { destinationJid, message } }).finish()
    const parts = [await this.#encrypt(device, bytes, sent)]
    if (recipient.type === 'group') {
      return { parts, attributes: recipient.group.authorAttributes(this.#account) }
    }
    const { lidJid, numberJid } = recipient.account
    const attributes = {
      from: this.#account.lidJid,
      recipient: lidJid,
      recipient_pn: numberJid,
      peer_recipient_pn: numberJid,
      addressing_mode: 'lid',
    }
    return { parts, attributes }
  }

  async #groupPart(sent: SentMessage): Promise<SharedPart | undefined> {
    if (sent.recipient.type !== 'group') return undefined
    return this.#encryptForGroup(sent, sent.recipient.group)
  }

  async #encryptForGroup(sent: SentMessage, group: Group): Promise<SharedPart> {
    const ownJid = group.jidOf(this.#account)
    const sealed = await this.#signal.encryptForGroup(group.jid, ownJid, sent.bytes)
    const senderKeyDistributionMessage = {
      groupId: group.jid,
      axolotlSenderKeyDistributionMessage: sealed.distribution,
    }
    return {
      part: element('enc', { v: 2, type: 'skmsg' }, spoilIfWanted(sealed.bytes, sent)),
      distribution: proto.Message.encode({ senderKeyDistributionMessage }).finish(),
    }
  }

  async #encrypt(device: LinkedDevice, bytes: Uint8Array, sent?: SentMessage): Promise<BinaryNode> {
    const sealed = await this.#signal.encrypt(device.lidJid, bytes, () => device.takeBundle())
    const mediatype = sent?.kind.mediaType
    return element('enc', { v: 2, type: sealed.type, mediatype }, spoilIfWanted(sealed.bytes, sent))
  }

  #holdersOf(group: Group): Set<LinkedDevice> {
    const found = this.#keyHolders.get(group)
    if (found) return found
    const created = new Set<LinkedDevice>()
    this.#keyHolders.set(group, created)
    return created
  }
}

interface SharedPart {
  part: BinaryNode
  /** The message by which a device learns the sender key. */
  distribution: Uint8Array
}

function directAttributes(sender: Account): Envelope['attributes'] {
  const { addressMode, numberJid, lidJid } = sender
  return {
    from: sender.chatJid,
    sender_pn: addressMode === 'lid' ? numberJid : undefined,
    sender_lid: addressMode === 'number' ? lidJid : undefined,
    addressing_mode: addressMode === 'number' ? 'pn' : 'lid',
    notify: sender.name,
  }
}

/** Spoils the last bytes, which authenticate the message. */
function spoilIfWanted(bytes: Buffer, sent: SentMessage | undefined): Buffer {
  if (!sent?.undecryptable) return bytes
  const spoiled = Buffer.from(bytes)
  for (let index = spoiled.length - 4; index < spoiled.length; index++) {
    spoiled[index] = (spoiled[index] ?? 0) ^ 0xff
  }
  return spoiled
}
