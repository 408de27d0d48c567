/** Which messages of clients the server refuses, and how. */
export interface MessageRefusal {
  /** What the `<ack error>` says: 405 and 479 for buttons, 463 for "may not start new chats"… */
  code: number
  /** Only messages with a native flow (buttons, lists, links); default all. */
  which?: 'all' | 'interactive'
  /** Only messages to this number; default to anybody. */
  to?: string
  /** How many messages it applies to; default without end. */
  times?: number
}

/**
 * What goes wrong at the server, for all clients. Everything is off at first, and every field may be
 * changed at any time.
 */
export class Troubles {
  /** Added before every stanza that the server sends. */
  latencyMs = 0
  /** HTTP status with which WebSocket upgrades are refused, 503 for instance. */
  refuseUpgradesWith: number | undefined
  /** `<failure reason>` with which logins are refused: 401, 403, 405, 500, 503… */
  refuseLoginsWith: number | undefined
  /** The first that fits decides. */
  messageRefusals: MessageRefusal[] = []
  /** Requests of these namespaces are never answered: `w:p` for the keep-alive pings. */
  ignoredRequests: string[] = []
  /** How many of the next media uploads fail with 500. */
  failUploads = 0
  /** How many of the next media downloads fail with 503. */
  failDownloads = 0
  /** The server does not tell the LIDs of phone numbers; Baileys cannot write to such a contact. */
  withholdLids = false

  /** Back to a server that works. */
  reset(): void {
    Object.assign(this, new Troubles())
  }

  /** The code with which to refuse a message, if it is to be refused. Uses up one of `times`. */
  takeRefusal(message: { to: string; isInteractive: boolean }): number | undefined {
    const refusal = this.messageRefusals.find((candidate) => applies(candidate, message))
    if (!refusal) return undefined
    if (refusal.times !== undefined) refusal.times--
    return refusal.code
  }
}

function applies(
  { which = 'all', to, times }: MessageRefusal,
  message: { to: string; isInteractive: boolean },
): boolean {
  if (times !== undefined && times <= 0) return false
  if (which === 'interactive' && !message.isInteractive) return false
  return to === undefined || to === message.to
}
