import type { WAMessage, WAMessageUpdate, WASocket } from '@whiskeysockets/baileys'
import type { ChannelHandlers, InboundMessage } from '../../pipeline/ports/channel.ts'
import type { NumberRecord } from '../../pipeline/records.ts'
import { fromBaileys } from './fromBaileys.ts'
import type { WhatsAppWebOptions } from './options.ts'
import { receiveMedia } from './receiveMedia.ts'

const STORE_RETRY_MS = 200
const STORE_RETRY_MAX_MS = 10_000

/** What a receiver knows of its line. */
export interface ReceiverLine {
  readonly options: WhatsAppWebOptions
  readonly number: () => NumberRecord
  readonly handlers: ChannelHandlers
  /** The line is wanted no more. */
  readonly isClosed: () => boolean
}

/** Hands over what comes in over a line: messages, and what became of those that went out. */
export class LineReceiver {
  readonly #line: ReceiverLine
  /** The last message under way of each chat. */
  readonly #inbound = new Map<string, Promise<void>>()

  /** Reports of what became of messages, while they are being written down. */
  readonly #statuses = new Set<Promise<void>>()

  constructor(line: ReceiverLine) {
    this.#line = line
  }

  /** Resolves when everything that came in is handed over. */
  async settled(): Promise<void> {
    await Promise.all([...this.#inbound.values(), ...this.#statuses])
  }

  /** Those of a chat one after the other, in the order in which they were written; chats do not wait for each other. */
  onMessages(socket: WASocket, messages: readonly WAMessage[]): void {
    for (const message of messages) {
      if (message.key.fromMe) {
        // Baileys merges an early receipt into the report of our own message, and sends no update then.
        this.onStatuses([{ key: message.key, update: message }])
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
    const { logger } = this.#line.options
    const numberId = this.#line.number().id
    try {
      const inbound = fromBaileys(message, await this.#phoneJidOf(socket, message))
      if (!inbound) return
      await this.#store(inbound)
      // The next message need not wait for the file of this one.
      void receiveMedia(
        this.#line.options,
        this.#line.number(),
        message,
        inbound,
        this.#line.handlers,
      )
    } catch (error) {
      logger.error(
        { numberId, channelMessageId: message.key.id, err: error },
        'inbound message could not be stored',
      )
    }
  }

  /** WhatsApp was told that we have the message, so it is tried until the database takes it. */
  async #store(inbound: InboundMessage): Promise<void> {
    const { clock, logger } = this.#line.options
    const { channelMessageId } = inbound
    for (let delayMs = STORE_RETRY_MS; ; delayMs = Math.min(delayMs * 2, STORE_RETRY_MAX_MS)) {
      try {
        return await this.#line.handlers.onInbound(inbound)
      } catch (error) {
        if (this.#line.isClosed()) throw error
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

  /** Told by WhatsApp: what became of messages that went out. */
  onStatuses(updates: readonly WAMessageUpdate[]): void {
    const told = this.#takeStatuses(updates).finally(() => this.#statuses.delete(told))
    this.#statuses.add(told)
  }

  async #takeStatuses(updates: readonly WAMessageUpdate[]): Promise<void> {
    const { clock, logger } = this.#line.options
    for (const { key, update } of updates) {
      const status = STATUS_BY_CODE.get(update.status ?? -1)
      if (!key.fromMe || !key.id || !status) continue
      try {
        await this.#line.handlers.onStatus({ channelMessageId: key.id, status, at: clock.now() })
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
