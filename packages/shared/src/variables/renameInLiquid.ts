import type { Variable } from 'liquidjs'
import { hasLiquid } from '../liquid.ts'
import { liquid } from '../liquidEngine.ts'

/** What becomes of a template when a variable takes another name. */
export type RenamedText =
  | { readonly ok: true; readonly source: string }
  /** `broken`: it cannot be read; `clash`: it gives the new name a meaning of its own. */
  | { readonly ok: false; readonly problem: 'broken' | 'clash' }

/**
 * Writes a template anew for a flow in which the variable `from` is called `to`, so that it renders as before. What
 * stands in plain text, in strings, behind a dot, or is a name that the template itself gives (as loops do) stays.
 */
export function renameInLiquid(source: string, from: string, to: string): RenamedText {
  if (from === to || !hasLiquid(source) || !source.includes(from)) return { ok: true, source }
  const names = namesIn(source)
  if (!names) return { ok: false, problem: 'broken' }
  const { all, outer, own } = names
  // A name that is given on one way only (`if`) may be the flow's variable or the template's: all of them go together.
  const places = own(from).length > 0 ? [...all(from), ...own(from)] : outer(from)
  if (places.length === 0) return { ok: true, source }
  const isLooped = (name: string) => new RegExp(`\\bfor\\s+${name}\\s+in\\b`, 'u').test(source)
  const isTaken = outer(to).length > 0 || own(to).length > 0 || isLooped(to)
  if (isTaken || (own(from).length > 0 && isLooped(from))) return { ok: false, problem: 'clash' }
  return { ok: true, source: replaceAt(source, [...new Set(places)], from, to) }
}

/** True when a template reads a variable of this name, or gives the name to something of its own. */
export function mentions(source: string, name: string): boolean {
  if (!hasLiquid(source) || !source.includes(name)) return false
  const names = namesIn(source)
  return names !== null && (names.outer(name).length > 0 || names.own(name).length > 0)
}

/** Where the names of a template stand, as offsets; null when it cannot be read. */
function namesIn(source: string) {
  try {
    const { variables, globals, locals } = liquid.analyzeSync([...liquid.parse(source)], {
      partials: false,
    })
    const lines = lineStarts(source)
    const offsets = (found: readonly Variable[] | undefined): readonly number[] =>
      (found ?? []).map(({ location: { row, col } }) => (lines[row - 1] ?? 0) + col - 1)
    return {
      all: (name: string) => offsets(entry(variables, name)),
      outer: (name: string) => offsets(entry(globals, name)),
      own: (name: string) => offsets(entry(locals, name)),
    }
  } catch {
    return null
  }
}

const entry = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

const lineStarts = (source: string): readonly number[] => [
  0,
  ...[...source.matchAll(/\n/gu)].map(({ index }) => index + 1),
]

/** A name stands at its offset, or quoted in brackets: `["name"]`. */
function replaceAt(source: string, offsets: readonly number[], from: string, to: string): string {
  return offsets
    .toSorted((a, b) => b - a)
    .reduce((text, offset) => {
      const at = text.startsWith(from, offset) ? offset : text.indexOf(from, offset)
      return text.slice(0, at) + to + text.slice(at + from.length)
    }, source)
}
