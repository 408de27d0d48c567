declare global {
  /** Answers by address that `public/firstPaint.js` has asked for; those that were taken are gone. */
  var parleyAsked: Record<string, Promise<Response>> | undefined
}

/** They are for drawing the first page; what is asked for later is asked anew. */
const TAKEN_WITHIN_MS = 10_000

/** Fetches, unless the answer is on its way since before the program was there. For GET only. */
export function fetchOnce(url: string, init: RequestInit): Promise<Response> {
  const answers = globalThis.parleyAsked
  const asked = answers?.[url]
  if (!answers || !asked || performance.now() > TAKEN_WITHIN_MS) return fetch(url, init)
  delete answers[url]
  return asked
}
