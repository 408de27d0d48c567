/** Undefined for what is no JSON: nothing, or the page of a proxy. Whoever checks the outcome says what is wrong with it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
