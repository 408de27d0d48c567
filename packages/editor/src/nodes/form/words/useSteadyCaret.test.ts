import { expect, it } from 'vitest'
import { shiftCaret } from './useSteadyCaret.ts'

/** The caret is written as a bar. */
it.each([
  ['Hello| you', 'Hello you all', 'Hello| you all'],
  ['Hello you|', 'Oh Hello you', 'Oh Hello you|'],
  ['Hello |you', 'Hello dear you', 'Hello |dear you'],
  ['one xyz| three', 'one three', 'one |three'],
  ['a|', '', '|'],
  ['|', 'new', '|new'],
])('“%s” becomes “%s” with the caret at “%s”', (before, after, expected) => {
  const caret = shiftCaret(before.replace('|', ''), after, before.indexOf('|'))
  expect(`${after.slice(0, caret)}|${after.slice(caret)}`).toBe(expected)
})
