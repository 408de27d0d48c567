import { numberReason } from '@parley/shared/api'
import {
  isJidGroup,
  jidNormalizedUser,
  type ConnectionState as SocketState,
  type WASocket,
} from '@whiskeysockets/baileys'
import { ChannelError } from '../../pipeline/errors.ts'
import type { LookUpResult } from '../../pipeline/groups.ts'
import type {
  ChannelHandlers,
  Connection,
  OutboundMessage,
  SendReceipt,
} from '../../pipeline/ports/channel.ts'
import type { Lease, NumberRecord } from '../../pipeline/records.ts'
import { type AuthState, openAuthState } from './authState.ts'
import { LineGroups } from './LineGroups.ts'
import { LineReceiver } from './LineReceiver.ts'
import { LineSender } from './LineSender.ts'
import { settingsOf, type WhatsAppWebOptions } from './options.ts'
import { afterClose } from './reconnect.ts'
import { endSocket, openSocket, statusCodeOf } from './socket.ts'

/** The first QR code lives a minute, the following ones 20 seconds; then WhatsApp ends the attempt. */
const FIRST_QR_MS = 60_000
const QR_MS = 20_000
/** Neither a QR code, nor open, nor closed for so long: Baileys hangs (an HTTP error on the upgrade does that). */
const WATCHDOG_MS = 60_000
/** Open for so long counts as mended. */
const STABLE_MS = 60_000

/**
 * The line of one number to WhatsApp: logs in, reconnects by the policy of `reconnect.ts`, hands inbound messages over,
 * and sends with the server's acknowledgement.
 */
export class WhatsAppLine implements Connection {
  readonly #options: WhatsAppWebOptions
  readonly #number: () => NumberRecord
  readonly #handlers: ChannelHandlers
  readonly #lease: () => Lease
  readonly #sender: LineSender
  readonly #receiver: LineReceiver
  readonly groups: LineGroups
  #auth: AuthState | null = null
  #socket: WASocket | null = null
  #isOpen = false
  #isClosed = false
  #failures = 0
  #qrCodes = 0
  /** Of the present attempt to link; asked for once, because asking again makes the first one worthless. */
  #pairingCode: Promise<string | null> | null = null
  #cancelTimers: (() => void)[] = []

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
    this.#sender = new LineSender({
      options,
      number,
      findMessageKey: (messageId) => handlers.findMessageKey(messageId),
      openSocket: () => (this.#isOpen ? this.#socket : null),
      onTaken: (jid) => this.#auth?.keys.senderKeysArrived(jid),
    })
    this.groups = new LineGroups(() => {
      if (this.#isOpen && this.#socket) return this.#socket
      throw new ChannelError('offline', 'The number is not connected to WhatsApp.')
    })
    this.#receiver = new LineReceiver({
      options,
      number,
      handlers,
      isClosed: () => this.#isClosed,
    })
  }

  async open(): Promise<void> {
    await this.#handlers.onConnection({ status: 'connecting', reason: numberReason('connecting') })
    await this.#login()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#dropSocket()
    await this.#receiver.settled()
    await this.#auth?.close()
  }

  async setTyping(to: string): Promise<void> {
    await this.#socket?.sendPresenceUpdate('composing', to)
  }

  /** Blue ticks, unless the owner of the number has switched them off. In groups they would need the sender as well. */
  async markRead(messageId: string): Promise<void> {
    const key = await this.#handlers.findMessageKey(messageId)
    if (!key || key.fromMe || isJidGroup(key.remoteJid) || !this.#isOpen) return
    await this.#socket?.readMessages([key])
  }

  send(message: OutboundMessage): Promise<SendReceipt> {
    return this.#sender.send(message)
  }

  lookUp(phone: string): Promise<LookUpResult> {
    return this.groups.lookUp(phone)
  }

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
        // Read again at the next login. Nothing has left that the database does not know (`signalRepository.ts`).
        this.#auth = null
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
    // Cannot reject: what the database refuses is logged where it is asked.
    socket.ev.on('connection.update', (update) => void this.#onUpdate(socket, update))
    // Attached before the login, because messages that waited arrive before `open` is reported.
    socket.ev.on('messages.upsert', ({ messages }) => this.#receiver.onMessages(socket, messages))
    socket.ev.on('messages.update', (updates) => this.#receiver.onStatuses(updates))
    socket.ws.on('CB:ack,class:message', (node: { attrs: Record<string, string> }) =>
      this.#sender.acknowledge(node.attrs.id ?? '', node.attrs.error),
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
      reason: code === null ? numberReason('scan') : numberReason('typeCode', { code }),
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
      reason: numberReason('connected'),
      ...(me ? { phone: jidNormalizedUser(me).split('@')[0] ?? '' } : {}),
      pairing: null,
    })
  }

  async #onClose(error: unknown): Promise<void> {
    const { clock, logger } = this.#options
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
    if (isHalfLinked || (next.do === 'park' && next.forgetLogin)) await this.#forgetLogin()
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

  async #forgetLogin(): Promise<void> {
    const { logger, authStorage } = this.#options
    const numberId = this.#number().id
    await this.#auth?.close()
    this.#auth = null
    try {
      await authStorage.clear(numberId)
    } catch (error) {
      // With what is left of it WhatsApp refuses the next login as it did this one, and it is forgotten then.
      logger.warn({ numberId, err: error }, 'login state could not be removed')
    }
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
    this.#sender.abandonAll()
    if (!socket) return
    socket.ev.removeAllListeners('messages.upsert')
    socket.ev.removeAllListeners('connection.update')
    endSocket(socket, null)
  }
}
