import { describe, expect, it } from 'vitest'
import type { Trigger } from '../nodes/start.ts'
import { findConflicts } from './findConflicts.ts'

const fields = { priority: 0, interrupts: false, groups: false, activeHours: null }
const keyword = (words: string[], more: object = {}): Trigger => ({
  type: 'keyword',
  id: words.join(),
  match: 'exact',
  words,
  ...fields,
  ...more,
})
const anyMessage = (priority = 0): Trigger => ({
  type: 'anyMessage',
  id: 'any',
  ...fields,
  priority,
})
const firstMessage: Trigger = { type: 'firstMessage', id: 'first', ...fields }

describe('triggers of two flows on one number', () => {
  it.each([
    ['different keywords', [keyword(['hi'])], [keyword(['menu'])]],
    ['a keyword beside a fallback', [keyword(['hi'])], [anyMessage()]],
    ['a fallback beside a first message', [anyMessage()], [firstMessage]],
  ])('do not conflict when they are %s', (_, ours, theirs) => {
    expect(findConflicts(ours, theirs)).toEqual([])
  })

  it.each([
    ['hi', 'theirs', keyword(['Hi']), keyword(['hi'])],
    ['hi', 'ours', keyword(['hi'], { priority: 1 }), keyword(['hi'])],
    ['hi there', 'ours', keyword(['hi there']), keyword(['hi'], { match: 'startsWith' })],
    ['hi', 'theirs', keyword(['hi'], { match: 'contains' }), keyword(['hi'])],
    ['order 12', 'ours', keyword(['order 12']), keyword(['order \\d+'], { match: 'regex' })],
  ])('conflict over “%s”, and %s win', (word, winner, ours, theirs) => {
    expect(findConflicts([ours], [theirs])).toEqual([
      { type: 'keyword', word, winner, triggerId: ours.id, priorityOfTheirs: theirs.priority },
    ])
  })

  it('conflict over any message, once', () => {
    expect(findConflicts([anyMessage()], [anyMessage()])).toMatchObject([
      { type: 'anyMessage', word: '', winner: 'theirs' },
    ])
    expect(findConflicts([anyMessage(5)], [anyMessage()])[0]?.winner).toBe('ours')
  })

  it('conflict whatever their hours are', () => {
    const never = { timeZone: '', days: ['monday' as const], from: '03:00', to: '03:01' }
    const theirs = keyword(['hi'], { activeHours: never })
    expect(findConflicts([keyword(['hi'])], [theirs])).toHaveLength(1)
  })
})
