import { randomUUID } from 'node:crypto'
import type { proto } from '@whiskeysockets/baileys'
import type { Account } from '../accounts/account.ts'
import type { LinkedDevice } from '../accounts/linked-device.ts'
import type {
  Delivery,
  IncomingReceipt,
  MainDevice,
  RetryRequest,
  TypingState,
} from '../accounts/main-device.ts'
import type { StreamEnd } from '../client.ts'
import { Journal } from '../journal.ts'
import { linkDevice, readQr } from '../login/pairing.ts'
import { enterCode } from '../login/pairing-code.ts'
import { unlink } from '../login/unlink.ts'
import type { Network } from '../network.ts'
import { presenceNode } from '../routing/handle-presence.ts'
import type { PreKeyBundle } from '../signal/pre-key-bundle.ts'
import { SignalDevice } from '../signal/signal-device.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { element } from '../wire/node.ts'
import { composeMessage, encodeMessage } from './compose/compose-message.ts'
import { composeContextInfo, withContext } from './compose/with-context.ts'
import type { PhoneContent, SendOptions } from './content.ts'
import { findMessage } from './find-message.ts'
import { Inbox, type InboxSettings, type Undecryptable } from './inbox.ts'
import { startSync } from './initial-sync.ts'
import { Outbox } from './outbox.ts'
import type { ReceiptKind } from './receipts.ts'
import type { ReceivedMessage } from './received-message.ts'
import { findRecipient, jidInChat, recipientDevices, type To } from './recipient.ts'

/** A receipt of a linked device, for a message that the phone sent. */
export interface SeenReceipt {
  messageId: string
  from: string
  /** `delivered`, `read`, `played`; `inactive` is "delivered" by a client that is not online. */
  kind: string
}

export interface SeenTyping {
  from: string
  state: TypingState
}

/**
 * A phone with WhatsApp on it: the owner of a bot, who scans its QR code, or one of those who write to it.
 * Phones speak to linked devices, that is to real clients, and not with each other.
 */
export class VirtualPhone {
  readonly account: Account
  /** What linked devices did about the messages of this phone. */
  readonly receipts = new Journal<SeenReceipt>(
    'receipt',
    ({ kind, messageId }) => `${kind} ${messageId}`,
  )
  readonly typing = new Journal<SeenTyping>('typing', ({ state, from }) => `${state} by ${from}`)
  readonly #network: Network
  readonly #signal = new SignalDevice()
  readonly #inbox: Inbox
  readonly #outbox: Outbox

