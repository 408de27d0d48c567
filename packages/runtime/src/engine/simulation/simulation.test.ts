import {
  CAPABILITIES,
  type ChannelType,
  type DraftFlowInput,
  degrade,
  type InboundContent,
  type JsonValue,
} from '@parley/shared'
import { describe, expect, it } from 'vitest'
import { answerCall, fireTimer, handBack, receive, skipWaiting, startAt } from './happenings.ts'
import { type LogEntry, newSimulation, nextTimer, type Simulation } from './simulation.ts'
import { toPlayable } from './toPlayable.ts'

const NOW = Date.UTC(2026, 10, 21, 9)
const MINUTE = 60_000
const ANA = { name: 'Ana', phone: '5511999990000', tags: [], attributes: {} }
const moment = (now = NOW) => ({ now, seed: 7 })
const text = (words: string): InboundContent => ({ type: 'text', text: words })

const node = (id: string, type: string, data: Record<string, JsonValue>) => ({
  id,
  type,
  position: { x: 0, y: 0 },
  data,
})
const start = node('start', 'start', {
  triggers: [{ id: 't', type: 'keyword', words: ['hi'], match: 'exact' }],
})

/** Edges are written `from.handle > to`. */
function aFlow(nodes: readonly ReturnType<typeof node>[], edges: readonly string[]) {
  const draft: DraftFlowInput = {
    nodes: [start, ...nodes],
    edges: edges.map((line, index) => {
      const [from = '', target = ''] = line.split(' > ')
      const [source = '', sourceHandle = 'next'] = from.split('.')
      return { id: `e${index}`, source, sourceHandle, target }
    }),
    variables: [],
    settings: {},
  }
  const flow = toPlayable(draft)
  if (!flow) throw new Error('The flow of the test is none.')
  return flow
}

/** What the contact gets to read, and what else the log says, in short. */
const say = (entry: LogEntry): string => {
  switch (entry.type) {
    case 'sent':
      return 'text' in entry.content ? entry.content.text : entry.content.type
    case 'received':
      return `> ${'text' in entry.content ? entry.content.text : 'title' in entry.content ? entry.content.title : entry.content.type}`
    case 'ended':
      return entry.unfinished
        ? `unfinished: ${entry.unfinished.nodeId}`
        : `ended: ${entry.end.reason}`
    default:
      return entry.type
  }
}
const told = ({ log }: Simulation) => log.map(say)
const fresh = () => newSimulation(ANA, 'whatsapp-cloud')

//  [start: hi] ─► [menu: Tea | Coffee] ─ tea ─► [text: Tea for Ana]
//                          └─ coffee ─► [text: Coffee for Ana]
const MENU = aFlow(
  [
    node('menu', 'buttons', {
      text: 'What would you like?',
      buttons: [
        { id: 'tea', title: 'Tea' },
        { id: 'coffee', title: 'Coffee' },
      ],
    }),
    node('teaText', 'text', { text: 'Tea for {{ contact.name }}' }),
    node('coffeeText', 'text', { text: 'Coffee for {{ contact.name }}' }),
  ],
  ['start > menu', 'menu.tea > teaText', 'menu.coffee > coffeeText'],
)

function tapOn({ log }: Simulation, title: string): InboundContent {
  const asked = log.find((entry) => entry.type === 'sent' && entry.content.type === 'buttons')
  const content = asked?.type === 'sent' && asked.content.type === 'buttons' ? asked.content : null
  const button = content?.buttons.find((each) => each.title === title)
  if (!button) throw new Error(`No button ${title}`)
  return { type: 'tap', ...button }
}

describe('what the contact does not get', () => {
  it('is said where it would stand, with the reason', () => {
    const flow = aFlow(
      [
        node('first', 'text', { text: 'Hello' }),
        node('broken', 'text', { text: 'You owe {{ 1 | nofilter }}' }),
        node('empty', 'text', { text: '{{ nothing }}' }),
        node('last', 'text', { text: 'Bye' }),
      ],
      ['start > first', 'first > broken', 'broken > empty', 'empty > last'],
    )
    const { log } = receive(fresh(), flow, text('hi'), moment())
    expect(log.map(say)).toEqual(['> hi', 'Hello', 'unsaid', 'unsaid', 'Bye', 'ended: finished'])
    expect(log.filter(({ type }) => type === 'unsaid')).toMatchObject([
      { nodeId: 'broken', reason: { type: 'notFilled' } },
      { nodeId: 'empty', reason: { type: 'noText' } },
    ])
  })
})

