import type { Clock } from '@parley/runtime/pipeline'
import type { MongoStore, WebhookRecord } from '@parley/runtime/store'

/** How long another process's change may stay unseen here. */
const CACHE_MS = 5_000
/** More workspaces than this are not all busy at a time. */
const MAX_WORKSPACES = 10_000

interface Entry {
  readonly webhooks: Promise<readonly WebhookRecord[]>
  /** What the promise gave; null until then. */
  known: readonly WebhookRecord[] | null
  readonly readAt: number
}

/** The subscriptions of workspaces, remembered for a moment: most messages belong to a workspace that has none. */
export class Subscriptions {
  readonly #store: Pick<MongoStore, 'webhooks'>
  readonly #clock: Clock
  readonly #entries = new Map<string, Entry>()

  constructor(store: Pick<MongoStore, 'webhooks'>, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** True only when it is known already. */
  hasNone(workspaceId: string): boolean {
    return this.#fresh(workspaceId)?.known?.length === 0
  }

  of(workspaceId: string): Promise<readonly WebhookRecord[]> {
    return (this.#fresh(workspaceId) ?? this.#read(workspaceId)).webhooks
  }

  /** They have changed. */
  forget(workspaceId: string): void {
    this.#entries.delete(workspaceId)
  }

  #fresh(workspaceId: string): Entry | undefined {
    const entry = this.#entries.get(workspaceId)
    return entry && entry.readAt + CACHE_MS > this.#clock.now() ? entry : undefined
  }

  #read(workspaceId: string): Entry {
    const webhooks = this.#store.webhooks.listOfWorkspace(workspaceId)
    const entry: Entry = { webhooks, known: null, readAt: this.#clock.now() }
    if (this.#entries.size >= MAX_WORKSPACES) this.#entries.clear()
    this.#entries.set(workspaceId, entry)
    webhooks.then(
      (known) => {
        entry.known = known
      },
      // Whoever asked hears of it; the next one asks again.
      () => {
        if (this.#entries.get(workspaceId) === entry) this.forget(workspaceId)
      },
    )
    return entry
  }
}
