import https from 'node:https'
import makeWASocket, {
  type BaileysEventMap,
  type UserFacingSocketConfig,
  type WAMessage,
  type WASocket,
} from '@whiskeysockets/baileys'
import { Journal } from '../journal.ts'
import type { VirtualPhone } from '../phone/virtual-phone.ts'
import type { WhatsAppTestServer } from '../server.ts'
import { silentLogger } from '../signal/silent-logger.ts'
import { createMemoryAuth, type MemoryAuth } from './memory-auth.ts'

const RESTART_REQUIRED = 515

export type ConnectionUpdate = BaileysEventMap['connection.update']

/** A message as Baileys reported it, live (`notify`) or from the time it was away (`append`). */
export interface BotMessage {
  message: WAMessage
  upsertType: 'notify' | 'append'
}

/** A bot made of an unmodified Baileys socket, which writes down what happens to it. */
export interface Bot {
  socket: WASocket
  auth: MemoryAuth
  updates: Journal<ConnectionUpdate>
  messages: Journal<BotMessage>
  /** Status changes of messages that the bot sent, and edits of those that it received. */
  messageUpdates: Journal<BaileysEventMap['messages.update'][number]>
  /** Resolves with the status code once the connection is closed. */
  closed(): Promise<number>
  waitForText(text: string): Promise<WAMessage>
  waitForMessage(messageId: string): Promise<WAMessage>
  end(): Promise<void>
}

export interface BotOptions {
  auth?: MemoryAuth
  config?: Partial<UserFacingSocketConfig>
}

/** Opens one socket, without waiting for anything. */
export function openSocket(server: WhatsAppTestServer, options: BotOptions = {}): Bot {
  const auth = options.auth ?? createMemoryAuth()
  const socket = makeWASocket({
    auth: auth.state,
    waWebSocketUrl: server.url,
    logger: silentLogger,
    syncFullHistory: false,
    fetchAgent: new https.Agent({ ca: server.caPem }),
    ...options.config,
  })
  const updates = new Journal<ConnectionUpdate>('connection update', (update) =>
    JSON.stringify(update),
  )
  const messages = new Journal<BotMessage>('bot message', ({ message, upsertType }) =>
    JSON.stringify({ upsertType, key: message.key, message: message.message }),
  )
  const messageUpdates = new Journal<BaileysEventMap['messages.update'][number]>(
    'message update',
    ({ key, update }) => JSON.stringify({ key, update }),
  )
  socket.ev.on('connection.update', (update) => updates.add(update))
  socket.ev.on('messages.update', (changes) => {
    for (const change of changes) messageUpdates.add(change)
  })
  socket.ev.on('messages.upsert', (upsert) => {
    for (const message of upsert.messages) messages.add({ message, upsertType: upsert.type })
  })
  const waitForMessage = async (matches: (message: WAMessage) => boolean) =>
    (await messages.waitFor(({ message }) => matches(message))).message
  return {
    socket,
    auth,
    updates,
    messages,
    messageUpdates,
    closed: async () => {
      const update = await updates.waitFor(({ connection }) => connection === 'close', 10_000)
      return statusCodeOf(update.lastDisconnect?.error)
    },
    waitForText: (text) => waitForMessage(({ message }) => message?.conversation === text),
    waitForMessage: (id) => waitForMessage(({ key, message }) => key.id === id && !!message),
    end: () => socket.end(undefined),
  }
}

/**
 * Connects a bot, pairing it with `owner` by QR code if it is new, and resolves when it is open and has
 * read what its phone sent: rc14 spoils its session with the phone when it sends while it reads that.
 */
export async function connectBot(
  server: WhatsAppTestServer,
  owner: VirtualPhone,
  options: BotOptions = {},
): Promise<Bot> {
  const auth = options.auth ?? createMemoryAuth()
  let hasScanned = false
  for (;;) {
    const bot = openSocket(server, { ...options, auth })
    bot.socket.ev.on('connection.update', ({ qr }) => {
      if (qr === undefined || hasScanned) return
      hasScanned = true
      void owner.scanQr(qr)
    })
    const update = await bot.updates.waitFor(
      ({ connection }) => connection === 'open' || connection === 'close',
      20_000,
    )
    if (update.connection === 'open') {
      await Promise.all([...owner.account.linkedDevices.values()].map((d) => d.whenSettled()))
      return bot
    }
    const statusCode = statusCodeOf(update.lastDisconnect?.error)
    if (statusCode !== RESTART_REQUIRED) throw new Error(`The bot was refused with ${statusCode}`)
  }
}

function statusCodeOf(error: Error | undefined): number {
  // Baileys closes with Boom errors only, whose type it does not export.
  return (error as { output?: { statusCode: number } } | undefined)?.output?.statusCode ?? 0
}
