import type { StoredMedia } from '@parley/runtime/channels/whatsapp-web'
import type { Clock } from '@parley/runtime/pipeline'
import { SizedCache } from '@parley/shared'

/** A file that was fetched from the web. */
export interface FetchedFile {
  readonly media: StoredMedia
  /** The server did not say that it is different every time. */
  readonly mayBeKept: boolean
}

const MAX_AGE_MS = 5 * 60 * 1_000
const MAX_FILE_BYTES = 16_000_000
const MAX_TOTAL_BYTES = 64_000_000

/**
 * Files from the web that were sent a moment ago, by their address: what goes to many contacts is fetched once. In memory
 * only, and only small ones.
 */
export class RecentFiles {
  readonly #clock: Clock
  readonly #kept = new SizedCache<{ readonly media: StoredMedia; readonly fetchedAt: number }>(
    MAX_TOTAL_BYTES,
  )
  readonly #underWay = new Map<string, Promise<StoredMedia>>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** @throws what `load` throws, which is called again the next time. */
  get(url: string, load: () => Promise<FetchedFile>): Promise<StoredMedia> {
    const kept = this.#kept.get(url)
    if (kept && this.#clock.now() - kept.fetchedAt < MAX_AGE_MS) return Promise.resolve(kept.media)
    const underWay = this.#underWay.get(url) ?? this.#load(url, load)
    this.#underWay.set(url, underWay)
    return underWay
  }

  async #load(url: string, load: () => Promise<FetchedFile>): Promise<StoredMedia> {
    const fetchedAt = this.#clock.now()
    try {
      const { media, mayBeKept } = await load()
      const { length } = media.bytes
      if (mayBeKept && length <= MAX_FILE_BYTES) this.#kept.set(url, { media, fetchedAt }, length)
      return media
    } finally {
      this.#underWay.delete(url)
    }
  }
}
