import { CAPABILITIES, type Content, degrade, withoutTaps } from '@parley/shared'
import {
  jidNormalizedUser,
  proto,
  type ConnectionState as SocketState,
  type WAMessage,
  type WAMessageUpdate,
  type WASocket,
} from '@whiskeysockets/baileys'
import { ChannelError } from '../../pipeline/errors.ts'
import type {
  ChannelHandlers,
  Connection,
  InboundMessage,
  OutboundMessage,
  SendReceipt,
} from '../../pipeline/ports.ts'
import type { Lease, NumberRecord } from '../../pipeline/records.ts'
import { type Acknowledgement, Acknowledgements } from './acknowledgements.ts'
import { type AuthState, openAuthState } from './authState.ts'
import { fromBaileys } from './fromBaileys.ts'
import { settingsOf, type WhatsAppWebOptions } from './options.ts'
import { receiveMedia } from './receiveMedia.ts'
import { afterClose } from './reconnect.ts'
import { isRefusedTap, toError, toSendError } from './refusals.ts'
import { relay } from './relay.ts'
import { endSocket, openSocket, statusCodeOf } from './socket.ts'
import { type Rendered, toBaileys } from './toBaileys.ts'

/** The first QR code lives a minute, the following ones 20 seconds; then WhatsApp ends the attempt. */
const FIRST_QR_MS = 60_000
const QR_MS = 20_000
/** Neither a QR code, nor open, nor closed for so long: Baileys hangs (an HTTP error on the upgrade does that). */
const WATCHDOG_MS = 60_000
/** Open for so long counts as mended. */
const STABLE_MS = 60_000
const ACK_TIMEOUT_MS = 20_000
const STORE_RETRY_MS = 200
const STORE_RETRY_MAX_MS = 10_000
const TYPING_MS_PER_CHARACTER = 15
const TYPING_MAX_MS = 1_200

/**
 * The line of one number to WhatsApp: logs in, reconnects by the policy of `reconnect.ts`, hands inbound messages over,
 * and sends with the server's acknowledgement.
 */
export class WhatsAppLine implements Connection {
  readonly #options: WhatsAppWebOptions
  readonly #number: () => NumberRecord
  readonly #handlers: ChannelHandlers
  readonly #lease: () => Lease
  readonly #acknowledgements = new Acknowledgements()
  readonly #knownJids = new Map<string, string>()
  #auth: AuthState | null = null
  #socket: WASocket | null = null
  #isOpen = false
  #isClosed = false
  #failures = 0
  #qrCodes = 0
  /** Of the present attempt to link; asked for once, because asking again makes the first one worthless. */
  #pairingCode: Promise<string | null> | null = null
  /** The last message under way of each chat. */
  readonly #inbound = new Map<string, Promise<void>>()
  #cancelTimers: (() => void)[] = []
  /** Native flow messages were refused: this line's choices go as numbered text from now on. */
  #tapsRefused = false

  constructor(
    options: WhatsAppWebOptions,
    number: () => NumberRecord,
    handlers: ChannelHandlers,
    lease: () => Lease,
  ) {
    this.#options = options
    this.#number = number
    this.#handlers = handlers
    this.#lease = lease
  }

  async open(): Promise<void> {
    await this.#handlers.onConnection({ status: 'connecting', reason: 'Connecting to WhatsApp…' })
    await this.#login()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#dropSocket()
    await Promise.all(this.#inbound.values())
    await this.#auth?.close()
  }

  async setTyping(to: string): Promise<void> {
    await this.#socket?.sendPresenceUpdate('composing', to)
  }

  async send(message: OutboundMessage): Promise<SendReceipt> {
    const socket = this.#connected()
    const jid = await this.#jidOf(socket, message.to)
    await this.#type(socket, jid, message.content)
    if (!this.#tapsRefused) {
      const rendered = await this.#render(message.content)
      const answer = await this.#deliver(socket, jid, message, message.channelMessageId, rendered)
      if (answer.outcome === 'accepted') return { channelMessageId: message.channelMessageId }
      if (!isRefusedTap(rendered, answer)) throw toError(answer)
      this.#tapsRefused = true
      this.#options.logger.warn(
        { numberId: this.#number().id, code: 'code' in answer ? answer.code : undefined },
        'WhatsApp refused buttons; this number sends numbered text from now on',
      )
    }
    return this.#sendAsText(socket, jid, message)
  }

  /** What cannot be tapped is numbered; each part has an id of its own, because the first one was refused. */
  async #sendAsText(socket: WASocket, jid: string, message: OutboundMessage): Promise<SendReceipt> {
    const parts = degrade(message.content, withoutTaps(CAPABILITIES['whatsapp-web']))
    let channelMessageId = message.channelMessageId
    for (const [index, part] of parts.entries()) {
      const isChanged = part.type !== message.content.type
      channelMessageId = isChanged ? `${message.channelMessageId}${index}` : channelMessageId
      const rendered = await this.#render(part)
      const answer = await this.#deliver(socket, jid, message, channelMessageId, rendered)
      if (answer.outcome !== 'accepted') throw toError(answer)
    }
    return { channelMessageId, renderedAs: parts }
  }

