/** A piece of a message's text, as WhatsApp would show it. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly href: string }

/** A line or block of a message's text. */
export type Block =
  | { readonly type: 'line'; readonly children: readonly Inline[] }
  | { readonly type: 'quote'; readonly children: readonly Inline[] }
  | { readonly type: 'bullet'; readonly children: readonly Inline[] }
  | { readonly type: 'numbered'; readonly number: string; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }

export const FENCED = /\n?```\n?([^]+?)\n?```\n?/gu
const MARKS: Readonly<Record<string, 'bold' | 'italic' | 'strike'>> = {
  '*': 'bold',
  _: 'italic',
  '~': 'strike',
}
/** Nested marks cannot be deeper than there are marks; the limit keeps odd input from recursing. */
const MAX_DEPTH = 4
/** In longer lines only links are looked for: nobody formats by hand there, and looking for pairs would take its time. */
export const MAX_FORMATTED_LINE = 4_096
const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'*_~]/giu

/**
 * Reads WhatsApp's formatting: *bold*, _italic_, ~strike~, `code`, ``` blocks, > quotes, lists, and bare links.
 * Marks count only around words: "2 * 3 * 4" stays as it is.
 */
export function parseFormatting(text: string): readonly Block[] {
  const blocks: Block[] = []
  let from = 0
  for (const match of text.matchAll(FENCED)) {
    if (match.index > from) blocks.push(...parseLines(text.slice(from, match.index)))
    blocks.push({ type: 'code', text: match[1] ?? '' })
    from = match.index + match[0].length
  }
  if (from < text.length || blocks.length === 0) blocks.push(...parseLines(text.slice(from)))
  return blocks
}

/** The words alone, for a line that has no room for looks. */
export const withoutFormatting = (text: string): string =>
  parseFormatting(text)
    .map((block) => ('children' in block ? wordsOf(block.children) : block.text))
    .join(' ')

const wordsOf = (pieces: readonly Inline[]): string =>
  pieces.map((piece) => ('children' in piece ? wordsOf(piece.children) : piece.text)).join('')

const parseLines = (text: string): readonly Block[] => text.split('\n').map(parseLine)

function parseLine(line: string): Block {
  const quote = /^> ?(.*)$/u.exec(line)
  if (quote) return { type: 'quote', children: parseInline(quote[1] ?? '') }
  const bullet = /^\s*[-*] (.+)$/u.exec(line)
  if (bullet) return { type: 'bullet', children: parseInline(bullet[1] ?? '') }
  const numbered = /^\s*(\d{1,3})\. (.+)$/u.exec(line)
  if (numbered) {
    return { type: 'numbered', number: numbered[1] ?? '', children: parseInline(numbered[2] ?? '') }
  }
  return { type: 'line', children: parseInline(line) }
}

/** Formatting inside one line. */
export function parseInline(text: string, depth = 0): readonly Inline[] {
  if (depth >= MAX_DEPTH || text.length > MAX_FORMATTED_LINE) return parseLinks(text)
  const isInLink = linkPlaces(text)
  const pieces: Inline[] = []
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const end = isInLink(at) ? -1 : findEnd(text, at, isInLink)
    if (end === -1) continue
    pieces.push(
      ...parseLinks(text.slice(from, at)),
      toSpan(text.charAt(at), text.slice(at + 1, end), depth),
    )
    from = end + 1
    at = end
  }
  return [...pieces, ...parseLinks(text.slice(from))]
}

function toSpan(mark: string, inner: string, depth: number): Inline {
  const type = MARKS[mark]
  return type ? { type, children: parseInline(inner, depth + 1) } : { type: 'code', text: inner }
}

/** Where the links of a line are, so that marks inside them are left alone. */
export function linkPlaces(text: string): (at: number) => boolean {
  const links = [...text.matchAll(LINK)].map((match) => [
    match.index,
    match.index + match[0].length,
  ])
  return (at) => links.some(([from = 0, to = 0]) => at >= from && at < to)
}

/** Where the span that opens at `start` closes: marks stand at the edges of words, and not inside a link. -1: none opens. */
export function findEnd(text: string, start: number, isInLink: (at: number) => boolean): number {
  const mark = text.charAt(start)
  if (!(mark in MARKS) && mark !== '`') return -1
  const next = text.charAt(start + 1)
  if (isWordCharacter(text.charAt(start - 1)) || next === mark || /^\s?$/u.test(next)) return -1
  for (let end = text.indexOf(mark, start + 2); end !== -1; end = text.indexOf(mark, end + 1)) {
    const closes = !/\s/u.test(text.charAt(end - 1)) && !isWordCharacter(text.charAt(end + 1))
    if (closes && !isInLink(end)) return end
  }
  return -1
}

const isWordCharacter = (character: string) => /[\p{L}\p{N}]/u.test(character)

function parseLinks(text: string): readonly Inline[] {
  const pieces: Inline[] = []
  let from = 0
  for (const match of text.matchAll(LINK)) {
    if (match.index > from) pieces.push({ type: 'text', text: text.slice(from, match.index) })
    pieces.push({ type: 'link', text: match[0], href: match[0] })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ type: 'text', text: text.slice(from) })
  return pieces
}
