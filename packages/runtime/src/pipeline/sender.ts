import { type Content, degrade } from '@parley/shared'
import type { PipelineDependencies } from './dependencies.ts'
import { ChannelError } from './errors.ts'
import { Pacer } from './pacing.ts'
import type { Channel, Connection } from './ports/channel.ts'
import type { MessageRecord, NumberRecord } from './records.ts'
import { decide, toChannelError, toFailure } from './retry.ts'

export interface SenderHost {
  readonly number: () => NumberRecord
  readonly channel: Channel
  /** The open line, or null while the number is offline. */
  readonly connection: () => Connection | null
  /** False when the lease is lost or about to be: nothing may go out any more. */
  readonly mayAct: () => boolean
  /** The message left the outbox, one way or the other. */
  onClosed(messageId: string): void
}

/** The outbox of one number: every conversation's messages in order, conversations side by side, as fast as the channel allows. */
export class Sender {
  readonly #dependencies: PipelineDependencies
  readonly #host: SenderHost
  readonly #lines = new Map<string, Line>()
  readonly #pacer: Pacer
  #isStopped = false

  constructor(dependencies: PipelineDependencies, host: SenderHost) {
    this.#dependencies = dependencies
    this.#host = host
    this.#pacer = new Pacer(() => host.channel.pacing(host.number()), dependencies.clock)
  }

  /** Takes a message that is durable, open and due (or waits for its next attempt in its place). */
  push(message: MessageRecord): void {
    let line = this.#lines.get(message.conversationId)
    if (!line) {
      line = { messages: [], isRunning: false, settled: Promise.resolve(), cancelWait: null }
      this.#lines.set(message.conversationId, line)
    }
    if (line.messages.some(({ id }) => id === message.id)) return
    line.messages.push(message)
    this.#start(message.conversationId, line)
  }

  /** Takes a cancelled message out. False when it is on its way. */
  remove(messageId: string, conversationId: string): boolean {
    const line = this.#lines.get(conversationId)
    const index = line?.messages.findIndex(({ id }) => id === messageId) ?? -1
    if (!line || index < 0) return true
    if (index === 0 && line.isRunning && !line.cancelWait) return false
    line.messages.splice(index, 1)
    line.cancelWait?.()
    return true
  }

  /** The number is connected again. */
  resume(): void {
    for (const [conversationId, line] of this.#lines) this.#start(conversationId, line)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    const lines = [...this.#lines.values()]
    for (const line of lines) line.cancelWait?.()
    await Promise.all(lines.map(({ settled }) => settled))
  }

  #start(conversationId: string, line: Line): void {
    if (line.isRunning) return
    line.isRunning = true
    line.settled = this.#run(conversationId, line)
  }

  async #run(conversationId: string, line: Line): Promise<void> {
    try {
      for (let message = line.messages[0]; message; message = line.messages[0]) {
        if (!this.#canSend()) return
        const delay = Math.max(
          message.dueAt - this.#dependencies.clock.now(),
          this.#pacer.delayFor(conversationId),
        )
        if (delay > 0) {
          await this.#wait(line, delay)
          continue
        }
        this.#pacer.take(conversationId)
        const next = await this.#attempt(message)
        if (next === 'keep') return
        if (next === 'closed') this.#drop(line, message)
        else line.messages[0] = next
      }
      this.#lines.delete(conversationId)
    } finally {
      line.isRunning = false
    }
  }

