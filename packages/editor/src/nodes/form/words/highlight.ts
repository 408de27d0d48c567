import {
  FENCED,
  findEnd,
  linkPlaces,
  MAX_FORMATTED_LINE,
} from '../../../ui/message/parseFormatting.ts'

/** How a stretch of a text looks while it is written. */
export interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly strike: boolean
  readonly code: boolean
  readonly quote: boolean
  /** A sign that WhatsApp takes away, or makes a bullet of. */
  readonly mark: boolean
  /** Liquid, which is filled in when the message is sent. */
  readonly variable: boolean
}

export interface Stretch {
  readonly text: string
  readonly look: Look
}

const BITS = {
  bold: 1,
  italic: 2,
  strike: 4,
  code: 8,
  quote: 16,
  mark: 32,
  variable: 64,
} as const satisfies Readonly<Record<keyof Look, number>>

const SPANS: Readonly<Record<string, number>> = {
  '*': BITS.bold,
  _: BITS.italic,
  '~': BITS.strike,
  '`': BITS.code,
}
const MAX_DEPTH = 4

/**
 * A text as stretches that look the same, by the rules by which messages are shown (`parseFormatting`), but with every
 * character in its place. Without formatting only variables stand out.
 */
export function highlight(
  text: string,
  { hasFormatting }: { hasFormatting: boolean },
): readonly Stretch[] {
  const bits = new Uint8Array(text.length)
  if (hasFormatting) paintFormatting(text, bits)
  for (const { index, 0: tag } of text.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gsu)) {
    // What the marks inside of it would do is not known before it is filled in.
    bits.fill(BITS.variable, index, index + tag.length)
  }
  return stretchesOf(text, bits)
}

function stretchesOf(text: string, bits: Uint8Array): readonly Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && bits[at] === bits[from]) continue
    stretches.push({ text: text.slice(from, at), look: lookOf(bits[from] ?? 0) })
    from = at
  }
  return stretches
}

const lookOf = (bits: number): Look => ({
  bold: (bits & BITS.bold) !== 0,
  italic: (bits & BITS.italic) !== 0,
  strike: (bits & BITS.strike) !== 0,
  code: (bits & BITS.code) !== 0,
  quote: (bits & BITS.quote) !== 0,
  mark: (bits & BITS.mark) !== 0,
  variable: (bits & BITS.variable) !== 0,
})

function paintFormatting(text: string, bits: Uint8Array): void {
  let from = 0
  for (const { index, 0: block } of text.matchAll(FENCED)) {
    paintLines(text.slice(from, index), from, bits)
    const start = index + block.indexOf('```')
    const end = index + block.lastIndexOf('```') + 3
    bits.fill(BITS.code, start, end)
    bits.fill(BITS.code | BITS.mark, start, start + 3)
    bits.fill(BITS.code | BITS.mark, end - 3, end)
    from = index + block.length
  }
  paintLines(text.slice(from), from, bits)
}

function paintLines(text: string, offset: number, bits: Uint8Array): void {
  let at = offset
  for (const line of text.split('\n')) {
    const quote = /^> ?/u.exec(line)?.[0] ?? ''
    const item = quote === '' ? (/^\s*(?:[-*]|\d{1,3}\.) (?=.)/u.exec(line)?.[0] ?? '') : ''
    const begun = quote.length + item.length
    bits.fill(BITS.mark, at, at + begun)
    if (quote !== '') bits.fill(BITS.quote, at + begun, at + line.length)
    paintSpans(line.slice(begun), at + begun, bits)
    at += line.length + 1
  }
}

function paintSpans(text: string, offset: number, bits: Uint8Array, depth = 0): void {
  if (depth >= MAX_DEPTH || text.length > MAX_FORMATTED_LINE) return
  const isInLink = linkPlaces(text)
  for (let at = 0; at < text.length; at += 1) {
    const end = isInLink(at) ? -1 : findEnd(text, at, isInLink)
    if (end === -1) continue
    const look = SPANS[text.charAt(at)] ?? 0
    for (let each = at; each <= end; each += 1) {
      bits[offset + each] = (bits[offset + each] ?? 0) | look
    }
    for (const each of [at, end]) {
      bits[offset + each] = (bits[offset + each] ?? 0) | BITS.mark
    }
    if (look !== BITS.code) paintSpans(text.slice(at + 1, end), offset + at + 1, bits, depth + 1)
    at = end
  }
}