describe('a conversation with the draft', () => {
  it('begins with a keyword and goes on with a tap', () => {
    const asked = receive(fresh(), MENU, text('Hi!'), moment())
    const done = receive(asked, MENU, tapOn(asked, 'Tea'), moment())
    expect(told(done)).toEqual([
      '> Hi!',
      'What would you like?',
      '> Tea',
      'Tea for Ana',
      'ended: finished',
    ])
  })

  it.each(['coffee', '2', '２'])('takes the typed answer “%s” for the second button', (words) => {
    const asked = receive(fresh(), MENU, text('hi'), moment())
    expect(told(receive(asked, MENU, text(words), moment()))).toContain('Coffee for Ana')
  })

  it('says that no trigger matches, and waits for a message that does', () => {
    const lost = receive(fresh(), MENU, text('good morning'), moment())
    expect(told(lost)).toEqual(['> good morning', 'noTrigger'])
    expect(told(receive(lost, MENU, text('hi'), moment())).at(-1)).toBe('What would you like?')
  })

  it('answers a tap on a message of an earlier round as the flow settings say', () => {
    const asked = receive(fresh(), MENU, text('hi'), moment())
    const tap = tapOn(asked, 'Tea')
    const again = receive(receive(asked, MENU, tap, moment()), MENU, text('hi'), moment())
    const stale = receive(again, MENU, tap, moment())
    expect(told(stale)).not.toContain('Tea for Ana (twice)')
    expect(told(stale).filter((line) => line === 'Tea for Ana')).toHaveLength(1)
    expect(told(stale).at(-1)).toMatch(/earlier|old|no longer/iu)
  })

  it('keeps the conversation that it was given unchanged', () => {
    const before = fresh()
    receive(before, MENU, text('hi'), moment())
    expect(before).toEqual(fresh())
  })

  it('starts at any node', () => {
    expect(told(startAt(fresh(), MENU, 'coffeeText', moment()))).toEqual([
      'started',
      'Coffee for Ana',
      'ended: finished',
    ])
  })

  it('names the variables that the last step changed', () => {
    const flow = aFlow(
      [
        node('set', 'setVariable', {
          assignments: [{ name: 'colour', value: { type: 'text', text: 'red' } }],
        }),
      ],
      ['start > set'],
    )
    const done = receive(fresh(), flow, text('hi'), moment())
    expect(done.session?.variables).toEqual({ colour: 'red' })
    expect([...done.changedVariables]).toEqual(['colour'])
  })
})

describe('time', () => {
  //  [start] ─► [delay 2 h] ─► [text]
  const DELAYED = aFlow(
    [
      node('wait', 'delay', { type: 'for', amount: 2, unit: 'hours' }),
      node('later', 'text', { text: 'It is {{ now | date: "%H:%M" }}' }),
    ],
    ['start > wait', 'wait > later'],
  )

  it('is skipped to the end of a delay, and stays there', () => {
    const waiting = receive(fresh(), DELAYED, text('hi'), moment())
    expect(nextTimer(waiting)?.fireAt).toBe(NOW + 120 * MINUTE)
    const done = skipWaiting(waiting, DELAYED, moment(NOW + MINUTE))
    expect(told(done)).toEqual(['> hi', 'skipped', 'It is 11:00', 'ended: finished'])
    expect(done.skippedMs).toBe(119 * MINUTE)
    const again = receive(done, DELAYED, text('hi'), moment(NOW + MINUTE))
    expect(nextTimer(again)?.fireAt).toBe(NOW + 240 * MINUTE)
  })

  it('lets a delay end by itself', () => {
    const waiting = receive(fresh(), DELAYED, text('hi'), moment())
    const timerId = nextTimer(waiting)?.id ?? ''
    const done = fireTimer(waiting, DELAYED, timerId, moment(NOW + 120 * MINUTE))
    expect(told(done)).toEqual(['> hi', 'waited', 'It is 11:00', 'ended: finished'])
    expect(fireTimer(done, DELAYED, timerId, moment())).toBe(done)
  })

  it('is skipped to reminders first, then to the end of waiting for a reply', () => {
    const flow = aFlow(
      [
        node('ask', 'question', {
          text: 'Your name?',
          answer: { type: 'text' },
          saveAs: 'name',
          noReply: { afterSeconds: 3600, reminders: [{ afterSeconds: 600, text: 'Still there?' }] },
        }),
        node('bye', 'text', { text: 'Bye then' }),
      ],
      ['start > ask', 'ask.noReply > bye'],
    )
    const asked = receive(fresh(), flow, text('hi'), moment())
    const reminded = skipWaiting(asked, flow, moment())
    expect(told(reminded)).toEqual(['> hi', 'Your name?', 'skipped', 'Still there?'])
    expect(told(skipWaiting(reminded, flow, moment()))).toContain('Bye then')
    const answered = receive(reminded, flow, text('Bo'), moment())
    expect(answered.timers).toEqual([])
    expect(skipWaiting(answered, flow, moment())).toBe(answered)
  })
})

