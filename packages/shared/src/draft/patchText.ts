import type * as Y from 'yjs'
import { commonEntries } from './commonEntries.ts'

/** A stretch of a text, in UTF-16 units, and what takes its place. */
interface Change {
  readonly at: number
  readonly length: number
  readonly words: string
}

/**
 * Makes `text` read `next`, by replacing only what differs: what others type between two places that change at once (those
 * of a variable that is renamed) stays where they typed it.
 */
export function patchText(text: Y.Text, next: string): void {
  const current = text.toJSON()
  if (current === next) return
  // From the end, so that the places of what is still to come stay right.
  for (const { at, length, words } of changesBetween(current, next).toReversed()) {
    if (length > 0) text.delete(at, length)
    if (words !== '') text.insert(at, words)
  }
}

function changesBetween(current: string, next: string): readonly Change[] {
  let start = 0
  const shorter = Math.min(current.length, next.length)
  while (start < shorter && current[start] === next[start]) start += 1
  // Yjs breaks a pair of surrogates that is cut in the middle, so the cut moves before it.
  if (start > 0 && isHighSurrogate(current, start - 1)) start -= 1
  let tail = 0
  while (
    tail < shorter - start &&
    current[current.length - 1 - tail] === next[next.length - 1 - tail]
  ) {
    tail += 1
  }
  if (tail > 0 && isLowSurrogate(current, current.length - tail)) tail -= 1
  const before = current.slice(start, current.length - tail)
  const after = next.slice(start, next.length - tail)
  return changesByWord(before, after, start) ?? [{ at: start, length: before.length, words: after }]
}

/** Comparing takes time by the product of the numbers of words. */
const MOST_COMPARISONS = 250_000

/** Null when the two have little in common: then one is written over the other as a whole. */
function changesByWord(before: string, after: string, offset: number): readonly Change[] | null {
  const old = wordsOf(before)
  const wanted = wordsOf(after)
  if (old.length < 2 || wanted.length < 2) return null
  if (old.length * wanted.length > MOST_COMPARISONS) return null
  const common = commonEntries(old, wanted)
  const kept = common.reduce((sum, [index]) => sum + (old[index]?.length ?? 0), 0)
  if (kept * 2 < Math.max(before.length, after.length)) return null

  const changes: Change[] = []
  let at = offset
  let [fromOld, fromNew] = [0, 0]
  for (const [oldIndex, newIndex] of [...common, [old.length, wanted.length] as const]) {
    const { length } = old.slice(fromOld, oldIndex).join('')
    const words = wanted.slice(fromNew, newIndex).join('')
    if (length > 0 || words !== '') changes.push({ at, length, words })
    at += length + (old[oldIndex]?.length ?? 0)
    fromOld = oldIndex + 1
    fromNew = newIndex + 1
  }
  return changes
}

/** Words, and each sign between them. */
const wordsOf = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{M}\p{N}_]+|\s+|./gsu) ?? []

const isHighSurrogate = (text: string, index: number): boolean =>
  (text.charCodeAt(index) & 0xfc00) === 0xd800
const isLowSurrogate = (text: string, index: number): boolean =>
  (text.charCodeAt(index) & 0xfc00) === 0xdc00
