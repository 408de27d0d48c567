import { formatToken, parseToken } from '@parley/shared'
import { describe, expect, it } from 'vitest'
import { type DrawnNodes, drawFlow } from '../testing/flows.ts'
import { TestBot } from '../testing/TestBot.ts'
import { compileFlow, FlowLoopError, newSession, step } from './index.ts'

/** `count` texts in a row, or in a circle when the last leads to the first. */
function texts(count: number, { isCircle = false } = {}) {
  const ids = Array.from({ length: count }, (_, index) => `n${index}`)
  const nodes = Object.fromEntries(ids.map((id) => [id, ['text', { text: id }] as const]))
  const targets = [...ids.slice(1), ...(isCircle ? ['n0'] : [])]
  return drawFlow(nodes, ['start > n0', ...targets.map((target, index) => `n${index} > ${target}`)])
}

const yesNo = (text: string) =>
  [
    'buttons',
    {
      text,
      buttons: [
        { id: 'yes', title: 'Yes' },
        { id: 'no', title: 'No' },
      ],
    },
  ] as const

describe('a step', () => {
  it('asks, waits, then follows the handle of the chosen answer', () => {
    //                ┌ yes ─> good
    //   start ─> ask ┤
    //                └ no ──> bad
    const flow = drawFlow(
      { ask: yesNo('OK?'), good: ['text', { text: 'Good' }], bad: ['text', { text: 'Bad' }] },
      ['start > ask', 'ask.yes > good', 'ask.no > bad'],
    )
    const bot = new TestBot(flow).receives('hi').expectToHaveSent('OK? [Yes] [No]')
    bot.taps('No').expectToHaveSent('Bad').expectToHaveEnded()
    expect(bot.path).toEqual(['start.next', 'ask.no', 'bad.next'])
  })

  it('leads through 99 nodes after the start, and not through one more', () => {
    //   start ──> n0 ──> n1 ──> … ──> n98
    expect(new TestBot(texts(99)).receives('hi').takeSent()).toHaveLength(99)
    expect(() => new TestBot(texts(100)).receives('hi')).toThrow(FlowLoopError)
  })

  it.each([[1], [2], [100]])('names the %i nodes of a loop', (count) => {
    //   start ──> n0 ──> n1 ──> …
    //              └──────<─────┘
    const expected = Array.from({ length: Math.min(count, 99) }, (_, index) => `n${index}`)
    const bot = new TestBot(texts(count, { isCircle: true }))
    expect(() => bot.receives('hi')).toThrow(
      expect.objectContaining({ nodeIds: expect.arrayContaining(expected) }),
    )
  })

  it('ends as a dead end where an edge is missing that should be there', () => {
    //   start ──> ask ── yes ──> (nothing)
    const bot = new TestBot(drawFlow({ ask: yesNo('OK?') }, ['start > ask'])).receives('hi')
    bot
      .taps('Yes')
      .expectToHaveEnded('deadEnd')
      .expectNote(/No edge leaves here by “yes”/)
    expect(bot.session.ended).toEqual({ reason: 'deadEnd', nodeId: 'ask', handle: 'yes' })
  })

  it('ends in an error, and does not throw, when its node is not in the flow any more', () => {
    const bot = new TestBot(drawFlow({ ask: yesNo('OK?') }, ['start > ask'])).receives('hi')
    const newVersion = new TestBot(texts(1))
    newVersion.session = bot.session
    newVersion.step({ ...anEvent, type: 'message', message: aMessage })
    newVersion.expectToHaveEnded('error')
  })

  it('ends in an error, and does not throw, when data is not what the schema promises', () => {
    const flow = drawFlow({ ask: yesNo('OK?') }, ['start > ask'])
    const compiled = compileFlow(flow)
    const ask = compiled.nodesById.get('ask')
    if (!ask) throw new Error('the flow has this node')
    // As a flow of a later version would look to this one.
    const broken = { ...ask, node: { ...ask.node, data: {} } } as typeof ask
    const { session } = step(
      { ...compiled, nodesById: new Map([...compiled.nodesById, ['ask', broken]]) },
      newSession('s1'),
      { ...anEvent, type: 'started', triggerId: null },
    )
    expect(session.ended).toMatchObject({ reason: 'error' })
  })

  it('ends at once in a flow without a start', () => {
    const flow = { ...texts(1), nodes: texts(1).nodes.slice(1) }
    new TestBot(flow).starts().expectToHaveEnded('error')
  })

  it('is not moved by what it does not wait for', () => {
    //   start ──> ask (waits, with a timer)
    const flow = drawFlow(
      { ask: ['question', { text: 'Name?', saveAs: 'name', noReply: { afterSeconds: 60 } }] },
      ['start > ask'],
    )
    const bot = new TestBot(flow).receives('hi')
    const { waiting } = bot.session
    bot.takeSent()
    bot.step({ ...anEvent, type: 'timer', timerId: 's1-9-9' })
    bot.step({
      ...anEvent,
      type: 'httpResponse',
      effectId: 's1-9-9',
      result: { outcome: 'timedOut' },
    })
    bot.step({ ...anEvent, type: 'handoverResolved' })
    expect(bot.expectToHaveSent().session.waiting).toEqual(waiting)
    bot.receives('Ana').expectToHaveEnded()
    bot.step({ ...anEvent, type: 'message', message: aMessage })
    bot.expectToHaveSent().expectToHaveEnded()
  })

  it('gives the same numbers for the same seed, and others for another', () => {
    //   start ──> pick
    const flow = drawFlow(
      {
        pick: [
          'text',
          {
            text: '{% assign all = "abcdefghijkl" | split: "" %}{{ all | pick }}{{ all | pick }}{{ all | pick }}',
          },
        ],
      },
      ['start > pick'],
    )
    const sent = (seed: number) => new TestBot(flow, { seed }).receives('hi').takeSent()
    expect(sent(7)).toEqual(sent(7))
    expect(new Set([1, 2, 3, 4].map((seed) => JSON.stringify(sent(seed)))).size).toBeGreaterThan(1)
  })

  it('makes choice tokens of at most 64 characters, however long it goes on', () => {
    const flow = drawFlow(
      { ask: ['buttons', { text: '?', buttons: [{ id: 'x'.repeat(24), title: 'X' }] }] },
      ['start > ask'],
    )
    const bot = new TestBot(flow)
    bot.session = { ...newSession('zZ9zZ9zZ9zZ9zZ'), stepNumber: 36 ** 5 }
    bot.step({ ...anEvent, type: 'started', triggerId: null })
    const [content] = bot.takeSent()
    const token = content?.type === 'buttons' ? (content.buttons[0]?.id ?? '') : ''
    expect(token).toMatch(/^[A-Za-z0-9._-]{1,64}$/)
    expect(parseToken(token)?.key).toBe('x'.repeat(24))
  })

  it.each(['', 'a'.repeat(15), 'a-b', 'ä'])('takes no session id like “%s”', (id) => {
    expect(() => newSession(id)).toThrow(RangeError)
  })
})

