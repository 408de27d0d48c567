import type { Message } from '@parley/shared/api'
import { describe, expect, it } from 'vitest'
import { toThread } from './thread.ts'

let count = 0
function aMessage(changes: Partial<Message> = {}): Message {
  count += 1
  return {
    id: `m${count}`,
    numberId: 'n',
    conversationId: 'c',
    contactId: 'p',
    direction: 'inbound',
    content: { type: 'text', text: 'hi' },
    renderedAs: null,
    status: 'received',
    failure: null,
    source: null,
    quotedMessageId: null,
    scheduledAt: null,
    createdAt: '2026-11-21T10:00:00.000Z',
    statusAt: {},
    ...changes,
  }
}
const newestFirst = (...messages: Message[]) => messages.toReversed()
const messagesOf = (messages: readonly Message[]) =>
  toThread(messages).flatMap((item) => (item.type === 'message' ? [item] : []))

describe('a thread', () => {
  it('reads oldest first, with a line for each day', () => {
    const first = aMessage({ createdAt: '2026-11-20T12:00:00.000Z' })
    const second = aMessage({ createdAt: '2026-11-21T12:00:00.000Z' })
    const third = aMessage({ createdAt: '2026-11-21T12:01:00.000Z' })
    expect(toThread(newestFirst(first, second, third)).map(({ key }) => key)).toEqual([
      `day-${first.id}`,
      first.id,
      `day-${second.id}`,
      second.id,
      third.id,
    ])
  })

  it('draws a run of one sender together, until somebody else writes or time passes', () => {
    const items = messagesOf(
      newestFirst(
        aMessage(),
        aMessage({ createdAt: '2026-11-21T10:01:00.000Z' }),
        aMessage({ createdAt: '2026-11-21T10:20:00.000Z' }),
        aMessage({
          createdAt: '2026-11-21T10:20:01.000Z',
          direction: 'outbound',
          source: { type: 'flow' },
        }),
        aMessage({
          createdAt: '2026-11-21T10:20:02.000Z',
          direction: 'outbound',
          source: { type: 'person', userId: 'u' },
        }),
      ),
    )
    expect(items.map(({ isFirstOfRun }) => isFirstOfRun)).toEqual([true, false, true, true, true])
  })

  it('hangs the last reaction of each side on its message, and drops what was taken back', () => {
    const target = aMessage()
    const reaction = (emoji: string, direction: Message['direction']) =>
      aMessage({ direction, content: { type: 'reaction', messageId: target.id, emoji } })
    const items = messagesOf(
      newestFirst(
        target,
        reaction('👍', 'inbound'),
        reaction('❤️', 'inbound'),
        reaction('🎉', 'outbound'),
      ),
    )
    expect(items.map(({ reactions }) => reactions)).toEqual([['🎉', '❤️']])
    const takenBack = messagesOf(
      newestFirst(target, reaction('👍', 'inbound'), reaction('', 'inbound')),
    )
    expect(takenBack[0]?.reactions).toEqual([])
  })

  it('shows a reaction to a message that is not loaded as a line of its own', () => {
    const lone = aMessage({ content: { type: 'reaction', messageId: 'elsewhere', emoji: '👍' } })
    expect(messagesOf([lone])).toHaveLength(1)
  })

  it('finds what a message answers', () => {
    const asked = aMessage()
    const answer = aMessage({ quotedMessageId: asked.id })
    expect(messagesOf(newestFirst(asked, answer))[1]?.quoted).toBe(asked)
  })
})
