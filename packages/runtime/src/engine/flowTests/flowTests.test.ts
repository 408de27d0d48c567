import type { DraftFlowInput, JsonValue } from '@parley/shared'
import { describe, expect, it } from 'vitest'
import { receive, skipWaiting } from '../simulation/happenings.ts'
import { newSimulation } from '../simulation/simulation.ts'
import { toPlayable } from '../simulation/toPlayable.ts'
import { retake } from './retake.ts'
import { runScript, USUAL_CONTACT } from './runScript.ts'
import { parseScript } from './script.ts'
import { toScript } from './toScript.ts'

const node = (id: string, type: string, data: Record<string, JsonValue>) => ({
  id,
  type,
  position: { x: 0, y: 0 },
  data,
})
const edge = (source: string, sourceHandle: string, target: string) => ({
  id: `${source}.${sourceHandle}`,
  source,
  sourceHandle,
  target,
})

//  [start: hi] ─► [menu: Order | Later] ─ order ─► [GET] ─ success ─► [text]
//                          └─ later ─► [delay] ─► [text]  └─ failure ─► [text]
const DRAFT: DraftFlowInput = {
  nodes: [
    node('start', 'start', { triggers: [{ type: 'keyword', id: 'k', words: ['hi'] }] }),
    node('menu', 'buttons', {
      text: 'Hello {{ contact.name }},\n\nhow can I help?',
      footer: 'Tea & more',
      buttons: [
        { id: 'order', title: 'My order' },
        { id: 'later', title: 'Later' },
      ],
    }),
    node('call', 'httpRequest', {
      url: 'https://shop.example',
      mapping: [{ path: 'state', variable: 'state' }],
    }),
    node('state', 'text', { text: 'It is {{ state }}.' }),
    node('down', 'text', { text: 'We are down.' }),
    node('wait', 'delay', { type: 'for', amount: 1, unit: 'days' }),
    node('remind', 'text', { text: 'It is {{ now | date: "%A" }}.' }),
  ],
  edges: [
    edge('start', 'next', 'menu'),
    edge('menu', 'order', 'call'),
    edge('call', 'success', 'state'),
    edge('call', 'failure', 'down'),
    edge('menu', 'later', 'wait'),
    edge('wait', 'next', 'remind'),
  ],
}

function aFlow() {
  const flow = toPlayable(DRAFT)
  if (!flow) throw new Error('The flow of the test is none.')
  return flow
}
const run = (script: string) => runScript(aFlow(), script)

const MENU = `Bot: Hello Ana,

  how can I help?
  Tea & more
  [My order]
  [Later]`

it('talks on the channel that its line names, from there on', () => {
  const flow = toPlayable({
    nodes: [
      node('start', 'start', { triggers: [{ type: 'anyMessage', id: 'any' }] }),
      node('say', 'text', { text: 'You write from {{ channel }}.' }),
    ],
    edges: [edge('start', 'next', 'say')],
  })
  if (!flow) throw new Error('The flow of the test is none.')
  const script = [
    'Customer: hi',
    'Bot: You write from whatsapp-web.',
    'Channel: telegram',
    'Customer: hi',
    'Bot: You write from telegram.',
  ].join('\n')
  expect(runScript(flow, script).failure).toBeNull()
  expect(retake(flow, script)).toBe(script)
})

describe('a test that is taken again', () => {
  const take = (script: string) => retake(aFlow(), script)

  it('expects what the flow says now, and keeps what still holds', () => {
    expect(
      take(
        '# first\nCustomer: hi\nBot: Good evening\n# then\nCustomer: 1\nAnswer: failure\nBot: We …\nEnd',
      ),
    ).toBe(`# first\nCustomer: hi\n${MENU}\n# then\nCustomer: 1\nAnswer: failure\nBot: We …\nEnd`)
  })

  it('gets what was not expected, and loses what is not said', () => {
    expect(take('Customer: hi')).toBe(`Customer: hi\n${MENU}`)
    expect(take('Start: down\nBot: We are down.\nBot: Sorry.\nEnd')).toBe(
      'Start: down\nBot: We are down.\nEnd',
    )
  })

  it('stays as it is from a line on that cannot be done', () => {
    expect(take('Customer: hi\nCustomer taps: Coffee\nBot: Here you are.')).toBe(
      `Customer: hi\n${MENU}\nCustomer taps: Coffee\nBot: Here you are.`,
    )
  })
})

