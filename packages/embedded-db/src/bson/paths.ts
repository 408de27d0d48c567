import { compare } from './compare.ts'
import { EMPTY_ARRAY } from './keys.ts'
import { type Doc, isDoc, ownField } from './values.ts'

const splitPaths = new Map<string, readonly string[]>()
const MAX_KNOWN_PATHS = 5000

/** The parts of a dotted path. */
export function partsOf(path: string): readonly string[] {
  let parts = splitPaths.get(path)
  if (!parts) {
    if (splitPaths.size > MAX_KNOWN_PATHS) splitPaths.clear()
    parts = path.split('.')
    splitPaths.set(path, parts)
  }
  return parts
}

/** The first part of a dotted path. */
export function topField(path: string): string {
  const dot = path.indexOf('.')
  return dot < 0 ? path : path.slice(0, dot)
}

export const isArrayIndex = (part: string) => /^\d+$/.test(part)

/** The value at `path` without looking into arrays, except by a number in the path. */
export function valueAt(doc: unknown, parts: readonly string[]): unknown {
  let value = doc
  for (const part of parts) {
    if (Array.isArray(value)) value = isArrayIndex(part) ? value[Number(part)] : undefined
    else if (isDoc(value)) value = ownField(value, part)
    else return undefined
  }
  return value
}

/**
 * Appends to `out` the values at `parts` as an index sees them: every element of an array, `EMPTY_ARRAY` for an
 * empty one, undefined for a missing field. Returns whether an array was met on the way.
 */
export function collectIndexValues(
  doc: unknown,
  parts: readonly string[],
  out: unknown[],
  from = 0,
): boolean {
  let value = doc
  for (let i = from; i < parts.length; i++) {
    const part = parts[i] ?? ''
    if (Array.isArray(value)) {
      const index = isArrayIndex(part) && Number(part) < value.length ? Number(part) : -1
      if (index >= 0 && !value.some(isDoc)) {
        value = value[index]
        continue
      }
      if (value.length === 0) out.push(null)
      for (const element of value) {
        if (isDoc(element)) collectIndexValues(element, parts, out, i)
        else out.push(null)
      }
      if (index >= 0) collectIndexValues(value[index], parts, out, i + 1)
      return true
    }
    if (!isDoc(value)) {
      out.push(undefined)
      return false
    }
    value = ownField(value, part)
  }
  if (!Array.isArray(value)) {
    out.push(value)
    return false
  }
  if (value.length === 0) out.push(EMPTY_ARRAY)
  else out.push(...value)
  return true
}

/** What a sort compares: the smallest element of an array when ascending, the largest when descending. */
export function sortValue(doc: Doc, parts: readonly string[], direction: number): unknown {
  const first = parts[0]
  if (parts.length === 1 && first !== undefined) {
    const value = ownField(doc, first)
    if (!Array.isArray(value)) return value
  }
  const values: unknown[] = []
  collectIndexValues(doc, parts, values)
  let best: unknown
  for (const [i, raw] of values.entries()) {
    const value = raw === EMPTY_ARRAY ? undefined : raw
    if (i === 0 || compare(value, best) * direction < 0) best = value
  }
  return best
}
