import { BSONRegExp } from 'bson'
import { badValue, locationError } from '../errors.ts'

/**
 * A JavaScript regular expression with the meaning of a MongoDB one, as far as the two languages agree. Its running
 * time is not bounded: patterns must come from the program, never from its users.
 */
export function toRegExp(pattern: unknown, options?: unknown): RegExp {
  const parsed = parseRegex(pattern, options)
  let { source, flags } = parsed
  if (flags.includes('x')) source = withoutComments(source)
  const inline = /^\(\?([imsx]+)\)/.exec(source)
  if (inline?.[1]) {
    flags += inline[1]
    source = source.slice(inline[0].length)
  }
  const kept = ['i', 'm', 's'].filter((flag) => flags.includes(flag)).join('')
  try {
    return new RegExp(source, `${kept}u`)
  } catch {
    // Some escapes that PCRE accepts are errors in JavaScript's Unicode mode only.
    try {
      return new RegExp(source, kept)
    } catch (error) {
      throw locationError(51091, `Regular expression is invalid: ${String(error)}`)
    }
  }
}

export interface ParsedRegex {
  source: string
  flags: string
}

/** Pattern and flags of a `$regex` argument or a regular expression value. */
export function parseRegex(pattern: unknown, options?: unknown): ParsedRegex {
  const given = typeof options === 'string' ? options : null
  if (pattern instanceof RegExp) return { source: pattern.source, flags: given ?? pattern.flags }
  if (pattern instanceof BSONRegExp)
    return { source: pattern.pattern, flags: given ?? pattern.options }
  if (typeof pattern === 'string') return { source: pattern, flags: given ?? '' }
  throw badValue('$regex has to be a string')
}

/** Flag x: blanks and comments do not count, unless escaped. */
const withoutComments = (source: string) =>
  source.replace(/(\\.)|#.*$|\s+/gm, (_match, escaped: string | undefined) => escaped ?? '')

/**
 * The literal text that every match of an anchored, case-sensitive pattern starts with, so that an index can be
 * searched for it; null when there is none.
 */
export function literalPrefix({ source, flags }: ParsedRegex): string | null {
  if (/[imsx]/.test(flags) || !source.startsWith('^') || source.includes('|')) return null
  const literal = /^\^((?:[A-Za-z0-9 _@:\-/,;=&%!~"'<>]|\\[.\-/@+*?()[\]{}$^|\\])*)/.exec(source)
  let prefix = literal?.[1] ?? ''
  // A quantifier behind the last character may make it optional.
  if ('*?{'.includes(source[prefix.length + 1] ?? '|')) prefix = prefix.replace(/\\?.$/, '')
  return prefix.replace(/\\(.)/g, '$1') || null
}
