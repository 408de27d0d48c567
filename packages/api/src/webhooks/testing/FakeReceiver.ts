import type { GuardedFetch } from '@parley/runtime/http'
import type { FakeClock } from '@parley/runtime/testing'

interface Try {
  readonly name: string
  readonly at: number
  readonly isTaken: boolean
}

/** A customer's server and the network before it, by a clock that a test moves. Deliveries are named by their ids. */
export class FakeReceiver {
  readonly beganAt: number
  durationMs = 0
  refuses: (name: string) => boolean = () => false
  refusal: { status: number; headers: Record<string, string> } = { status: 500, headers: {} }
  /** Requests that are not answered yet. */
  underWay = 0
  readonly #clock: FakeClock
  readonly #tries: Try[] = []

  constructor(clock: FakeClock) {
    this.#clock = clock
    this.beganAt = clock.now()
  }

  get tries(): number {
    return this.#tries.length
  }

  /** Instants at which a delivery was tried. */
  triedAt(name: string): readonly number[] {
    return this.#tries.filter((each) => each.name === name).map(({ at }) => at)
  }

  /** Names of what was taken of one conversation, in the order of taking. */
  taken(key: string): readonly string[] {
    return this.#tries
      .filter(({ name, isTaken }) => isTaken && name.startsWith(`${key} `))
      .map(({ name }) => name)
  }

  asFetch(): GuardedFetch {
    return {
      fetch: async ({ headers, signal }) => {
        const name = headers['x-parley-delivery'] ?? ''
        const at = this.#clock.now()
        this.underWay += 1
        if (this.durationMs > 0) await this.#wait(signal)
        this.underWay -= 1
        const isTaken = !this.refuses(name)
        this.#tries.push({ name, at, isTaken })
        const answer = isTaken ? { status: 204, headers: {} } : this.refusal
        return { ...answer, body: Buffer.alloc(0) }
      },
      refusalOf: () => null,
      close: () => Promise.resolve(),
    }
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#clock.after(this.durationMs, resolve)
      signal.addEventListener('abort', () => reject(new Error('cut off')))
    })
  }
}
