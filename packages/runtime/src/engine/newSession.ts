import type { Session } from './types.ts'

/**
 * A session that has not started.
 *
 * @throws {RangeError} when the id does not leave room for a choice token, or has characters that one may not have.
 */
export function newSession(id: string): Session {
  if (!/^[A-Za-z0-9]{1,14}$/.test(id)) {
    throw new RangeError(`Session id ${id} should have 1 to 14 characters of A-Z, a-z and 0-9`)
  }
  return { id, stepNumber: 0, waiting: null, variables: {}, ended: null }
}
