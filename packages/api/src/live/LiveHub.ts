import { randomBytes } from 'node:crypto'
import type { LiveEvent, LiveFeed } from '@parley/runtime/pipeline'

/** What the API itself adds to the pipeline's events. */
export type HubEvent =
  | LiveEvent
  | { readonly type: 'flow.updated'; readonly flowId: string; readonly revision: number }

export interface PublishedEvent {
  /** `<process>-<number>`, for Last-Event-ID. */
  readonly id: string
  readonly workspaceId: string
  readonly event: HubEvent
}

type Listener = (event: PublishedEvent) => void
type Observer = (event: HubEvent, workspaceId: string) => void

/** Events kept for readers that were cut off for a moment. */
const KEPT_EVENTS = 1_000

/** Passes events of this process on to those who watch a workspace, and remembers the last ones. */
export class LiveHub implements LiveFeed {
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #observers = new Set<Observer>()
  readonly #process = randomBytes(4).toString('hex')
  #recent: PublishedEvent[] = []
  #count = 0

  publish(workspaceId: string, event: HubEvent): void {
    const published = { id: `${this.#process}-${this.#count++}`, workspaceId, event }
    this.#recent.push(published)
    // Cut in halves, so that most events cost nothing.
    if (this.#recent.length >= 2 * KEPT_EVENTS) this.#recent = this.#recent.slice(-KEPT_EVENTS)
    for (const listener of this.#listeners.get(workspaceId) ?? []) listener(published)
    for (const observer of this.#observers) observer(event, workspaceId)
  }

  /** The returned function ends it. */
  subscribe(workspaceId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(workspaceId) ?? new Set()
    this.#listeners.set(workspaceId, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(workspaceId)
    }
  }

  /** Hears the events of all workspaces: for figures and webhooks, never for people. The returned function ends it. */
  observe(observer: Observer): () => void {
    this.#observers.add(observer)
    return () => this.#observers.delete(observer)
  }

  /** How many watch at this moment. */
  get listenerCount(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0)
  }

  /** Events of a workspace after the one with this id; null when that one is not known any more. */
  since(workspaceId: string, lastEventId: string): readonly PublishedEvent[] | null {
    const index = this.#recent.findIndex(({ id }) => id === lastEventId)
    if (index === -1) return null
    return this.#recent.slice(index + 1).filter((event) => event.workspaceId === workspaceId)
  }
}
