import { RE2JS, RE2JSException } from 're2js'

/**
 * Regular expressions that authors write. RE2 matches in time linear in the text for every pattern, so none of them
 * can hang the server; what it leaves out (look-around, back-references) cannot be linear.
 */

/** Longest pattern that an author may write; the machine built from it grows with its length. */
export const MAX_PATTERN_LENGTH = 500
/** Time grows with text times machine, so both are bounded: the worst search takes about a tenth of a second. */
const MAX_SEARCHED_LENGTH = 2_000
const MAX_INSTRUCTIONS = 2_000
const MAX_CACHED = 1_000

const cache = new Map<string, RE2JS | null>()

/** Why a pattern cannot be used, in words; null when it can. */
export function checkRegex(pattern: string): string | null {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    return `it is longer than ${MAX_PATTERN_LENGTH} characters.`
  }
  try {
    const compiled = compile(pattern)
    return compiled.programSize() > MAX_INSTRUCTIONS ? 'its repetitions make it too large.' : null
  } catch (error) {
    if (error instanceof RE2JSException) return `${error.message}.`
    throw error
  }
}

/** True when the pattern is found in the text, whatever the case. A pattern that cannot be used finds nothing. */
export function matchesRegex(text: string, pattern: string): boolean {
  const compiled = cached(pattern)
  return compiled?.matcher(text.slice(0, MAX_SEARCHED_LENGTH)).find() ?? false
}

const compile = (pattern: string): RE2JS => RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)

function cached(pattern: string): RE2JS | null {
  const known = cache.get(pattern)
  if (known !== undefined) return known
  const compiled = checkRegex(pattern) === null ? compile(pattern) : null
  // Patterns come from published flows, and from templates inside them: the cache must not grow with those.
  if (cache.size >= MAX_CACHED) cache.clear()
  cache.set(pattern, compiled)
  return compiled
}