describe('a script', () => {
  it.each([
    [
      'a tap and an answer',
      `Customer: hi\n${MENU}\nCustomer taps: My order\nAnswer: 200 {"state":"sent"}\nBot: It is sent.\nEnd`,
    ],
    [
      'a typed number and a failure',
      `Customer: hi\n${MENU}\nCustomer: 1\nAnswer: failure\nBot: We are down.`,
    ],
    ['no answer in time', `Customer: hi\n${MENU}\nCustomer: 1\nAnswer: nothing\nBot: We are down.`],
    [
      'a delay that is skipped',
      `Customer: hi\n${MENU}\nCustomer: Later\nSkip waiting\nBot: It is Tuesday.`,
    ],
    [
      'time that passes',
      `Customer: hi\n${MENU}\nCustomer: Later\nWait: 23 hours\nWait: 60 minutes\nBot: It is Tuesday.`,
    ],
    [
      'another time',
      `Time: 2026-01-09 22:00\nCustomer: hi\n${MENU}\nCustomer: Later\nSkip waiting\nBot: It is Saturday.`,
    ],
    ['any words', 'Customer: hi\nBot: Hello …help?…[Later]'],
    ['a remark and blank lines', '# how it begins\n\nCustomer: hi\n\nBot: …\n'],
    ['a start in the middle', 'Start: down\nBot: We are down.\nEnd'],
    ['words that start nothing', 'Customer: good evening'],
  ])('holds with %s', (_, script) => {
    expect(run(script).failure).toBeNull()
  })

  it.each([
    ['otherMessage', 2, 'Customer: hi\nBot: Good evening'],
    ['noMessage', 2, 'Customer: what?\nBot: Hello …'],
    ['moreMessages', 2, 'Customer: hi\nCustomer: 1'],
    ['moreMessages', 1, 'Customer: hi'],
    ['noOption', 3, 'Customer: hi\nBot: …\nCustomer taps: Coffee'],
    ['noRequest', 3, 'Customer: hi\nBot: …\nAnswer: 200 {}'],
    ['nothingToSkip', 3, 'Customer: hi\nBot: …\nSkip waiting'],
    ['noHandover', 1, 'Hand back'],
    ['notEnded', 3, 'Customer: hi\nBot: …\nEnd'],
    ['unknownLine', 2, 'Customer: hi\nThen the bot answers'],
    ['nothingAbove', 1, '  how can I help?\nCustomer: hi'],
    ['badContent', 1, 'Customer sends: {"type":"nonsense"}'],
    ['badAnswer', 1, 'Answer: maybe'],
    ['badContact', 1, 'Contact: {"name":5}'],
    ['badChannel', 1, 'Channel: pigeon'],
    ['badWait', 1, 'Wait: a while'],
    ['badTime', 1, 'Time: 2026-02-30 09:00'],
  ])('fails with %s at line %i', (reason, line, script) => {
    expect(run(script).failure).toMatchObject({ reason, line })
  })

  it('says what was expected and what came instead', () => {
    expect(run('Start: down\nBot: We are up.').failure).toMatchObject({
      expected: 'We are up.',
      actual: 'We are down.',
      nodeId: 'down',
    })
  })

  it('leads to the node where the conversation was', () => {
    expect(run('Customer: hi\nBot: …\nCustomer taps: Coffee').failure?.nodeId).toBe('menu')
    expect(run('Customer: 1\nBot: Hello').failure?.nodeId).toBeNull()
  })

  it('does not let a timer go off before its time', () => {
    const script = `Customer: hi\n${MENU}\nCustomer: Later\nWait: 23 hours\nBot: …`
    expect(run(script).failure?.reason).toBe('noMessage')
  })

  it('tells the nodes that it came through', () => {
    const { steps } = run(`Customer: hi\n${MENU}`)
    expect(steps.map(({ nodeId }) => nodeId)).toEqual(['start', 'menu'])
  })

  it('is read with indented lines as part of the line above', () => {
    expect(parseScript('Customer: one\n  two\n\n  three\nEnd')).toEqual([
      { line: 1, type: 'says', content: { type: 'text', text: 'one\ntwo\n\nthree' } },
      { line: 5, type: 'ends' },
    ])
  })
})

it('written from a conversation holds with the same flow', () => {
  const flow = aFlow()
  const moment = { now: Date.UTC(2026, 0, 5, 9), seed: 1 }
  const place = { type: 'location', latitude: 1, longitude: 2, name: 'Here' } as const
  const asked = receive(
    newSimulation({ ...USUAL_CONTACT, name: 'Zoë' }, 'telegram'),
    flow,
    { type: 'text', text: 'hi' },
    moment,
  )
  const lost = receive(asked, flow, place, moment)
  const waiting = receive(lost, flow, { type: 'text', text: 'later' }, moment)
  const script = toScript(skipWaiting(waiting, flow, moment), flow)
  expect(script.split('\n').slice(0, 2)).toEqual([
    expect.stringMatching(/^Contact: .*Zoë/),
    'Channel: telegram',
  ])
  expect(script).toContain('Customer sends: {"type":"location"')
  expect(script.split('\n').slice(-3)).toEqual(['Skip waiting', 'Bot: It is Tuesday.', 'End'])
  expect(runScript(flow, script).failure).toBeNull()
})
