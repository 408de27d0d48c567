/**
 * Why a channel could not send, by what the pipeline does next
 * (the classes are explained in docs/channels.md).
 */
export const FAILURE_CLASSES = {
  /** Platform or network trouble: again, later and later. */
  transient: 'retry',
  /** It may or may not have gone out: not again, unless the channel can tell. */
  ambiguous: 'giveUp',
  /** The number sends too fast: pause the number. */
  rateNumber: 'pauseNumber',
  /** Too fast to this contact: pause the conversation. */
  ratePair: 'pauseConversation',
  /** The number is not connected: keep the message until it is. */
  offline: 'keep',
  quality: 'giveUp',
  windowClosed: 'giveUp',
  recipientGone: 'giveUp',
  optedOut: 'giveUp',
  template: 'giveUp',
  media: 'giveUp',
  auth: 'pauseNumber',
  permission: 'giveUp',
  invalid: 'giveUp',
} as const

export type FailureClass = keyof typeof FAILURE_CLASSES

/** A send that failed. `message` is shown to people: what happened, to which, and what to do. */
export class ChannelError extends Error {
  override name = 'ChannelError'
  readonly failureClass: FailureClass
  /** Wish of the platform, in milliseconds from now. */
  readonly retryAfterMs: number | undefined
  constructor(
    failureClass: FailureClass,
    message: string,
    options: { cause?: unknown; retryAfterMs?: number } = {},
  ) {
    super(message, { cause: options.cause })
    this.failureClass = failureClass
    this.retryAfterMs = options.retryAfterMs
  }
}

/** The sender must change something. `code` is stable; `message` is safe to show. */
export class InputError extends Error {
  override name = 'InputError'
  readonly code:
    | 'invalidRecipient'
    | 'invalidContent'
    | 'numberNotFound'
    | 'conversationNotFound'
    | 'numberOffline'
    | 'notSupported'
    | 'contactOptedOut'
    | 'idempotencyConflict'
    | 'scheduledInPast'
  constructor(code: InputError['code'], message: string) {
    super(message)
    this.code = code
  }
}