  #render(content: Content): Promise<Rendered> {
    const { media } = this.#options
    const { workspaceId } = this.#number()
    return toBaileys(content, {
      media: ({ mediaId, url }) => {
        if (mediaId !== undefined) return media.read(workspaceId, mediaId)
        if (url !== undefined) return media.fetch(url)
        throw new ChannelError('media', 'This message names no file to send.')
      },
      messageKey: (messageId) => this.#handlers.findMessageKey(messageId),
    })
  }

  async #deliver(
    socket: WASocket,
    jid: string,
    message: OutboundMessage,
    messageId: string,
    rendered: Rendered,
  ): Promise<Acknowledgement> {
    const acknowledgement = this.#acknowledgements.expect(messageId, ACK_TIMEOUT_MS)
    try {
      const sent =
        rendered.by === 'sendMessage'
          ? await socket.sendMessage(jid, rendered.content, {
              messageId,
              ...(await this.#quoting(jid, message)),
            })
          : await relay(socket, jid, messageId, rendered)
      // Kept for a phone that cannot decrypt it and asks again, also after a restart.
      if (sent?.message) {
        const encoded = proto.Message.encode(sent.message).finish()
        await this.#options.sentMessages.save(this.#number().id, messageId, encoded)
      }
    } catch (error) {
      this.#acknowledgements.take(messageId, undefined)
      throw toSendError(error, this.#isOpen)
    }
    return acknowledgement
  }

  async #quoting(jid: string, { quotedChannelMessageId }: OutboundMessage) {
    if (quotedChannelMessageId === undefined) return {}
    const { sentMessages } = this.#options
    const encoded = await sentMessages.find(this.#number().id, quotedChannelMessageId)
    const message = encoded ? proto.Message.decode(encoded) : { conversation: '' }
    const key = { remoteJid: jid, id: quotedChannelMessageId, fromMe: encoded !== null }
    return { quoted: { key, message } }
  }

  /** As long as a quick person would type it, but never so long that a conversation drags. */
  async #type(socket: WASocket, jid: string, content: Content): Promise<void> {
    if (!settingsOf(this.#number()).typing) return
    const length = 'text' in content ? content.text.length : 0
    const wait = Math.min(TYPING_MAX_MS, length * TYPING_MS_PER_CHARACTER)
    try {
      await socket.sendPresenceUpdate('composing', jid)
      await new Promise<void>((resolve) => {
        this.#options.clock.after(wait, resolve)
      })
      await socket.sendPresenceUpdate('paused', jid)
    } catch (error) {
      // Typing is courtesy; the message itself will tell whether the line works.
      this.#options.logger.debug({ err: error }, 'could not show typing')
    }
  }

  /** The id under which WhatsApp knows a number: some countries' numbers differ from what people dial. */
  async #jidOf(socket: WASocket, address: string): Promise<string> {
    if (!address.endsWith('@s.whatsapp.net')) return address
    const known = this.#knownJids.get(address)
    if (known) return known
    const [found] = (await socket.onWhatsApp(address)) ?? []
    if (!found?.exists) {
      throw new ChannelError('recipientGone', 'This phone number is not on WhatsApp.')
    }
    this.#knownJids.set(address, found.jid)
    return found.jid
  }

  #connected(): WASocket {
    if (!this.#socket || !this.#isOpen) {
      throw new ChannelError('offline', 'The number is not connected to WhatsApp.')
    }
    return this.#socket
  }

  // ------------------------------------------------------------------------------------------- connection

  async #login(): Promise<void> {
    if (this.#isClosed) return
    const { logger } = this.#options
    const numberId = this.#number().id
    this.#auth ??= await openAuthState({
      storage: this.#options.authStorage,
      numberId,
      fence: () => this.#lease().token,
      onFailure: (error) => {
        logger.error({ numberId, err: error }, 'login state could not be written; line stopped')
        endSocket(this.#socket, 'login state could not be written')
      },
    })
    const auth = this.#auth
    const socket = openSocket(this.#options, numberId, auth)
    this.#socket = socket
    this.#qrCodes = 0
    this.#pairingCode = null
    this.#watch(socket)
    socket.ev.on('creds.update', () => void this.#saveCreds(auth))
    socket.ev.on('connection.update', (update) => void this.#onUpdate(socket, update))
    // Attached before the login, because messages that waited arrive before `open` is reported.
    socket.ev.on('messages.upsert', ({ messages }) => this.#onMessages(socket, messages))
    socket.ev.on('messages.update', (updates) => void this.#onStatuses(updates))
    socket.ws.on('CB:ack,class:message', (node: { attrs: Record<string, string> }) =>
      this.#acknowledgements.take(node.attrs.id ?? '', node.attrs.error),
    )
  }

  async #saveCreds(auth: AuthState): Promise<void> {
    try {
      await auth.saveCreds()
    } catch {
      // Reported by `onFailure`, which also stops the line.
    }
  }

  /** Ends a socket of which nothing is heard. */
  #watch(socket: WASocket): void {
    const { clock } = this.#options
    socket.ws.on('unexpected-response', (_request: unknown, response: { statusCode?: number }) =>
      endSocket(socket, `WhatsApp answered the connection with HTTP ${response.statusCode}`),
    )
    const bark = clock.after(WATCHDOG_MS, () => endSocket(socket, 'nothing was heard for a minute'))
    this.#cancelTimers.push(bark)
  }

  #stopTimers(): void {
    for (const cancel of this.#cancelTimers) cancel()
    this.#cancelTimers = []
  }

  async #onUpdate(
    socket: WASocket,
    { qr, connection, lastDisconnect }: Partial<SocketState>,
  ): Promise<void> {
    if (socket !== this.#socket) return
    if (qr) {
      this.#stopTimers()
      await this.#onQr(socket, qr)
    }
    if (connection === 'open') await this.#onOpen(socket)
    if (connection === 'close') await this.#onClose(lastDisconnect?.error)
  }

  async #onQr(socket: WASocket, qr: string): Promise<void> {
    const lifetime = this.#qrCodes === 0 ? FIRST_QR_MS : QR_MS
    this.#qrCodes += 1
    this.#pairingCode ??= this.#requestPairingCode(socket)
    const code = await this.#pairingCode
    await this.#handlers.onConnection({
      status: 'needsScan',
      reason:
        code === null
          ? 'Open WhatsApp on the phone, go to Linked devices, and scan this code.'
          : `Open WhatsApp on the phone, go to Linked devices, “Link with phone number”, and type ${code}.`,
      pairing: { qr, code, expiresAt: this.#options.clock.now() + lifetime },
    })
  }

  /** Eight characters to type on the phone instead of scanning, when the number's settings name a phone. */
  async #requestPairingCode(socket: WASocket): Promise<string | null> {
    const { pairingPhone } = settingsOf(this.#number())
    if (pairingPhone === '') return null
    try {
      return await socket.requestPairingCode(pairingPhone)
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'WhatsApp gave no code to type')
      return null
    }
  }

  async #onOpen(socket: WASocket): Promise<void> {
    this.#stopTimers()
    this.#isOpen = true
    this.#cancelTimers.push(
      this.#options.clock.after(STABLE_MS, () => {
        this.#failures = 0
      }),
    )
    const me = socket.authState.creds.me?.id
    await this.#handlers.onConnection({
      status: 'connected',
      reason: 'Connected to WhatsApp.',
      ...(me ? { phone: jidNormalizedUser(me).split('@')[0] ?? '' } : {}),
      pairing: null,
    })
  }

  async #onClose(error: unknown): Promise<void> {
    const { clock, logger, authStorage } = this.#options
    const numberId = this.#number().id
    this.#dropSocket()
    if (this.#isClosed) return
    const code = statusCodeOf(error)
    if (code !== 515) this.#failures += 1
    const message = error instanceof Error ? error.message : ''
    const next = afterClose({ code, message, failures: this.#failures, jitter: Math.random() })
    logger.info({ numberId, code, message, next: next.do }, 'line to WhatsApp closed')
    const { creds } = this.#auth ?? {}
    // Asking for a code to type claims a phone before it is linked: the next attempt would log in as nobody.
    const isHalfLinked = creds?.me !== undefined && creds.account === undefined
    if (isHalfLinked || (next.do === 'park' && next.forgetLogin)) {
      await this.#auth?.close()
      await authStorage.clear(numberId)
      this.#auth = null
    }
    if (next.do === 'park') {
      return this.#handlers.onConnection({
        status: next.status,
        reason: next.reason,
        pairing: null,
      })
    }
    await this.#handlers.onConnection({ status: 'connecting', reason: next.reason, pairing: null })
    this.#cancelTimers.push(clock.after(next.delayMs, () => void this.#loginAgain()))
  }

  async #loginAgain(): Promise<void> {
    try {
      await this.#login()
    } catch (error) {
      // The database, not WhatsApp: it is tried again like a lost connection.
      await this.#onClose(error)
    }
  }

  /** A socket that is left to itself keeps its listeners and leaks. */
  #dropSocket(): void {
    const socket = this.#socket
    this.#socket = null
    this.#isOpen = false
    this.#stopTimers()
    this.#acknowledgements.abandonAll()
    if (!socket) return
    socket.ev.removeAllListeners('messages.upsert')
    socket.ev.removeAllListeners('connection.update')
    endSocket(socket, null)
  }

  // ------------------------------------------------------------------------------------------- inbound

  /** Those of a chat one after the other, in the order in which they were written; chats do not wait for each other. */
  #onMessages(socket: WASocket, messages: readonly WAMessage[]): void {
    for (const message of messages) {
      if (message.key.fromMe) {
        // Baileys merges an early receipt into the report of our own message, and sends no update then.
        void this.#onStatuses([{ key: message.key, update: message }])
        continue
      }
      const chat = message.key.remoteJid ?? ''
      const before = this.#inbound.get(chat) ?? Promise.resolve()
      const taken = before
        .then(() => this.#takeMessage(socket, message))
        .finally(() => {
          if (this.#inbound.get(chat) === taken) this.#inbound.delete(chat)
        })
      this.#inbound.set(chat, taken)
    }
  }

  async #takeMessage(socket: WASocket, message: WAMessage): Promise<void> {
    const { logger } = this.#options
    const numberId = this.#number().id
    try {
      const inbound = fromBaileys(message, await this.#phoneJidOf(socket, message))
      if (!inbound) return
      await this.#store(inbound)
      void receiveMedia(this.#options, this.#number(), message, inbound, this.#handlers)
    } catch (error) {
      logger.error(
        { numberId, channelMessageId: message.key.id, err: error },
        'inbound message could not be stored',
      )
    }
  }

  /** WhatsApp was told that we have the message, so it is tried until the database takes it. */
  async #store(inbound: InboundMessage): Promise<void> {
    const { clock, logger } = this.#options
    const { channelMessageId } = inbound
    for (let delayMs = STORE_RETRY_MS; ; delayMs = Math.min(delayMs * 2, STORE_RETRY_MAX_MS)) {
      try {
        return await this.#handlers.onInbound(inbound)
      } catch (error) {
        if (this.#isClosed) throw error
        logger.warn({ channelMessageId, err: error }, 'inbound message not stored yet')
        await new Promise<void>((resolve) => {
          clock.after(delayMs, resolve)
        })
      }
    }
  }

  /** The number behind a LID, where WhatsApp has ever told it. */
  async #phoneJidOf(socket: WASocket, { key }: WAMessage): Promise<string | null> {
    const sender = key.participant ?? key.remoteJid
    const alternative = key.participantAlt ?? key.remoteJidAlt
    if (!sender?.endsWith('@lid') || alternative) return null
    return socket.signalRepository.lidMapping.getPNForLID(sender)
  }

  async #onStatuses(updates: readonly WAMessageUpdate[]): Promise<void> {
    const { clock, logger } = this.#options
    for (const { key, update } of updates) {
      const status = STATUS_BY_CODE.get(update.status ?? -1)
      if (!key.fromMe || !key.id || !status) continue
      try {
        await this.#handlers.onStatus({ channelMessageId: key.id, status, at: clock.now() })
      } catch (error) {
        logger.warn({ channelMessageId: key.id, err: error }, 'status could not be stored')
      }
    }
  }
}

/** Baileys' numbers: 3 delivered, 4 read, 5 played. Refusals come by acknowledgement. */
const STATUS_BY_CODE: ReadonlyMap<number, 'delivered' | 'read'> = new Map([
  [3, 'delivered'],
  [4, 'read'],
  [5, 'read'],
])
