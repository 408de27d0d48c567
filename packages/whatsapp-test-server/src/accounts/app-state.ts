import { randomBytes } from 'node:crypto'
import {
  encodeSyncdPatch,
  type LTHashState,
  newLTHashState,
  proto,
  type WAPatchCreate,
} from '@whiskeysockets/baileys'

const KEY_ID_LENGTH = 6

interface Collection {
  patches: Buffer[]
  state: LTHashState
}

/**
 * The settings and chat states that the devices of an account share, as numbered patches in named
 * collections. The server cannot read them; only the phone writes with the key, the rest is passed on.
 */
export class AppState {
  /** Two zero bytes lead: the phone's own device number, as real key ids have it. */
  readonly keyId = Buffer.concat([Buffer.alloc(2), randomBytes(KEY_ID_LENGTH - 2)])
  readonly keyData = randomBytes(32)
  readonly #collections = new Map<string, Collection>()

  version(name: string): number {
    return this.#collection(name).patches.length
  }

  patchesSince(name: string, version: number): Buffer[] {
    return this.#collection(name).patches.slice(version)
  }

  /** Stores a patch of a linked device as the next version. */
  accept(name: string, encodedPatch: Uint8Array): number {
    const collection = this.#collection(name)
    const patch = proto.SyncdPatch.decode(encodedPatch)
    return append(collection, patch)
  }

  /** The phone's own change, encrypted with the shared key. */
  async write(change: WAPatchCreate): Promise<void> {
    const collection = this.#collection(change.type)
    const keyId = this.keyId.toString('base64')
    const { patch, state } = await encodeSyncdPatch(change, keyId, collection.state, async () => ({
      keyData: this.keyData,
    }))
    collection.state = state
    append(collection, patch)
  }

  #collection(name: string): Collection {
    const found = this.#collections.get(name)
    if (found) return found
    const created: Collection = { patches: [], state: newLTHashState() }
    this.#collections.set(name, created)
    return created
  }
}

function append(collection: Collection, patch: proto.ISyncdPatch): number {
  const version = collection.patches.length + 1
  const numbered = { ...patch, version: { version } }
  collection.patches.push(Buffer.from(proto.SyncdPatch.encode(numbered).finish()))
  return version
}
