import type { Store } from '../pipeline/ports/store.ts'

/** The process died: nothing it does from now on reaches the database. */
export class CrashedError extends Error {
  override name = 'CrashedError'
}

export interface FaultyStore {
  readonly store: Store
  /** Writes that were let through. */
  writes(): number
  hasCrashed(): boolean
}

const READS = /^(find|list)/

/**
 * A store of a process that dies at its write number `crashAt`: before that write reaches the database (`lost`), or after
 * it did but before the process heard of it (`unheard`). From then on every call fails.
 */
export function faultyStore(real: Store, crashAt: number, how: 'lost' | 'unheard'): FaultyStore {
  let writes = 0
  let isDead = false
  const dead = () => Promise.reject(new CrashedError('crashed'))

  const wrapCollection = (collection: object): object =>
    new Proxy(collection, {
      get: (target, property) => {
        // A proxy sees any property; the store has methods only.
        const method = Reflect.get(target, property) as (...given: unknown[]) => Promise<unknown>
        return (...given: unknown[]) => {
          if (isDead) return dead()
          if (READS.test(String(property))) return method.apply(target, given)
          writes += 1
          if (writes !== crashAt) return method.apply(target, given)
          isDead = true
          return how === 'lost' ? dead() : method.apply(target, given).then(dead)
        }
      },
    })

  // Each part is replaced by a proxy of the same part, so the result has the store's shape.
  const store = Object.fromEntries(
    Object.entries(real).map(([name, collection]) => [name, wrapCollection(collection)]),
  ) as unknown as Store
  return { store, writes: () => writes, hasCrashed: () => isDead }
}
