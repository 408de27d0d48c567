import { type Trigger, triggersOf } from '@parley/shared'
import { type CompiledFlow, compileFlow } from '../engine/index.ts'
import type { Store } from './ports/store.ts'
import type { FlowVersionRecord, PublicationRecord } from './records.ts'
import { type Audience, versionFor } from './trials.ts'

export interface PublishedFlow {
  readonly version: FlowVersionRecord
  readonly compiled: CompiledFlow
  readonly triggers: readonly Trigger[]
  /** IANA name; what the triggers' active hours mean when they name none. */
  readonly timeZone: string
}

/** Flow versions, compiled once each: they never change, so the cache never goes stale. */
export class PublishedFlows {
  readonly #store: Store
  readonly #byVersionId = new Map<string, PublishedFlow>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Null when the version was deleted. */
  async find(flowVersionId: string): Promise<PublishedFlow | null> {
    const known = this.#byVersionId.get(flowVersionId)
    if (known) {
      // Moved to the young end, so that what is evicted is what nobody used for longest.
      this.#byVersionId.delete(flowVersionId)
      this.#byVersionId.set(flowVersionId, known)
      return known
    }
    const version = await this.#store.flows.findVersion(flowVersionId)
    if (!version) return null
    const { flow } = version
    const published = {
      version,
      compiled: compileFlow(flow),
      triggers: triggersOf(flow),
      timeZone: flow.settings.timeZone || DEFAULT_TIME_ZONE,
    }
    this.#byVersionId.set(flowVersionId, published)
    if (this.#byVersionId.size > MAX_COMPILED_FLOWS) {
      const oldest = this.#byVersionId.keys().next()
      if (!oldest.done) this.#byVersionId.delete(oldest.value)
    }
    return published
  }

  /** The flows that answer a contact on a number, each in the version for them, in the order of their publication. */
  async listFor(numberId: string, contact: Audience): Promise<readonly PublishedFlow[]> {
    const publications = await this.#store.flows.listPublications(numberId)
    const flows = await Promise.all(
      publications.map(async (publication) => {
        const versionId = versionFor(publication, contact)
        return versionId === null ? null : this.find(versionId)
      }),
    )
    return flows.filter((flow) => flow !== null)
  }

  /** How a flow answers on a number; null when it does not. */
  async publicationOf(numberId: string, flowId: string): Promise<PublicationRecord | null> {
    const publications = await this.#store.flows.listPublications(numberId)
    return publications.find((publication) => publication.flowId === flowId) ?? null
  }
}

const MAX_COMPILED_FLOWS = 500
export const DEFAULT_TIME_ZONE = 'UTC'
