import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipText, countText, cutText, fitsText, foldText, graphemes, splitText } from './text.ts'

const FAMILY = '👩‍👩‍👧‍👦'
const codePoints = (max: number) => ({ max, unit: 'codePoints' as const })
const bytes = (max: number) => ({ max, unit: 'bytes' as const })

/** Texts with everything that is hard to cut: families, flags, marks on letters, right-to-left, spaces, sentences. */
const hardText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        FAMILY,
        '🇧🇷',
        'é',
        '👍🏽',
        'שלום',
        'مرحبا',
        'नमस्ते',
        '. ',
        '\n\n',
        ' ',
        '한국',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))
const limit = fc.record({
  max: fc.integer({ min: 30, max: 120 }),
  unit: fc.constantFrom('codePoints' as const, 'bytes' as const),
})

describe('foldText', () => {
  it.each([
    ['  Hello   World ', 'hello world'],
    ['Ação', 'acao'],
    ['STRASSE', 'straße'],
    ['İstanbul ISPARTA', 'istanbul ısparta'],
    ['ＦＵＬＬ', 'full'],
    ['مُرَحَّب', 'مرحب'],
    ['الـــسعر', 'السعر'],
    ['Ελλάς', 'ελλασ'],
    ['zero\u200bwidth\u200f', 'zerowidth'],
    ['Łódź', 'lodz'],
  ])('reads “%s” like “%s”', (one, other) => {
    expect(foldText(one)).toBe(foldText(other))
  })

  it.each([
    ['й', 'и'],
    ['が', 'か'],
    ['कि', 'क'],
    ['a', 'b'],
  ])('tells “%s” from “%s”', (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other))
  })

  it('folds what is folded no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})

describe('cutText', () => {
  it.each([
    ['Hello', codePoints(5), 'Hello'],
    ['Hello!', codePoints(5), 'Hell…'],
    [`ab${FAMILY}cd`, codePoints(5), 'ab…'],
    [`${FAMILY}${FAMILY}`, codePoints(8), `${FAMILY}…`],
    ['🇧🇷🇧🇷🇧🇷', codePoints(4), '🇧🇷…'],
    ['ééé', bytes(5), 'é…'],
    ['שלום עולם', codePoints(6), 'שלום…'],
    ['', codePoints(1), ''],
  ])('cuts “%s” to %j: “%s”', (text, to, expected) => {
    expect(cutText(text, to)).toBe(expected)
  })

  it('fits, and keeps characters whole', () => {
    fc.assert(
      fc.property(hardText, limit, (text, to) => {
        const cut = cutText(text, to)
        expect(fitsText(cut, to)).toBe(true)
        const kept = graphemes(cut === text ? text : cut.slice(0, -1))
        expect(graphemes(text).slice(0, kept.length).join('').trimEnd()).toBe(
          kept.join('').trimEnd(),
        )
      }),
    )
  })
})

describe('splitText', () => {
  it.each([
    ['One. Two. Three.', codePoints(10), ['One. Two.', 'Three.']],
    ['First part\n\nSecond part', codePoints(15), ['First part', 'Second part']],
    ['No end in sight here', codePoints(10), ['No end in', 'sight here']],
    ['abcdefghij', codePoints(4), ['abcd', 'efgh', 'ij']],
    ['你好。你好吗？我很好。', codePoints(6), ['你好。', '你好吗？', '我很好。']],
    [`${FAMILY}${FAMILY}`, codePoints(8), [FAMILY, FAMILY]],
    ['1. Bread\n2. Cake', codePoints(12), ['1. Bread', '2. Cake']],
    ['So many\n3. Extraordinary', codePoints(18), ['So many', '3. Extraordinary']],
    ['', codePoints(4), []],
    ['   ', codePoints(4), []],
  ])('splits “%s”', (text, to, pieces) => {
    expect(splitText(text, to)).toEqual(pieces)
  })

  it('loses nothing but white space, and every piece fits', () => {
    const withoutSpace = (text: string) => text.replace(/\s+/gu, '')
    fc.assert(
      fc.property(hardText, limit, (text, to) => {
        const pieces = splitText(text, to)
        for (const piece of pieces) expect(fitsText(piece, to)).toBe(true)
        expect(withoutSpace(pieces.join(''))).toBe(withoutSpace(text))
        expect(pieces).not.toContain('')
      }),
    )
  })

  it('splits 10,000 characters quickly, with and without a place to split', () => {
    const started = performance.now()
    expect(splitText('word '.repeat(2_000), codePoints(640)).length).toBeGreaterThan(15)
    expect(splitText('x'.repeat(10_000), bytes(1_000))).toHaveLength(10)
    expect(splitText(FAMILY.repeat(1_000), codePoints(640)).join('')).toBe(FAMILY.repeat(1_000))
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('countText', () => {
  it('counts as platforms do', () => {
    expect(countText(`é${FAMILY}`, 'codePoints')).toBe(8)
    expect(countText('é', 'bytes')).toBe(2)
    expect(countText('€😀', 'bytes')).toBe(7)
    expect(countText('ab', 'bytes')).toBe(2)
  })
})

describe('clipText', () => {
  it('never leaves half a character', () => {
    expect(clipText('a😀b', 2)).toBe('a')
    expect(clipText('a😀b', 3)).toBe('a😀')
    expect(clipText('abc', 3)).toBe('abc')
  })
})
