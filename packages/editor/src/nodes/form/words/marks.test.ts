import { describe, expect, it } from 'vitest'
import type { Filled } from './completion.ts'
import { continueLine, type LineKind, type Mark, toggleLines, toggleMark } from './marks.ts'

/** “‹…›” is the selection, “¦” the caret. */
function read(marked: string): { text: string; start: number; end: number } {
  const start = marked.search(/[‹¦]/u)
  const end = marked.includes('›') ? marked.indexOf('›') - 1 : start
  return { text: marked.replace(/[‹›¦]/gu, ''), start, end }
}
const show = ({ text, start, end }: Filled): string =>
  start === end
    ? `${text.slice(0, start)}¦${text.slice(start)}`
    : `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`

describe('a mark', () => {
  it.each<[Mark, string, string]>([
    ['bold', 'so ‹good›', 'so *‹good›*'],
    ['bold', 'so *‹good›*', 'so ‹good›'],
    ['italic', 'so ‹good › yes', 'so _‹good›_  yes'],
    ['strike', '‹one\n\ntwo›', '‹~one~\n\n~two~›'],
    ['strike', '‹~one~\n\n~two~›', '‹one\n\ntwo›'],
    ['bold', '‹*good*›', '‹good›'],
    ['code', 'a ¦', 'a `¦`'],
  ])('%s goes around the selection and away again: %s', (mark, before, after) => {
    const { text, ...selection } = read(before)
    expect(show(toggleMark(text, selection, mark))).toBe(after)
  })
})

describe('a kind of lines', () => {
  it.each<[LineKind, string, string]>([
    ['bullets', 'Menu:\n‹tea\nmate›', 'Menu:\n‹- tea\n- mate›'],
    ['numbers', '‹- tea\n- mate›', '‹1. tea\n2. mate›'],
    ['numbers', '‹1. tea\n2. mate›', '‹tea\nmate›'],
    ['quote', 'said¦ so', '> said¦ so'],
    ['quote', '> said¦ so', 'said¦ so'],
    ['bullets', '¦', '- ¦'],
  ])('%s: %s', (kind, before, after) => {
    const { text, ...selection } = read(before)
    expect(show(toggleLines(text, selection, kind))).toBe(after)
  })
})

describe('Enter', () => {
  it.each([
    ['- tea¦', '- tea\n- ¦'],
    ['9. tea¦', '9. tea\n10. ¦'],
    ['- tea\n- ¦', '- tea\n¦'],
    ['> said¦', '> said\n> ¦'],
  ])('goes on with the list: %s', (before, after) => {
    const { text, start } = read(before)
    const filled = continueLine(text, start)
    expect(filled && show(filled)).toBe(after)
  })

  it('is itself on plain lines', () => {
    expect(continueLine('tea', 3)).toBeNull()
  })
})
