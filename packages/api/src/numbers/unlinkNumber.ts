import { type NumberRecord, newId } from '@parley/runtime/pipeline'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError } from '../errors.ts'
import { settle } from '../settle.ts'
import { disconnectNumber } from './connection.ts'

const LEASE_MS = 10_000

/**
 * Disconnects a number and forgets its login on the platform, so that it is linked anew. What is sent meanwhile waits.
 *
 * @throws {ApiError} 409 when the process that has its line does not let go of it in time.
 */
export async function unlinkNumber(
  dependencies: RouteDependencies,
  number: NumberRecord,
): Promise<void> {
  const { clock, store } = dependencies
  await disconnectNumber(dependencies, number)
  // Whoever has the lease has the line, and a line that is still open would write its login once more.
  const ownerId = newId('own')
  const lease = await settle(
    () => store.numbers.acquireLease(number.id, ownerId, clock.now(), LEASE_MS),
    (acquired) => acquired !== null,
  )
  if (!lease) {
    throw new ApiError('CONFLICT', 'The number is still being disconnected. Try again in a moment')
  }
  await store.authState.clear(number.id)
  await store.numbers.releaseLease(lease)
}
