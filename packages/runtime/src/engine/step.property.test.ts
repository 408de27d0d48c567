import {
  contentText,
  definitionOf,
  type Flow,
  formatToken,
  type InboundContent,
  type JsonValue,
  lintFlow,
  MAX_TEXT_LENGTH,
  NODE_TYPES,
} from '@parley/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryFlow } from '../testing/arbitraryFlow.ts'
import { TestBot } from '../testing/TestBot.ts'
import { FlowLoopError, step } from './index.ts'

/** Something that may happen to a conversation. Numbers choose among what there is at that moment. */
type Happening =
  | { readonly type: 'says'; readonly content: InboundContent }
  | { readonly type: 'taps'; readonly which: number }
  | { readonly type: 'tapsOld'; readonly which: number }
  | { readonly type: 'time' }
  | { readonly type: 'answered'; readonly status: number; readonly body: JsonValue }
  | { readonly type: 'notAnswered' }
  | { readonly type: 'resolved' }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.nat(9).map((which) => ({ type: 'taps' as const, which })) },
  {
    weight: 4,
    arbitrary: fc
      .oneof(
        fc.constantFrom('yes', '1', '2️⃣', 'ana@example.com', '24.12.2026', '+5511987654321'),
        fc.constantFrom('', '\u0000', ' ', '\u202eevil', '{{ a }}', 'x'.repeat(10_000)),
        fc.string({ unit: 'grapheme' }),
      )
      .map((text) => ({ type: 'says' as const, content: { type: 'text' as const, text } })),
  },
  fc
    .constantFrom<InboundContent>(
      { type: 'image', url: 'https://example.com/a.png', caption: 'yes' },
      { type: 'location', latitude: 1, longitude: 2 },
      { type: 'reaction', messageId: 'm', emoji: '👍' },
      { type: 'pollVote', pollMessageId: 'p', options: ['yes'] },
      { type: 'tap', id: 'from another system', title: 'Yes' },
      { type: 'unsupported', description: 'an order' },
    )
    .map((content) => ({ type: 'says' as const, content })),
  fc.nat(9).map((which) => ({ type: 'tapsOld' as const, which })),
  fc.constant({ type: 'time' as const }),
  fc.record({
    type: fc.constant('answered' as const),
    status: fc.constantFrom(200, 404, 500),
    body: fc.jsonValue() as fc.Arbitrary<JsonValue>, // What fast-check calls a JSON value is one of ours.
  }),
  fc.constant({ type: 'notAnswered' as const }),
  fc.constant({ type: 'resolved' as const }),
)

function happens(bot: TestBot, what: Happening): void {
  const prompt = bot.session.waiting?.prompt
  switch (what.type) {
    case 'says':
      bot.receives(what.content)
      return
    case 'taps': {
      const option = prompt?.options[what.which % prompt.options.length]
      if (!prompt || !option) return
      const id = formatToken({ promptId: prompt.promptId, key: option.key })
      bot.receives({ type: 'tap', id, title: option.title })
      return
    }
    case 'tapsOld': {
      const old = bot.session.pastPrompts?.[what.which % bot.session.pastPrompts.length]
      const key = old?.options[0]?.key ?? 'yes'
      const id = formatToken({ promptId: old?.promptId ?? 's1_0', key })
      bot.receives({ type: 'tap', id, title: key })
      return
    }
    case 'time':
      bot.passesToNextTimer()
      return
    case 'answered':
      if (bot.request) bot.isAnswered(what.status, what.body)
      return
    case 'notAnswered':
      if (bot.request) bot.isNotAnswered()
      return
    case 'resolved':
      bot.isHandedBack()
  }
}

/** Plays a conversation, looking at the bot after each turn. The nodes at which it goes in circles stop it; none normally. */
function play(
  bot: TestBot,
  happenings: readonly Happening[],
  check?: (bot: TestBot) => void,
): readonly string[] {
  try {
    bot.receives('hi')
    check?.(bot)
    for (const each of happenings) {
      happens(bot, each)
      check?.(bot)
    }
    return []
  } catch (error) {
    if (error instanceof FlowLoopError) return error.nodeIds
    throw error
  }
}

const conversation = [arbitraryFlow, fc.array(happening, { maxLength: 25 })] as const
const RUNS = { numRuns: 100 }

