import type { JsonValue } from '@parley/shared'

/** Names that the server takes; flows write them in templates. */
export const isAttributeName = (name: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}_-]{0,63}$/u.test(name)

/** A value as text: words as they are, the rest as JSON. */
export const showAttribute = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

/** What somebody typed: a number, true or false, a JSON list or object; otherwise the words themselves. */
export function parseAttribute(text: string): JsonValue {
  const trimmed = text.trim()
  // "007" and "+49…" are words, not numbers: they would not come back as they were.
  const looksLikeJson = /^(?:true|false|[[{].*[\]}]|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?)$/su.test(
    trimmed,
  )
  if (!looksLikeJson) return text
  try {
    // JSON.parse gives JSON.
    return JSON.parse(trimmed) as JsonValue
  } catch {
    return text
  }
}
