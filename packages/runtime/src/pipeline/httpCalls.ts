import type { PipelineDependencies } from './dependencies.ts'
import { RecentIds } from './recentIds.ts'
import type { HttpCallRecord } from './records.ts'

const MAX_PARALLEL_CALLS = 20
const REMEMBERED_CALLS = 5_000
const STORE_RETRY_MS = 500

/**
 * The HTTP calls that the flows of one number asked for. A call that a crash cut off is made again: it carries its id as
 * `Idempotency-Key`, so that a careful server can tell.
 */
export class HttpCalls {
  readonly #dependencies: PipelineDependencies
  readonly #signal: AbortSignal
  readonly #onAnswer: (call: HttpCallRecord) => void
  readonly #seen = new RecentIds(REMEMBERED_CALLS)
  readonly #waiting: HttpCallRecord[] = []
  readonly #running = new Set<Promise<void>>()

  constructor(
    dependencies: PipelineDependencies,
    signal: AbortSignal,
    onAnswer: (call: HttpCallRecord) => void,
  ) {
    this.#dependencies = dependencies
    this.#signal = signal
    this.#onAnswer = onAnswer
  }

  run(call: HttpCallRecord): void {
    if (this.#seen.has(call.id)) return
    this.#seen.add(call.id)
    this.#waiting.push(call)
    this.#startNext()
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running)
  }

  #startNext(): void {
    while (this.#running.size < MAX_PARALLEL_CALLS && !this.#signal.aborted) {
      const call = this.#waiting.shift()
      if (!call) return
      const running = this.#make(call).finally(() => {
        this.#running.delete(running)
        this.#startNext()
      })
      this.#running.add(running)
    }
  }

  async #make(call: HttpCallRecord): Promise<void> {
    const { http, logger, store, clock } = this.#dependencies
    const request = {
      ...call.request,
      headers: { 'idempotency-key': call.id, ...call.request.headers },
    }
    const result = await http.call(request, this.#signal)
    // An answer that came because we are stopping is none: the next owner asks again.
    while (!this.#signal.aborted) {
      try {
        await store.httpCalls.recordResult(call.id, result)
        return this.#onAnswer({ ...call, result })
      } catch (error) {
        logger.warn({ callId: call.id, err: error }, 'could not record the answer of an HTTP call')
        await new Promise<void>((resolve) => {
          clock.after(STORE_RETRY_MS, resolve)
        })
      }
    }
  }
}
