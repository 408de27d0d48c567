import type { Filled } from './completion.ts'

interface Selection {
  readonly start: number
  readonly end: number
}

/** WhatsApp's marks around words. */
export const MARKS = { bold: '*', italic: '_', strike: '~', code: '`' } as const
export type Mark = keyof typeof MARKS

/** What a line can begin with. */
export const LINE_KINDS = ['bullets', 'numbers', 'quote'] as const
export type LineKind = (typeof LINE_KINDS)[number]

/**
 * Puts a mark around the selection, or takes it away where it is. A mark holds within one line and next to a word, so
 * each selected line gets its own and spaces at the ends stay outside.
 */
export function toggleMark(text: string, { start, end }: Selection, mark: Mark): Filled {
  const sign = MARKS[mark]
  const inner = trimmed(text, { start, end })
  if (isMarked(text, inner, sign)) {
    return {
      text:
        text.slice(0, inner.start - 1) +
        text.slice(inner.start, inner.end) +
        text.slice(inner.end + 1),
      start: inner.start - 1,
      end: inner.end - 1,
    }
  }
  const selected = text.slice(inner.start, inner.end)
  const lines = selected.split('\n')
  const allMarked = lines.every((line) => line.trim() === '' || isWrapped(line.trim(), sign))
  const isSeveral = lines.length > 1 || (selected !== '' && allMarked)
  const changed = isSeveral
    ? lines.map((line) => (allMarked ? withoutMark(line, sign) : withMark(line, sign))).join('\n')
    : sign + selected + sign
  const before = text.slice(0, inner.start)
  const shift = isSeveral ? 0 : 1
  return {
    text: before + changed + text.slice(inner.end),
    start: inner.start + shift,
    end: inner.start + changed.length - shift,
  }
}

function trimmed(text: string, { start, end }: Selection): Selection {
  const selected = text.slice(start, end)
  if (selected.trim() === '') return { start, end }
  return {
    start: start + (selected.length - selected.trimStart().length),
    end: end - (selected.length - selected.trimEnd().length),
  }
}

const isMarked = (text: string, { start, end }: Selection, sign: string) =>
  text.charAt(start - 1) === sign && text.charAt(end) === sign

const isWrapped = (words: string, sign: string) =>
  words.length > 2 && words.startsWith(sign) && words.endsWith(sign)

const withMark = (line: string, sign: string) =>
  line.replace(/^(\s*)(.*?)(\s*)$/u, (whole, before: string, words: string, after: string) =>
    words === '' || isWrapped(words, sign) ? whole : before + sign + words + sign + after,
  )

const withoutMark = (line: string, sign: string) =>
  line.replace(/^(\s*)(.*?)(\s*)$/u, (whole, before: string, words: string, after: string) =>
    isWrapped(words, sign) ? before + words.slice(1, -1) + after : whole,
  )

const BEGINNING = /^(?:[-*] |\d{1,3}\. |> ?)/u
const BEGINNINGS: Readonly<Record<LineKind, RegExp>> = {
  bullets: /^[-*] /u,
  numbers: /^\d{1,3}\. /u,
  quote: /^> ?/u,
}

/** Makes the selected lines a list or a quote, or plain lines again where they are one. */
export function toggleLines(text: string, { start, end }: Selection, kind: LineKind): Filled {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const to = next === -1 ? text.length : next
  const lines = text.slice(from, to).split('\n')
  const isAll = lines.every((line) => BEGINNINGS[kind].test(line))
  const changed = lines
    .map((line, index) => {
      const words = line.replace(BEGINNING, '')
      return isAll ? words : beginningOf(kind, index) + words
    })
    .join('\n')
  const isCaret = start === end
  const caret = Math.max(from, start + changed.length - (to - from))
  return {
    text: text.slice(0, from) + changed + text.slice(to),
    start: isCaret ? caret : from,
    end: isCaret ? caret : from + changed.length,
  }
}

const beginningOf = (kind: LineKind, index: number): string =>
  kind === 'bullets' ? '- ' : kind === 'numbers' ? `${index + 1}. ` : '> '

/**
 * What Enter does inside a list or a quote: the next line begins in the same way, and a line with nothing else on it
 * ends the list. Null where Enter is just Enter.
 */
export function continueLine(text: string, caret: number): Filled | null {
  const from = text.lastIndexOf('\n', caret - 1) + 1
  const line = text.slice(from, caret)
  const [, sign = '', words = ''] = /^([-*] |\d{1,3}\. |> )(.*)$/u.exec(line) ?? []
  if (sign === '') return null
  if (words.trim() === '') {
    return { text: text.slice(0, from) + text.slice(caret), start: from, end: from }
  }
  const number = /^\d+/u.exec(sign)?.[0]
  const added = `\n${number === undefined ? sign : `${Number(number) + 1}. `}`
  const at = caret + added.length
  return { text: text.slice(0, caret) + added + text.slice(caret), start: at, end: at }
}