describe('a tap on an earlier message', () => {
  //   start ─> size ─ yes, no ─> colour ─ yes ─> (end)
  //                              colour ─ no ──> (end)
  const nodes: DrawnNodes = {
    size: yesNo('Large?'),
    colour: yesNo('Red?'),
    done: ['text', { text: 'Done' }],
  }
  const play = (settings: object) => {
    const flow = drawFlow(
      nodes,
      [
        'start > size',
        'size.yes > colour',
        'size.no > colour',
        'colour.yes > done',
        'colour.no > done',
      ],
      settings,
    )
    const bot = new TestBot(flow).receives('hi').taps('Yes')
    bot.expectToHaveSent('Large? [Yes] [No]', 'Red? [Yes] [No]')
    return bot
  }

  it('is answered with a sentence, and changes nothing', () => {
    play({ staleTap: 'explain' })
      .taps('No', { messagesBefore: 1 })
      .expectToHaveSent('That button belongs to an earlier message. Please use the latest one.')
      .expectToWaitAt('colour')
  })

  it('is answered in the author’s words', () => {
    play({ staleTapText: 'Too late, {{ contact.name }}' })
      .taps('No', { messagesBefore: 1 })
      .expectToHaveSent('Too late, Ana')
  })

  it('is ignored where the flow says so', () => {
    play({ staleTap: 'ignore' })
      .taps('No', { messagesBefore: 1 })
      .expectToHaveSent()
      .expectToWaitAt('colour')
  })

  it('jumps back where the flow says so, with the answer that was tapped', () => {
    const bot = play({ staleTap: 'jumpBack' }).taps('No', { messagesBefore: 1 })
    bot.expectToHaveSent('Red? [Yes] [No]').expectToWaitAt('colour')
    expect(bot.path.at(-1)).toBe('size.no')
    bot.taps('Yes').expectToHaveSent('Done')
  })

  it('is not taken for old when it is the same tap twice', () => {
    play({})
      .taps('Yes', { messagesBefore: 1 })
      .expectToHaveSent()
      .expectNote(/tapped twice/)
  })

  it('of another conversation does no harm', () => {
    play({ staleTap: 'jumpBack' })
      .receives({ type: 'tap', id: formatToken({ promptId: 'other_1', key: 'yes' }), title: 'Yes' })
      .expectToHaveSent('That button belongs to an earlier message. Please use the latest one.')
      .expectToWaitAt('colour')
  })
})

const aMessage = { messageId: 'm', content: { type: 'text', text: 'hi' } } as const
const anEvent = {
  id: 'e',
  at: Date.UTC(2026, 0, 5, 9),
  seed: 1,
  context: {
    contact: {
      id: 'c',
      name: 'Ana',
      phone: '',
      tags: [],
      attributes: {},
      optedOut: false,
      language: '',
    },
    conversation: { id: 'v', isGroup: false },
    number: { id: 'n', name: 'Shop', phone: '' },
    channel: 'sandbox',
    timeZone: 'UTC',
  },
} as const
