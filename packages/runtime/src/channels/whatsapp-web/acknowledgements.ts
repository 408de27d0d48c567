/** What WhatsApp's server said about a message of ours. */
export type Acknowledgement =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly code: number }
  /** The line broke, or the server kept silent. */
  | { readonly outcome: 'unknown' }

/** Waits for the server's word on messages by their ids. Baileys itself resolves a send as soon as the bytes are written. */
export class Acknowledgements {
  readonly #waiting = new Map<string, (acknowledgement: Acknowledgement) => void>()

  /** Must be called before the message is written. */
  expect(channelMessageId: string, timeoutMs: number): Promise<Acknowledgement> {
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.#settle(channelMessageId, { outcome: 'unknown' }),
        timeoutMs,
      )
      this.#waiting.set(channelMessageId, (acknowledgement) => {
        clearTimeout(timer)
        resolve(acknowledgement)
      })
    })
  }

  /** The server's `<ack class="message">`. */
  take(channelMessageId: string, error: string | undefined): void {
    this.#settle(
      channelMessageId,
      error === undefined ? { outcome: 'accepted' } : { outcome: 'refused', code: Number(error) },
    )
  }

  /** The line is down: nobody will be answered any more. */
  abandonAll(): void {
    for (const id of this.#waiting.keys()) this.#settle(id, { outcome: 'unknown' })
  }

  #settle(channelMessageId: string, acknowledgement: Acknowledgement): void {
    const resolve = this.#waiting.get(channelMessageId)
    this.#waiting.delete(channelMessageId)
    resolve?.(acknowledgement)
  }
}
