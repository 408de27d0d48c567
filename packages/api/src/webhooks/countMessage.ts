import type { Clock } from '@parley/runtime/pipeline'
import type { Accounts, ApiKeyRecord, MongoStore } from '@parley/runtime/store'
import { LookupCache } from '../auth/LookupCache.ts'
import type { WebhookEvent } from './events.ts'
import type { CountedMessage } from './format.ts'

const KEYS_KEPT_MS = 10_000
/** A number that counts for the first time may have many old messages; others shall not wait for them. */
const PATIENCE_MS = 2_000

/** Finds the number of the message that an event is about; null when it is about none. */
export type CountMessage = (event: WebhookEvent) => Promise<CountedMessage | null>

export function createCountMessage({
  store,
  accounts,
  clock,
}: {
  readonly store: Pick<MongoStore, 'messageNumbers'>
  readonly accounts: Pick<Accounts, 'apiKeys'>
  readonly clock: Clock
}): CountMessage {
  const { messageNumbers } = store
  const keys = new LookupCache<ApiKeyRecord>({ ttlMs: KEYS_KEPT_MS, now: () => clock.now() })

  return async (event) => {
    if (!('message' in event)) return null
    const { id, numberId, workspaceId } = event.message
    const key = await keys.get(numberId, () => accounts.apiKeys.findInstanceOf(numberId))
    const find = async () => (await messageNumbers.numbersOf([id])).get(id)
    const known = await find()
    if (known !== undefined) return { key, messageNumber: known }
    await messageNumbers.bringUpToDate({ id: numberId, workspaceId }, PATIENCE_MS)
    const given = await find()
    if (given !== undefined) return { key, messageNumber: given }
    // It is its turn although older ones are without a number: they are too many, or it was held up for very long.
    await messageNumbers.claim(numberId, [event.message])
    return { key, messageNumber: (await find()) ?? 0 }
  }
}
