import { describe, expect, it } from 'vitest'
import { complete, matching, openingAt, toggleMark } from './completion.ts'

describe('typing a variable', () => {
  it.each([
    ['Hi {{', 5, ''],
    ['Hi {{ na', 8, 'na'],
    ['Hi {{contact.na', 15, 'contact.na'],
    ['Hi {{ name }}, {{', 17, ''],
  ])('is noticed in “%s”', (text, caret, typed) => {
    expect(openingAt(text, caret)?.typed).toBe(typed)
  })

  it.each([
    ['Hi', 2],
    ['Hi {{ name }} there', 19],
    ['{{ name | upcase', 16],
  ])('is over in “%s”', (text, caret) => {
    expect(openingAt(text, caret)).toBeNull()
  })

  it.each([
    ['Hi {{na', 3, 7, 'Hi {{ name }}', 13],
    ['Hi {{na}} there', 3, 7, 'Hi {{ name }} there', 13],
    ['Hi {{ na }}!', 3, 8, 'Hi {{ name }}!', 13],
  ])('completes “%s”', (text, from, caret, expected, caretAfter) => {
    expect(complete(text, { from, caret }, 'name')).toEqual({ text: expected, caret: caretAfter })
  })

  it('offers what begins with the letters before what contains them', () => {
    const choices = ['phone', 'contact.name', 'name', 'Número'].map((name) => ({
      name,
      description: '',
    }))
    expect(matching(choices, 'n').map(({ name }) => name)).toEqual([
      'name',
      'Número',
      'phone',
      'contact.name',
    ])
    expect(matching(choices, 'nu').map(({ name }) => name)).toEqual(['Número'])
  })
})

describe('formatting', () => {
  it('goes around the selection and away again', () => {
    const bold = toggleMark('so good', { start: 3, end: 7 }, '*')
    expect(bold).toEqual({ text: 'so *good*', start: 4, end: 8 })
    expect(toggleMark(bold.text, bold, '*')).toEqual({ text: 'so good', start: 3, end: 7 })
  })
})
