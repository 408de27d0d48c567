import type { NumberRecord } from '@parley/runtime/pipeline'
import type { RouteDependencies } from '../../dependencies.ts'

/** How long an answer waits for the numbering of messages, should many be without a number. */
const READ_PATIENCE_MS = 2_000
const SEND_PATIENCE_MS = 200

type Dependencies = Pick<RouteDependencies, 'store' | 'logger'>

/** Numbers whose old messages are being numbered although nobody waits for it. */
const inBackground = new Set<string>()

/**
 * Gives numbers to messages. Called before reading: what was there when it was called has a number afterwards. Where
 * there is too much to wait for, it goes on by itself.
 */
export async function bringNumbersUpToDate(
  dependencies: Dependencies,
  number: NumberRecord,
): Promise<void> {
  const { store, logger } = dependencies
  const isComplete = await store.messageNumbers.bringUpToDate(number, READ_PATIENCE_MS)
  if (isComplete || inBackground.has(number.id)) return
  inBackground.add(number.id)
  void numberTheRest(dependencies, number)
    .catch((error: unknown) => {
      // The next request goes on.
      logger.warn({ err: error, numberId: number.id }, 'old messages could not be numbered')
    })
    .finally(() => inBackground.delete(number.id))
}

async function numberTheRest({ store }: Dependencies, number: NumberRecord): Promise<void> {
  let isComplete = false
  while (!isComplete) {
    isComplete = await store.messageNumbers.bringUpToDate(number, READ_PATIENCE_MS)
  }
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
