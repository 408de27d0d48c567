/** The command was called in a way that it does not know; exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** It was called rightly and could not do it; the message says why and what to do. Exit code 1. */
export class CommandError extends Error {
  override name = 'CommandError'
}
