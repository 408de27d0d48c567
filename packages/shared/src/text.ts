import type { TextLimit } from './capabilities.ts'

/** Marks that people leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs. */
const LOOSE_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g
/** Soft hyphen, zero-width and direction marks, variation selectors, Arabic tatweel: they show nothing. */
const INVISIBLE =
  /[\u00ad\u061c\u0640\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[\ufe0e\ufe0f]/g

/** Letters that Unicode does not decompose, and that people type as others. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  // Turkish has I/ı and İ/i: all four count as one letter, so that upper case from any keyboard matches.
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
}
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'g')
const PLAIN_ASCII = /^[\x20-\x7e]*$/

/**
 * A text without what people do not mean to tell apart: case, accents, width of letters, invisible characters, outer
 * and repeated spaces. Marks that carry meaning (Devanagari vowels, Thai tones, Japanese voicing, Cyrillic й) stay.
 */
export function foldText(text: string): string {
  // Most texts are plain, and this is called for every option of every answer.
  if (PLAIN_ASCII.test(text)) {
    const lower = text.toLowerCase().trim()
    return lower.includes('  ') ? lower.replace(/ +/g, ' ') : lower
  }
  return foldUnicode(text).trim().replace(/\s+/gu, ' ')
}

const foldUnicode = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/([иИ])\u0306/g, (_, letter: string) => (letter === 'и' ? 'й' : 'Й'))
    .replace(LOOSE_MARKS, '')
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter)

/** True when a reader sees nothing: empty, spaces, or invisible characters only. */
export const isBlank = (text: string): boolean => text.replace(INVISIBLE, '').trim() === ''

let segmenter: Intl.Segmenter | undefined
/** Made when it is first needed: that takes a browser 10 ms, and many a page never does. */
const graphemeSegmenter = (): Intl.Segmenter => {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return segmenter
}

/** What a reader sees as single characters: emoji with skin tone, flags and families are one each. */
export function graphemes(text: string): readonly string[] {
  if (PLAIN_ASCII.test(text)) return text.split('')
  return Array.from(graphemeSegmenter().segment(text), ({ segment }) => segment)
}

const utf8Length = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4

/** Length of a text as a platform counts it. */
export function countText(text: string, unit: TextLimit['unit']): number {
  let count = 0
  for (const character of text) {
    count += unit === 'bytes' ? utf8Length(character.codePointAt(0) ?? 0) : 1
  }
  return count
}

export const fitsText = (text: string, { max, unit }: TextLimit): boolean =>
  // No UTF-16 unit counts for more than three bytes, and none for more than one code point.
  text.length * (unit === 'bytes' ? 3 : 1) <= max || countText(text, unit) <= max

/** At most `max` UTF-16 units from the beginning, without half a character at the end. For limits of storage, not of reading. */
export function clipText(text: string, max: number): string {
  if (text.length <= max) return text
  const last = text.charCodeAt(max - 1)
  const isHalf = last >= 0xd800 && last <= 0xdbff
  return text.slice(0, isHalf ? max - 1 : max)
}

const ELLIPSIS = '…'

/** The text, or as much of its beginning as fits with an ellipsis; never cuts through what a reader sees as one character. */
export function cutText(text: string, limit: TextLimit): string {
  if (fitsText(text, limit)) return text
  const room = limit.max - countText(ELLIPSIS, limit.unit)
  if (room < 1) return text.slice(0, prefixLength(text, limit))
  return text.slice(0, prefixLength(text, { ...limit, max: room })).trimEnd() + ELLIPSIS
}

/**
 * The text in pieces that fit, cut at the end of a paragraph, line, sentence or word where there is one. Only white
 * space at the cuts is lost. An empty text gives no pieces.
 */
export function splitText(text: string, limit: TextLimit): readonly string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest !== '' && !fitsText(rest, limit)) {
    const longest = prefixLength(rest, limit)
    if (longest === 0) break
    const end = breakBefore(rest, longest)
    pieces.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  if (rest !== '') pieces.push(rest)
  return pieces
}

/** UTF-16 length of the longest beginning that fits. Cuts between graphemes, or inside one only when it alone is too long. */
function prefixLength(text: string, { max, unit }: TextLimit): number {
  let count = 0
  let length = 0
  for (const character of text) {
    count += unit === 'bytes' ? utf8Length(character.codePointAt(0) ?? 0) : 1
    if (count > max) break
    length += character.length
  }
  if (length === text.length) return length
  // A little beyond the cut, so that the segmenter sees what the last character is joined to.
  const around = graphemeSegmenter()
    .segment(text.slice(0, length + 64))
    .containing(length)
  return around === undefined || around.index === 0 ? length : around.index
}

/** Places to cut, best first. Each must be far enough in, or the pieces would become crumbs. */
const BREAKS: readonly { readonly pattern: RegExp; readonly from: number }[] = [
  { pattern: /\n\s*\n/g, from: 0.4 },
  { pattern: /\n/g, from: 0.4 },
  // Not behind the number of an option: "3." would stand in one message and its title in the next.
  { pattern: /(?<!^\d{1,3})[.!?…][)"'”’]*\s|[。！？]|[؟۔।]\s?/gm, from: 0.3 },
  { pattern: /(?<!^\d{1,3}\.)\s/gm, from: 0 },
]

function breakBefore(text: string, longest: number): number {
  // White space just behind the longest piece ends a word inside it.
  const window = text.slice(0, longest + 1)
  for (const { pattern, from } of BREAKS) {
    let best = 0
    for (const match of window.matchAll(pattern)) {
      const end = match.index + match[0].trimEnd().length
      if (end <= longest && end > longest * from) best = end
    }
    if (best > 0) return best
  }
  return longest
}
