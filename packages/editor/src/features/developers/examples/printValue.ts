import type { Json } from './ApiRequest.ts'

const MAX_INLINE = 60

/** How a language writes texts, and the names of entries. */
export interface Notation {
  readonly text: (text: string) => string
  readonly key: (key: string) => string
  /** After the last entry of several lines. */
  readonly lastComma: '' | ','
}

/** A value as people write it: what is short in one line, what is long in several. */
export function printValue(value: Json, notation: Notation, depth = 0): string {
  if (typeof value === 'string') return notation.text(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const isList = Array.isArray(value)
  const print = (each: Json) => printValue(each, notation, depth + 1)
  const entries = isList
    ? value.map(print)
    : Object.entries(value).map(([key, each]) => `${notation.key(key)}: ${print(each)}`)
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  if (entries.length === 0) return open + close
  const space = isList ? '' : ' '
  const inline = open + space + entries.join(', ') + space + close
  // The outermost is always spread out, so that it is easy to add to.
  if (depth > 0 && inline.length <= MAX_INLINE && !inline.includes('\n')) return inline
  const lines = entries.map((entry) => `  ${indent(entry)}`).join(',\n')
  return `${open}\n${lines}${notation.lastComma}\n${close}`
}

/** Everything but the first line, a step to the right. */
export const indent = (text: string): string => text.replaceAll('\n', '\n  ')
