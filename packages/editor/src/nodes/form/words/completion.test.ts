import { describe, expect, it } from 'vitest'
import {
  completeFilter,
  completeToFilter,
  completeVariable,
  type Filled,
  matching,
  openingAt,
} from './completion.ts'

/** The text with its selection in brackets, or a bar for the caret. */
const shown = ({ text, start, end }: Filled) =>
  start === end
    ? `${text.slice(0, start)}¦${text.slice(start)}`
    : `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`

describe('typing a variable', () => {
  it.each([
    ['Hi {{', 5, ''],
    ['Hi {{ na', 8, 'na'],
    ['Hi {{contact.na', 15, 'contact.na'],
    ['Hi {{ name }}, {{', 17, ''],
  ])('is noticed in “%s”', (text, caret, typed) => {
    expect(openingAt(text, caret)).toMatchObject({ kind: 'variable', typed })
  })

  it.each([
    ['Hi', 2],
    ['Hi {{ name }} there', 19],
    ['{{ name plus', 12],
  ])('is over in “%s”', (text, caret) => {
    expect(openingAt(text, caret)).toBeNull()
  })

  it.each([
    ['Hi {{na', 3, 7, 'Hi {{ name }}¦'],
    ['Hi {{na}} there', 3, 7, 'Hi {{ name }}¦ there'],
    ['Hi {{ na }}!', 3, 8, 'Hi {{ name }}¦!'],
  ])('completes “%s”', (text, from, caret, expected) => {
    expect(shown(completeVariable(text, { from, caret }, 'name'))).toBe(expected)
  })

  it('goes on to a filter by the bar', () => {
    expect(shown(completeToFilter('Hi {{na}}!', { from: 3, caret: 7 }, 'name'))).toBe(
      'Hi {{ name | ¦ }}!',
    )
  })

  it('offers what begins with the letters before what contains them', () => {
    const choices = ['phone', 'contact.name', 'name', 'Número'].map((name) => ({ name }))
    expect(matching(choices, 'n').map(({ name }) => name)).toEqual([
      'name',
      'Número',
      'phone',
      'contact.name',
    ])
    expect(matching(choices, 'nu').map(({ name }) => name)).toEqual(['Número'])
  })
})

describe('typing a filter', () => {
  it.each([
    ['{{ name |', '', 'name'],
    ['{{ name | up', 'up', 'name'],
    ['{{ total | money: "EUR" | ', '', 'total | money: "EUR"'],
    ['{{ list | join: "|" | fi', 'fi', 'list | join: "|"'],
  ])('is noticed in “%s”', (text, typed, expression) => {
    expect(openingAt(text, text.length)).toMatchObject({ kind: 'filter', typed, expression })
  })

  it.each(['{{ | up', '{{ list | join: "|', '{{ name | date: "%d', '{{ name }} | up'])(
    'is not meant in “%s”',
    (text) => {
      expect(openingAt(text, text.length)).toBeNull()
    },
  )

  it.each([
    ['{{ name | up', 'upcase', '', '{{ name | upcase }}¦'],
    ['{{ name | up¦ }} there', 'upcase', '', '{{ name | upcase }}¦ there'],
    ['{{ name |¦}}', 'upcase', '', '{{ name | upcase }}¦'],
    ['{{ total | ', 'money', ': "EUR"', '{{ total | money: "‹EUR›" }}'],
    ['{{ n | ¦ | upcase }}', 'plus', ': 1', '{{ n | plus: ‹1› | upcase }}'],
    ['{{ name | ¦\nand {{ other }}', 'upcase', '', '{{ name | upcase }}¦\nand {{ other }}'],
  ])('completes “%s”', (marked, name, given, expected) => {
    const caret = marked.includes('¦') ? marked.indexOf('¦') : marked.length
    const text = marked.replace('¦', '')
    const opening = openingAt(text, caret)
    if (opening?.kind !== 'filter') throw new Error('No filter is being typed there.')
    expect(shown(completeFilter(text, opening, { name, given }))).toBe(expected)
  })
})

describe('typing an expression', () => {
  it.each([
    ['', 'variable', ''],
    ['to', 'variable', 'to'],
    [' order.li', 'variable', 'order.li'],
    ['total |', 'filter', ''],
    ['lines | join: "|" | si', 'filter', 'si'],
  ])('is noticed in “%s”', (text, kind, typed) => {
    expect(openingAt(text, text.length, 'expression')).toMatchObject({ kind, typed })
  })

  it.each(['total plus', '"total', 'lines | join: "|'])('is not meant in “%s”', (text) => {
    expect(openingAt(text, text.length, 'expression')).toBeNull()
  })

  it.each([
    ['to', 'total¦'],
    [' to¦ | round', ' total¦ | round'],
  ])('completes “%s” without braces', (marked, expected) => {
    const caret = marked.includes('¦') ? marked.indexOf('¦') : marked.length
    const text = marked.replace('¦', '')
    const opening = openingAt(text, caret, 'expression')
    if (!opening) throw new Error('No variable is being typed there.')
    expect(shown(completeVariable(text, opening, 'total', 'expression'))).toBe(expected)
  })

  it.each([
    ['total | ro', 'round', '', 'total | round¦'],
    ['total | ', 'plus', ': 1', 'total | plus: ‹1›'],
    ['total |¦| round', 'plus', ': 1', 'total | plus: ‹1› | round'],
  ])('completes a filter in “%s”', (marked, name, given, expected) => {
    const caret = marked.includes('¦') ? marked.indexOf('¦') : marked.length
    const text = marked.replace('¦', '')
    const opening = openingAt(text, caret, 'expression')
    if (opening?.kind !== 'filter') throw new Error('No filter is being typed there.')
    expect(shown(completeFilter(text, opening, { name, given }, 'expression'))).toBe(expected)
  })

  it('goes on to a filter by the bar', () => {
    const opening = { from: 0, caret: 2 }
    expect(shown(completeToFilter('to', opening, 'total', 'expression'))).toBe('total | ¦')
  })
})
