import { Agent as HttpsAgent } from 'node:https'
import type { WhatsAppTestServer } from '@parley/whatsapp-test-server'
import { Agent } from 'undici'
import { systemClock } from '../../../pipeline/clock.ts'
import { ChannelError } from '../../../pipeline/errors.ts'
import type { WhatsAppWebOptions } from '../options.ts'
import type { AuthChange, AuthStorage, MediaLibrary, SentMessages, StoredMedia } from '../ports.ts'

/** A login store that takes its time, as a database does, and refuses older owners. */
export class SlowAuthStorage implements AuthStorage {
  readonly entries = new Map<string, string>()
  /** The next writes fail, so many of them. */
  failWrites = 0
  /** The next removals fail, so many of them. */
  failClears = 0
  readonly #latencyMs: number
  #fence = 0

  constructor(latencyMs: number) {
    this.#latencyMs = latencyMs
  }

  async read(numberId: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    await this.#wait()
    return new Map(
      names.flatMap((name) => {
        const value = this.entries.get(`${numberId}/${name}`)
        return value === undefined ? [] : [[name, value] as const]
      }),
    )
  }

  async write(numberId: string, changes: readonly AuthChange[], fence: number): Promise<void> {
    await this.#wait()
    if (this.failWrites > 0) {
      this.failWrites -= 1
      throw new Error('the database is away')
    }
    if (fence < this.#fence) throw new Error('another process owns this number')
    this.#fence = fence
    for (const { name, value } of changes) {
      if (value === null) this.entries.delete(`${numberId}/${name}`)
      else this.entries.set(`${numberId}/${name}`, value)
    }
  }

  async clear(numberId: string): Promise<void> {
    if (this.failClears > 0) {
      this.failClears -= 1
      throw new Error('the database is away')
    }
    for (const key of this.entries.keys()) {
      if (key.startsWith(`${numberId}/`)) this.entries.delete(key)
    }
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, this.#latencyMs)
    })
  }
}

export function memorySentMessages(): SentMessages {
  const byId = new Map<string, Uint8Array>()
  return {
    save: async (numberId, id, encoded) => {
      byId.set(`${numberId}/${id}`, encoded)
    },
    find: async (numberId, id) => byId.get(`${numberId}/${id}`) ?? null,
  }
}

export class MemoryMediaLibrary implements MediaLibrary {
  readonly files = new Map<string, StoredMedia>()

  async read(_workspaceId: string, mediaId: string): Promise<StoredMedia> {
    const file = this.files.get(mediaId)
    if (!file) throw new ChannelError('media', `There is no file ${mediaId}.`)
    return file
  }

  fetch(url: string): Promise<StoredMedia> {
    return this.read('', url)
  }

  async save(_workspaceId: string, media: StoredMedia): Promise<{ mediaId: string }> {
    const mediaId = `media_${this.files.size + 1}`
    this.files.set(mediaId, media)
    return { mediaId }
  }
}

export const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** Everything that the channel needs, against a test server; 5 ms is what a database on the same network takes. */
export function optionsFor(server: WhatsAppTestServer, latencyMs = 5) {
  const authStorage = new SlowAuthStorage(latencyMs)
  const media = new MemoryMediaLibrary()
  const options: WhatsAppWebOptions = {
    authStorage,
    sentMessages: memorySentMessages(),
    media,
    clock: systemClock,
    logger: silent,
    socketUrl: server.url,
    tls: {
      agent: new HttpsAgent({ ca: server.caPem }),
      dispatcher: new Agent({ connect: { ca: server.caPem } }),
    },
  }
  return { options, authStorage, media }
}
