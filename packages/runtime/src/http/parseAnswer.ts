import type { JsonValue } from '@parley/shared'

/** Deeper answers stay text: databases and templates refuse such nesting. */
const MAX_DEPTH = 40

/** An answer's body as a value: parsed when it is JSON, whatever the server calls it, and text otherwise. */
export function parseAnswer(body: Buffer, contentType: string): JsonValue {
  const text = decode(body, contentType)
  const looksLikeJson = /\bjson\b/i.test(contentType) || /^\s*[[{]/.test(text)
  if (!looksLikeJson) return text
  try {
    // JSON.parse gives nothing else than JSON values.
    const value = JSON.parse(text) as JsonValue
    return depthOf(value, MAX_DEPTH + 1) > MAX_DEPTH ? text : value
  } catch {
    return text
  }
}

function decode(body: Buffer, contentType: string): string {
  const charset = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    // An encoding that nobody knows.
    return new TextDecoder().decode(body)
  }
}

/** How many containers deep a value is; stops counting at `limit`, so that no value is too deep to be measured. */
function depthOf(value: JsonValue, limit: number): number {
  if (limit === 0 || value === null || typeof value !== 'object') return 0
  let deepest = 0
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner, limit - 1))
  return 1 + deepest
}
