import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromCsv, toCsv } from './csv.ts'

describe('tables as text', () => {
  it('come back as they were, whatever is in them', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', "'=x", "''-y", '@a', '\t', 'a"b', 'a,b;c', 'two\nlines', 'a\r\nb'),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 5 }),
        (rows) => {
          expect(fromCsv(toCsv(rows))).toEqual(rows)
        },
      ),
    )
  })

  it.each(['=cmd()', '+1', '-1', '@SUM(A1)', '\tx'])(
    'give a spreadsheet nothing to run of %j',
    (text) => {
      expect(toCsv([[text]])).toContain(`"'${text}"`)
    },
  )

  it('may be separated as a spreadsheet of another country does it, and end anywhere', () => {
    expect(fromCsv('a;b\n1;"x, ""y"""')).toEqual([
      ['a', 'b'],
      ['1', 'x, "y"'],
    ])
    expect(fromCsv('a\tb\r\n\r\n1\t')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ])
    expect(fromCsv('a,b\n1,"open')).toEqual([
      ['a', 'b'],
      ['1', 'open'],
    ])
    expect(fromCsv('')).toEqual([])
  })
})