describe('every flow of any nodes, whatever happens', () => {
  // The bot checks at every step that arguments are not changed, ids are unique, messages valid, sessions JSON.

  it('comes to rest or to an end, and never to an error', () => {
    const entered = new Set<string>()
    fc.assert(
      fc.property(...conversation, (flow, happenings) => {
        play(new TestBot(flow), happenings, ({ session, trace }) => {
          const { waiting, ended } = session
          expect((waiting === null) !== (ended === null)).toBe(true)
          expect(ended?.reason).not.toBe('error')
          const node = flow.nodes.find(({ id }) => id === waiting?.nodeId)
          expect(waiting === null || (node && definitionOf(node.type).waits(node.data))).toBe(true)
          for (const { nodeId } of trace) entered.add(typeOf(flow, nodeId))
        })
      }),
      RUNS,
    )
    // A property that holds for what is never played says nothing.
    expect([...entered].toSorted()).toEqual([...NODE_TYPES].toSorted())
  })

  it('does the same with the same', () => {
    fc.assert(
      fc.property(...conversation, (flow, happenings) => {
        const [first, second] = [new TestBot(flow), new TestBot(flow)]
        play(first, happenings)
        play(second, happenings)
        expect(second.session).toEqual(first.session)
        expect(second.effects).toEqual(first.effects)
        expect(second.trace).toEqual(first.trace)
      }),
      { numRuns: 50 },
    )
  })

  it('changes none of its arguments', () => {
    fc.assert(
      fc.property(...conversation, (flow, happenings) => {
        const bot = new TestBot(flow)
        const before = JSON.stringify(flow)
        play(bot, happenings, ({ session }) => {
          const event = {
            id: 'e',
            at: bot.now,
            seed: 1,
            context: bot.context,
            type: 'message' as const,
            message: { messageId: 'm', content: { type: 'text' as const, text: 'yes' } },
          }
          const [given, told] = [structuredClone(session), structuredClone(event)]
          const { session: next } = stepOrLoop(bot, given, told) ?? { session }
          expect(given).toEqual(session)
          expect(told).toEqual(event)
          expect(next).not.toBe(given)
        })
        expect(JSON.stringify(flow)).toBe(before)
      }),
      { numRuns: 50 },
    )
  })

  it('has at most one timer running, and none when it is over', () => {
    fc.assert(
      fc.property(...conversation, (flow, happenings) => {
        play(new TestBot(flow), happenings, ({ session, timers }) => {
          const named = Object.keys(session.waiting?.timers ?? {})
          expect(timers.length).toBe(named.length)
          expect(timers.length).toBeLessThanOrEqual(1)
        })
      }),
      RUNS,
    )
  })

  it('goes in circles only where the linter says so', () => {
    fc.assert(
      fc.property(...conversation, (flow, happenings) => {
        // A request whose address comes out unusable is not made, and so not waited for: no linter can know that.
        fc.pre(flow.nodes.every(({ type }) => type !== 'httpRequest'))
        const drawn = lintFlow(flow).flatMap(({ code, nodeIds = [] }) =>
          code === 'endlessLoop' ? nodeIds : [],
        )
        expect(drawn).toEqual(expect.arrayContaining([...play(new TestBot(flow), happenings)]))
      }),
      { numRuns: 50 },
    )
  })

  it('keeps sessions and messages within bounds', () => {
    fc.assert(
      fc.property(...conversation, (flow, happenings) => {
        play(new TestBot(flow), happenings, ({ session, effects }) => {
          expect(JSON.stringify(session).length).toBeLessThan(400_000)
          const lengths = effects.map((effect) =>
            effect.type === 'send' ? contentText(effect.content).length : 0,
          )
          expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(MAX_TEXT_LENGTH)
        })
      }),
      RUNS,
    )
  })
})

const typeOf = ({ nodes }: Flow, nodeId: string) =>
  nodes.find(({ id }) => id === nodeId)?.type ?? 'unknown'

function stepOrLoop(
  bot: TestBot,
  ...[session, event]: [TestBot['session'], Parameters<typeof step>[2]]
) {
  try {
    return step(bot.flow, session, event)
  } catch (error) {
    if (error instanceof FlowLoopError) return null
    throw error
  }
}
