/** A call that the guard refused, or an answer that it did not want. The message is for the author of the flow. */
export class GuardError extends Error {
  override name = 'GuardError'
}

/** The answer, or what it says of itself, is longer than `maxResponseBytes`. */
export class AnswerTooLongError extends GuardError {
  override name = 'AnswerTooLongError'
}

export const privateAddress = (host: string): GuardError =>
  new GuardError(
    `${host} is a private address. Parley only calls public ones; the operator can allow a host in PARLEY_ALLOW_PRIVATE_HOSTS`,
  )
