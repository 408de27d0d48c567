import type { Connection } from 'mongoose'
import type { Logger } from '../pipeline/index.ts'
import type { SecretBox } from './secretBox.ts'

/** What every collection's part of the store is made from. */
export interface StoreContext {
  /** Open already: the store does not wait for it. */
  readonly connection: Connection
  readonly logger: Logger
  readonly secrets: SecretBox
  /** Epoch milliseconds; only how long things stay in caches depends on it. */
  readonly now: () => number
}
