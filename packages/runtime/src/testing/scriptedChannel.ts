import { CAPABILITIES } from '@parley/shared'
import { resolveSandboxAddress } from '../channels/sandbox/address.ts'
import { ChannelError, type FailureClass } from '../pipeline/errors.ts'
import type {
  Channel,
  ChannelHandlers,
  OutboundMessage,
  Pacing,
} from '../pipeline/ports/channel.ts'

/** A channel whose troubles a test writes down beforehand; it keeps the channel contract. */
export class ScriptedChannel {
  /** Everything that went through, in order. */
  readonly sent: OutboundMessage[] = []
  readonly channel: Channel
  readonly #failures: FailureClass[] = []
  #handlers: ChannelHandlers | null = null
  #isUp = true

  constructor({ pacing, resendIsSafe = true }: { pacing?: Pacing; resendIsSafe?: boolean } = {}) {
    this.channel = {
      type: 'sandbox',
      resendIsSafe,
      capabilities: () => CAPABILITIES.sandbox,
      pacing: () => pacing ?? { perSecond: Number.POSITIVE_INFINITY, burst: 1_000, pairGapMs: 0 },
      newMessageId: (_number, seed) => `scripted:${seed}`,
      resolveAddress: resolveSandboxAddress,
      connect: async (_number, handlers) => {
        this.#handlers = handlers
        await this.#report()
        let isOpen = true
        return {
          send: async (message) => {
            if (!isOpen || !this.#isUp) throw new ChannelError('offline', 'The line is down.')
            const failure = this.#failures.shift()
            if (failure) throw new ChannelError(failure, `Scripted failure: ${failure}`)
            this.sent.push(message)
            return { channelMessageId: message.channelMessageId }
          },
          close: async () => {
            isOpen = false
          },
        }
      },
    }
  }

  /** The next attempts fail like this, one after the other. */
  failNext(...failures: readonly FailureClass[]): void {
    this.#failures.push(...failures)
  }

  /** Cuts the line, or mends it. */
  async setUp(isUp: boolean): Promise<void> {
    this.#isUp = isUp
    await this.#report()
  }

  texts(): readonly string[] {
    return this.sent.map(({ content }) => ('text' in content ? content.text : content.type))
  }

  async #report(): Promise<void> {
    await this.#handlers?.onConnection(
      this.#isUp
        ? { status: 'connected', reason: 'Connected.' }
        : { status: 'connecting', reason: 'The line is down; trying again.' },
    )
  }
}