describe('what is outside of the flow', () => {
  const CALLING = aFlow(
    [
      node('call', 'httpRequest', {
        method: 'GET',
        url: 'https://shop.example/orders/1',
        saveResponseAs: 'order',
      }),
      node('good', 'text', { text: 'It is {{ order.state }}' }),
      node('bad', 'text', { text: 'Not now' }),
    ],
    ['start > call', 'call.success > good', 'call.failure > bad'],
  )

  it.each([
    [{ outcome: 'answered', status: 200, headers: {}, body: { state: 'sent' } }, 'It is sent'],
    [{ outcome: 'answered', status: 404, headers: {}, body: null }, 'Not now'],
    [{ outcome: 'failed', reason: 'No route' }, 'Not now'],
    [{ outcome: 'timedOut' }, 'Not now'],
  ] as const)('answers a request with %j', (result, words) => {
    const asking = receive(fresh(), CALLING, text('hi'), moment())
    expect(asking.call?.request.url).toBe('https://shop.example/orders/1')
    const effectId = asking.call?.effectId ?? ''
    const done = answerCall(asking, CALLING, { effectId, result }, moment())
    expect(told(done)).toContain(words)
    expect(done.call).toBeNull()
    expect(answerCall(done, CALLING, { effectId, result }, moment())).toBe(done)
  })

  it('is a person after a handover, and the flow is silent until they are done', () => {
    const flow = aFlow(
      [node('person', 'handover', { to: 'Sales' }), node('back', 'text', { text: 'I am back' })],
      ['start > person', 'person.resolved > back'],
    )
    const handed = receive(fresh(), flow, text('hi'), moment())
    const written = receive(handed, flow, text('hi'), moment())
    expect(told(written)).toEqual(['> hi', 'handedOver', '> hi'])
    expect(told(handBack(written, flow, moment())).slice(3)).toEqual([
      'handedBack',
      'I am back',
      'ended: finished',
    ])
  })
})

describe('a draft that is not finished', () => {
  const HALF = aFlow(
    [node('hello', 'text', { text: 'Hello' }), node('empty', 'ctaUrl', { text: 'Look', url: 5 })],
    ['start > hello', 'hello > empty'],
  )

  it('runs up to the node that cannot run, and says which it is', () => {
    const done = receive(fresh(), HALF, text('hi'), moment())
    expect(told(done)).toEqual(['> hi', 'Hello', 'unfinished: empty'])
  })

  it('says so at once when it is to start at such a node', () => {
    expect(told(startAt(fresh(), HALF, 'empty', moment()))).toEqual([
      'started',
      'unfinished: empty',
    ])
  })

  it('ends with the circle when it never asks anything', () => {
    const flow = aFlow(
      [node('a', 'text', { text: 'A' }), node('b', 'text', { text: 'B' })],
      ['start > a', 'a > b', 'b > a'],
    )
    const done = receive(fresh(), flow, text('hi'), moment())
    expect(told(done)).toEqual(['> hi', 'ended: loop'])
    expect(done.steps.map(({ nodeId }) => nodeId)).toEqual(['b', 'a'])
  })
})

describe('a channel', () => {
  const shown = (channel: ChannelType, count: number) => {
    const flow = aFlow(
      [
        node('menu', 'buttons', {
          text: 'Choose',
          buttons: Array.from({ length: count }, (_, index) => ({
            id: `b${index}`,
            title: `Option ${index + 1}`,
          })),
        }),
      ],
      ['start > menu'],
    )
    const { log } = receive(newSimulation(ANA, channel), flow, text('hi'), moment())
    const sent = log.find(({ type }) => type === 'sent')
    return sent?.type === 'sent' ? degrade(sent.content, CAPABILITIES[channel]) : []
  }

  it.each([
    ['whatsapp-cloud', 3, 'buttons'],
    ['whatsapp-cloud', 5, 'list'],
    ['whatsapp-cloud', 11, 'text'],
    ['telegram', 11, 'buttons'],
    ['messenger', 13, 'buttons'],
  ] as const)('on %s %i buttons are shown as %s', (channel, count, type) => {
    expect(shown(channel, count).map((content) => content.type)).toContain(type)
  })

  it('that shows numbers is answered with one', () => {
    const many = aFlow(
      [
        node('menu', 'buttons', {
          text: 'Choose',
          buttons: Array.from({ length: 12 }, (_, index) => ({
            id: `b${index}`,
            title: `No. ${index}`,
          })),
        }),
        node('eleven', 'text', { text: 'The last but one' }),
      ],
      ['start > menu', 'menu.b10 > eleven'],
    )
    const asked = receive(fresh(), many, text('hi'), moment())
    expect(told(receive(asked, many, text('11'), moment()))).toContain('The last but one')
  })
})
