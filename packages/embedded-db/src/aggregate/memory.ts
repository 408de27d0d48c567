import { Binary } from 'bson'
import { isDoc } from '../bson/values.ts'
import { memoryExceeded } from '../errors.ts'

/** What V8 takes for a small value or a field, roughly. */
const VALUE_BYTES = 16

/** A rough size of a value in memory, to notice a runaway pipeline before the process does. */
function approximateBytes(value: unknown): number {
  if (typeof value === 'string') return VALUE_BYTES + value.length * 2
  if (value instanceof Binary) return VALUE_BYTES + value.position
  if (Array.isArray(value))
    return value.reduce<number>((sum, element) => sum + approximateBytes(element), VALUE_BYTES)
  if (!isDoc(value)) return VALUE_BYTES
  let bytes = VALUE_BYTES
  for (const key of Object.keys(value)) bytes += VALUE_BYTES + approximateBytes(value[key])
  return bytes
}

/** Adds up what a stage keeps in memory. */
export class MemoryBudget {
  readonly #stage: string
  readonly #limitBytes: number
  #usedBytes = 0

  constructor(stage: string, limitBytes: number) {
    this.#stage = stage
    this.#limitBytes = limitBytes
  }

  /** @throws {DatabaseError} when the stage keeps more than the limit. */
  add(value: unknown): void {
    this.#usedBytes += approximateBytes(value)
    if (this.#usedBytes > this.#limitBytes) throw memoryExceeded(this.#stage, this.#limitBytes)
  }
}
