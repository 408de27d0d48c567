import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trigger } from './nodes/start.ts'
import { matchTrigger, type TriggerSituation } from './triggers.ts'

const candidate = (id: string, given: object) => ({
  trigger: trigger.parse({ id, ...given }),
  timeZone: 'UTC',
})
const keyword = (id: string, match: string, words: readonly string[], given: object = {}) =>
  candidate(id, { type: 'keyword', match, words, ...given })

const situation: TriggerSituation = {
  content: { type: 'text', text: 'order status' },
  isFirstMessage: false,
  isGroup: false,
  hasRunningSession: false,
  at: Date.UTC(2026, 0, 5, 9),
}
const ALL = [
  candidate('any', { type: 'anyMessage' }),
  candidate('first', { type: 'firstMessage' }),
  keyword('contains', 'contains', ['status']),
  keyword('regex', 'regex', ['^order']),
  keyword('startsShort', 'startsWith', ['or']),
  keyword('starts', 'startsWith', ['order']),
  keyword('exact', 'exact', ['Order Status!']),
]
const chosen = (
  candidates: readonly (typeof ALL)[number][],
  given: Partial<TriggerSituation> = {},
) => matchTrigger(candidates, { ...situation, ...given })?.trigger.id ?? null

describe('matchTrigger', () => {
  it('takes the most particular match, whatever the order', () => {
    const order = ['exact', 'starts', 'startsShort', 'regex', 'contains', 'any']
    const left = [...ALL]
    for (const id of order) {
      expect(chosen(left)).toBe(id)
      expect(chosen(left.toReversed())).toBe(id)
      left.splice(
        left.findIndex((each) => each.trigger.id === id),
        1,
      )
    }
    expect(chosen(left)).toBeNull()
    expect(chosen(left, { isFirstMessage: true })).toBe('first')
  })

  it('takes a higher priority before everything else', () => {
    const urgent = candidate('urgent', { type: 'anyMessage', priority: 1 })
    expect(chosen([...ALL, urgent])).toBe('urgent')
  })

  it('takes the earlier of two that are alike', () => {
    const twins = [keyword('a', 'exact', ['order status']), keyword('b', 'exact', ['order status'])]
    expect(chosen(twins)).toBe('a')
  })

  it('leaves a running session alone, unless a trigger interrupts', () => {
    expect(chosen(ALL, { hasRunningSession: true })).toBeNull()
    const stop = keyword('stop', 'exact', ['order status'], { interrupts: true })
    expect(chosen([...ALL, stop], { hasRunningSession: true })).toBe('stop')
  })

  it.each([
    { type: 'reaction' as const, messageId: 'm', emoji: '👍' },
    { type: 'pollVote' as const, pollMessageId: 'm', options: ['order'] },
    { type: 'unsupported' as const, description: 'order' },
  ])('is not set off by %j', (content) => {
    expect(chosen(ALL, { content })).toBeNull()
  })

  it('reads captions and titles of taps', () => {
    const image = {
      type: 'image' as const,
      url: 'https://example.com/a.png',
      caption: 'order status',
    }
    expect(chosen(ALL, { content: image })).toBe('exact')
    expect(chosen(ALL, { content: { type: 'tap', id: 'x', title: 'Order status' } })).toBe('exact')
    expect(chosen(ALL, { content: { type: 'sticker', mediaId: 'm' } })).toBe('any')
  })

  it('tells one sign from another', () => {
    const signs = [keyword('question', 'exact', ['?']), keyword('cry', 'exact', ['!'])]
    expect(chosen(signs, { content: { type: 'text', text: '!' } })).toBe('cry')
  })

  it('finds something or nothing in any text, always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const content = { type: 'text' as const, text }
        expect(chosen(ALL, { content })).toBe(chosen(ALL, { content }))
      }),
    )
    const long = { type: 'text' as const, text: 'order '.repeat(2_000) }
    expect(chosen(ALL, { content: long })).toBe('starts')
  })
})