  constructor(account: Account, network: Network) {
    this.account = account
    this.#network = network
    this.#inbox = new Inbox({ account, signal: this.#signal, media: network.media })
    this.#outbox = new Outbox(account, this.#signal)
    network.register(account, this.#asMainDevice())
  }

  get number(): string {
    return this.account.number
  }

  get numberJid(): string {
    return this.account.numberJid
  }

  get lidJid(): string {
    return this.account.lidJid
  }

  /** Messages of linked devices; on the phone of a bot also the copies of what the bot sends. */
  get received(): Journal<ReceivedMessage> {
    return this.#inbox.received
  }

  /** Requests of the account's own devices to this phone. */
  get peerMessages(): Journal<proto.IMessage> {
    return this.#inbox.peerMessages
  }

  /** What could not be decrypted, repaired or not. Tests assert that it stays empty. */
  get undecryptable(): readonly Undecryptable[] {
    return this.#inbox.undecryptable
  }

  /** Ids of messages that came twice; they are in `received` once. */
  get duplicates(): readonly string[] {
    return this.#inbox.duplicates
  }

  get settings(): InboxSettings {
    return this.#inbox.settings
  }

  /** Changes some settings and leaves the others. */
  configure(settings: Partial<InboxSettings>): void {
    this.#inbox.settings = { ...this.#inbox.settings, ...settings }
  }

  /** @throws {Error} when nothing matches within `timeoutMs` (5 seconds); it shows what came instead. */
  waitFor(
    matches: (message: ReceivedMessage) => boolean,
    timeoutMs?: number,
  ): Promise<ReceivedMessage> {
    return this.received.waitFor(matches, timeoutMs)
  }

  /** Media of a received message, decrypted and checked; undefined when it has none. */
  mediaOf(messageId: string): Buffer | undefined {
    return this.#inbox.find(messageId)?.mediaBytes
  }

  /** A received message in WhatsApp's own form. */
  rawOf(messageId: string): proto.IMessage | undefined {
    return this.#inbox.find(messageId)?.message
  }

  /**
   * Points the camera at a QR code. Resolves when the device is linked; it then connects again.
   * @throws {ProtocolError} when the text is not a QR code, or has expired.
   */
  async scanQr(qr: string): Promise<LinkedDevice> {
    return linkDevice(readQr(this.#network, qr), this.#identity())
  }

  /**
   * Types the eight characters that a client shows, with or without a hyphen.
   * @throws {Error} when no client asked for a code for this number, or the code is another one.
   */
  async enterPairingCode(code: string): Promise<LinkedDevice> {
    return enterCode(code.replaceAll('-', ''), { ...this.#identity(), network: this.#network })
  }

  /** Logs out all linked devices from the phone. */
  unlinkDevices(): void {
    for (const device of this.account.linkedDevices.values()) unlink(device, this.#network)
  }

  /**
   * Sends something to a chat, from the phone of an account with linked devices also to those.
   * @returns the id of the message.
   * @throws {Error} when nobody could receive it, or it refers to a message that the phone does not know.
   */
  async send(to: To, content: PhoneContent, options: SendOptions = {}): Promise<string> {
    const recipient = findRecipient(to, this.#network)
    const context = {
      ownJid: jidInChat(this.account, recipient),
      media: this.#network.media,
      mediaOrigin: `https://${this.#network.mediaHost}`,
      findMessage: (messageId: string) =>
        findMessage(messageId, { account: this.account, inbox: this.#inbox, outbox: this.#outbox }),
    }
    const composed = await composeMessage(content, context)
    const message = withContext(composed, composeContextInfo(options, context))
    const bytes = encodeMessage(content, message)
    return this.#outbox.send({ recipient, message, bytes }, options)
  }

  sendText(to: To, text: string, options?: SendOptions): Promise<string> {
    return this.send(to, { type: 'text', text }, options)
  }

  /** Taps a button of a received message, named by its id or title, and answers into the same chat. */
  async tap(message: ReceivedMessage, button: string): Promise<string> {
    return this.send(replyTo(message), { type: 'tap', messageId: message.id, button })
  }

  /** Chooses a row of a received list. */
  async choose(message: ReceivedMessage, row: string): Promise<string> {
    return this.send(replyTo(message), { type: 'choice', messageId: message.id, row })
  }

  /** The server delivers a message of this phone a second time. */
  redeliver(messageId: string): void {
    this.#outbox.redeliver(messageId)
  }

  /** Confirms a received message as delivered, read or played, whatever was confirmed before. */
  confirm(messageId: string, kind: ReceiptKind): void {
    this.#inbox.confirm(messageId, kind)
  }

  /** Asks for a received message again, as if it could not be read. */
  async askAgain(messageId: string, options = { withKeys: true }): Promise<void> {
    await this.#inbox.askAgain(messageId, options)
  }

  /** Shows the other side that the owner types, records or stops. */
  setTyping(to: To, state: TypingState): void {
    const media = state === 'recording' ? 'audio' : undefined
    const tag = state === 'paused' ? 'paused' : 'composing'
    const chatState = element('chatstate', { from: this.account.chatJid }, [
      element(tag, { media }),
    ])
    for (const device of this.#devicesOf(to)) device.line?.send(chatState)
  }

  /** Opens or closes WhatsApp on this phone; the devices of `to` are told. */
  setOnline(isOnline: boolean, to?: To): void {
    this.account.isOnline = isOnline
    if (to === undefined) return
    const presence = presenceNode(this.account.chatJid, isOnline)
    for (const device of this.#devicesOf(to)) device.line?.send(presence)
  }

  /** Calls somebody and hangs up when nobody answers. */
  call(to: To): void {
    const callId = randomUUID()
    const { chatJid: from, numberJid } = this.account
    const offer = element('offer', {
      'call-id': callId,
      'call-creator': from,
      caller_pn: numberJid,
    })
    const call = element('call', { from, id: callId, t: unixSeconds() }, [offer])
    for (const device of this.#devicesOf(to)) device.line?.send(call)
  }

  /** Cuts the connections of the linked devices. */
  dropConnections(): void {
    for (const client of this.#network.clientsOf(this.account)) client.line.drop()
  }

  /** Ends the connections of the linked devices with a reason; `banned` also refuses later logins. */
  endConnections(end: StreamEnd): void {
    if (end === 'banned') this.account.isBanned = true
    for (const client of this.#network.clientsOf(this.account)) client.endStream(end)
  }

  #identity(): { account: Account; signal: SignalDevice } {
    return { account: this.account, signal: this.#signal }
  }

  #devicesOf(to: To): LinkedDevice[] {
    return recipientDevices(findRecipient(to, this.#network), this.account).others
  }

  /** What the server may do with the phone, which tests may not. */
  #asMainDevice(): MainDevice {
    return {
      takeBundle: (): PreKeyBundle => this.#signal.takeBundle(),
      receiveMessage: (delivery: Delivery) => this.#inbox.receive(delivery),
      receiveReceipt: ({ from, messageIds, kind }: IncomingReceipt) => {
        for (const messageId of messageIds) {
          this.receipts.add({ messageId, from: from.account.number, kind })
        }
      },
      receiveTyping: (from: LinkedDevice, state: TypingState) =>
        this.typing.add({ from: from.account.number, state }),
      resend: (request: RetryRequest) => this.#outbox.resend(request),
      startSync: (device: LinkedDevice) => {
        const contacts = this.#network.accounts.filter((account) => account !== this.account)
        return startSync(device, { account: this.account, outbox: this.#outbox, contacts })
      },
    }
  }
}

function replyTo({ group, from }: ReceivedMessage): string {
  return group ?? from.number
}