  #canSend(): boolean {
    return !this.#isStopped && this.#host.mayAct() && this.#host.connection() !== null
  }

  #drop(line: Line, message: MessageRecord): void {
    if (line.messages[0]?.id === message.id) line.messages.shift()
    this.#host.onClosed(message.id)
  }

  #wait(line: Line, delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        cancel()
        line.cancelWait = null
        resolve()
      }
      const cancel = this.#dependencies.clock.after(delayMs, wake)
      line.cancelWait = wake
    })
  }

  /** One attempt: the message as it stands after a postponement, `closed` when it left the outbox, `keep` when the number went offline. */
  async #attempt(message: MessageRecord): Promise<MessageRecord | 'closed' | 'keep'> {
    const attempted = { ...message, attempts: message.attempts + 1 }
    let delivery: Delivery
    try {
      delivery = await this.#deliver(attempted)
    } catch (error) {
      // The database's troubles are not the message's: it waits, and is tried again unchanged.
      if (error instanceof StoreTrouble) return { ...message, dueAt: this.#later(error) }
      return this.#afterFailure(attempted, toChannelError(error))
    }
    await this.#untilDurable(() =>
      this.#dependencies.store.messages.recordSent(message.id, {
        ...delivery,
        attempts: attempted.attempts,
      }),
    )
    const { at, ...sent } = delivery
    const statusAt = { ...attempted.statusAt, sent: at }
    this.#announce({ ...attempted, ...sent, statusAt, status: 'sent', open: false })
    return 'closed'
  }

  #later(error: StoreTrouble): number {
    this.#dependencies.logger.warn({ err: error.cause }, 'outbox could not read the database')
    return this.#dependencies.clock.now() + STORE_RETRY_MS
  }

  /** Writes what has happened; it cannot unhappen, so this goes on until the database has it or the owner stops. */
  async #untilDurable(write: () => Promise<void>): Promise<void> {
    while (this.#host.mayAct() && !this.#isStopped) {
      try {
        return await write()
      } catch (error) {
        this.#dependencies.logger.warn({ err: error }, 'outbox could not write to the database')
        await new Promise<void>((resolve) => {
          this.#dependencies.clock.after(STORE_RETRY_MS, resolve)
        })
      }
    }
  }

  async #deliver(message: MessageRecord): Promise<Delivery> {
    const number = this.#host.number()
    const quoted = await this.#quotedChannelId(message)
    await this.#rememberAttempt(message)
    // Only outbound contents are ever queued; the record's type also covers what is received.
    const content = message.content as Content
    const parts = degrade(content, this.#host.channel.capabilities(number, message))
    let channelMessageId: string | null = null
    const renderedAs: Content[] = []
    for (const [index, part] of parts.entries()) {
      const isLast = index === parts.length - 1
      const connection = this.#host.connection()
      if (!connection) throw new ChannelError('offline', 'The number is not connected.')
      const receipt = await connection.send({
        messageId: message.id,
        // The last part stands for the message: it is the one with the buttons, and read last.
        channelMessageId:
          isLast && message.channelMessageId
            ? message.channelMessageId
            : this.#host.channel.newMessageId(number, `${message.id}:${index}`),
        to: message.address,
        content: part,
        ...(quoted && index === 0 ? { quotedChannelMessageId: quoted } : {}),
      })
      channelMessageId = receipt.channelMessageId
      renderedAs.push(...(receipt.renderedAs ?? [part]))
    }
    if (channelMessageId === null) {
      throw new ChannelError('invalid', 'Nothing of this content can be shown on this channel.')
    }
    return { at: this.#dependencies.clock.now(), channelMessageId, renderedAs }
  }

  /** Where a repeat could reach the contact twice, an attempt is on record before it is made. */
  async #rememberAttempt({
    id,
    attempts,
    channelMessageId,
    failure,
  }: MessageRecord): Promise<void> {
    if (this.#host.channel.resendIsSafe) return
    const wasCutOff = attempts > 1 && failure === null
    if (wasCutOff) {
      throw new ChannelError(
        'ambiguous',
        'Parley stopped while this message was being sent, so it may or may not have arrived. Send it again if it did not.',
      )
    }
    const attempt = { channelMessageId: channelMessageId ?? '', attempts }
    await reading(this.#dependencies.store.messages.recordAttempt(id, attempt))
  }

  async #quotedChannelId({ quotedMessageId }: MessageRecord): Promise<string | null> {
    if (!quotedMessageId) return null
    const quoted = await reading(this.#dependencies.store.messages.find(quotedMessageId))
    return quoted?.channelMessageId ?? null
  }

  async #afterFailure(
    message: MessageRecord,
    error: ChannelError,
  ): Promise<MessageRecord | 'closed' | 'keep'> {
    const { store, clock, logger } = this.#dependencies
    const failure = toFailure(error)
    const { id: messageId, attempts, numberId } = message
    const verdict = decide(error, attempts, jitterOf(messageId, attempts))
    logger.warn(
      { messageId, numberId, attempts, failureClass: error.failureClass, err: error.cause },
      'send failed',
    )
    if (verdict.do === 'keep') return 'keep'
    if (verdict.do === 'retry') {
      const dueAt = clock.now() + verdict.delayMs
      if (verdict.scope === 'number') this.#pacer.pause(verdict.delayMs)
      await this.#untilDurable(() =>
        store.messages.postpone(messageId, { dueAt, failure, attempts }),
      )
      return { ...message, dueAt, failure }
    }
    const at = clock.now()
    await this.#untilDurable(() =>
      store.messages.recordFailed(messageId, { at, failure, attempts }),
    )
    const statusAt = { ...message.statusAt, failed: at }
    this.#announce({ ...message, status: 'failed', statusAt, open: false, failure })
    return 'closed'
  }

  #announce(message: MessageRecord): void {
    this.#dependencies.live.publish(message.workspaceId, { type: 'message.updated', message })
  }
}

interface Delivery {
  readonly at: number
  readonly channelMessageId: string
  readonly renderedAs: readonly Content[]
}

const STORE_RETRY_MS = 500

/** The database could not be read before anything was sent. */
class StoreTrouble extends Error {
  override name = 'StoreTrouble'
}

async function reading<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise
  } catch (cause) {
    throw new StoreTrouble('The database did not answer', { cause })
  }
}

/** One conversation's messages, first to go first. */
interface Line {
  readonly messages: MessageRecord[]
  isRunning: boolean
  /** Resolves when the line stops running. */
  settled: Promise<void>
  /** Set while the line waits for its time; calling it ends the wait. */
  cancelWait: (() => void) | null
}

/** A number in [0, 1) that differs between messages; no randomness is needed to keep retries apart. */
function jitterOf(messageId: string, attempts: number): number {
  let sum = attempts
  for (const character of messageId) sum = (sum * 31 + character.charCodeAt(0)) % 1_000
  return sum / 1_000
}
