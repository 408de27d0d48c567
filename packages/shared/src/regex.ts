import { RE2JS, RE2JSException } from 're2js'

/** Longest pattern that an author may write; the machine built from it grows with its length. */
export const MAX_PATTERN_LENGTH = 500

/** Why a pattern cannot be used, in words; null when it can. */
export function checkRegex(pattern: string): string | null {
  if (pattern.length > MAX_PATTERN_LENGTH)
    return `it is longer than ${MAX_PATTERN_LENGTH} characters.`
  try {
    RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
    return null
  } catch (error) {
    if (error instanceof RE2JSException) return `${error.message}.`
    throw error
  }
}
