import type { NumberRecord } from '@parley/runtime/pipeline'
import type { RouteDependencies } from '../../dependencies.ts'

/** How long an answer waits for the numbering of messages, should many be without a number. The next one goes on. */
const READ_PATIENCE_MS = 2_000
const SEND_PATIENCE_MS = 200

/** Numbers that messages have now. Called before reading: what was there when it was called has a number afterwards. */
export async function bringNumbersUpToDate(
  { store }: Pick<RouteDependencies, 'store'>,
  number: NumberRecord,
): Promise<void> {
  await store.messageNumbers.bringUpToDate(number, READ_PATIENCE_MS)
}

/** The number of a message that was sent just now; undefined while its number is still being numbered. */
export async function numberOf(
  { store }: Pick<RouteDependencies, 'store'>,
  number: NumberRecord,
  messageId: string,
): Promise<number | undefined> {
  await store.messageNumbers.bringUpToDate(number, SEND_PATIENCE_MS)
  return (await store.messageNumbers.numbersOf([messageId])).get(messageId)
}
