import {
  CHANNEL_TYPES,
  type DraftFlowInput,
  type InboundContent,
  type JsonValue,
} from '@parley/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answerCall,
  fireTimer,
  handBack,
  receive,
  skipWaiting,
  startAt,
} from '../simulation/happenings.ts'
import { newSimulation, nextTimer, type Simulation } from '../simulation/simulation.ts'
import { toPlayable } from '../simulation/toPlayable.ts'
import type { HttpResult } from '../types.ts'
import { runScript, USUAL_CHANNEL, USUAL_CONTACT } from './runScript.ts'
import { parseScript, type ScriptLine } from './script.ts'
import { toScript } from './toScript.ts'
import { writeScriptLine } from './writeScript.ts'

// ------------------------------------------------------------------------------------ lines

/** Words with everything in them that could be taken for something else. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\n\n',
        ' ',
        '  ',
        '\t',
        '#',
        'Bot:',
        'End',
        '…',
        '[x]',
        ':',
        '\r\n',
        'é',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''))
/** What nobody can see at the ends of lines does not count in what is expected. */
const visible = (words: string) => words.replaceAll(/[^\S\n]+$/gm, '').trim()

const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as JsonValue)
const result: fc.Arbitrary<HttpResult> = fc.oneof(
  fc.record({
    outcome: fc.constant('answered' as const),
    status: fc.integer({ min: 100, max: 599 }),
    headers: fc.constant({}),
    body: json,
  }),
  fc.constant({ outcome: 'failed' as const, reason: 'No connection' }),
  fc.constant({ outcome: 'timedOut' as const }),
)
type Statement = Parameters<typeof writeScriptLine>[0]
const line: fc.Arbitrary<Statement> = fc.oneof(
  text.map((words): Statement => ({ type: 'says', content: { type: 'text', text: words } })),
  fc.constant<Statement>({
    type: 'says',
    content: { type: 'location', latitude: 1, longitude: 2, name: 'Here' },
  }),
  text.map((words): Statement => ({ type: 'expects', text: visible(words) })),
  text.map((words): Statement => ({ type: 'taps', title: visible(words) })),
  fc.constantFrom(...CHANNEL_TYPES).map((channel): Statement => ({ type: 'channel', channel })),
  fc.record({ name: fc.string(), attributes: fc.dictionary(fc.string(), json) }).map(
    (contact): Statement => ({
      type: 'contact',
      contact: JSON.parse(JSON.stringify(contact)) as typeof contact,
    }),
  ),
  result.map((each): Statement => ({ type: 'answer', result: each })),
  fc.constantFrom<Statement>(
    { type: 'skip' },
    { type: 'handBack' },
    { type: 'ends' },
    { type: 'start', nodeId: null },
    { type: 'start', nodeId: 'n1' },
  ),
  fc.integer({ min: 1, max: 9_999 }).map((n): Statement => ({ type: 'wait', ms: n * 1_000 })),
  fc
    .record({
      year: fc.integer({ min: 1990, max: 2090 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
    })
    .map((at): Statement => ({ type: 'time', at })),
)

/** A line as it was made: without its number, and without what nobody can see in it. */
function withoutNumber({ line, ...rest }: ScriptLine): Statement {
  expect(line).toBeGreaterThan(0)
  if (rest.type === 'expects') return { ...rest, text: visible(rest.text) }
  return rest.type === 'taps' ? { ...rest, title: visible(rest.title) } : rest
}

it('every line reads as it was written, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const script = lines.map(writeScriptLine).join('\n')
      expect(parseScript(script).map(withoutNumber)).toEqual(lines)
    }),
    { numRuns: 150 },
  )
})

// ------------------------------------------------------------------------------------ conversations

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
const rule = (name: string, value: string) => ({
  type: 'group',
  match: 'all',
  rules: [
    {
      type: 'rule',
      subject: { type: 'contact', field: name },
      operator: 'equals',
      values: [value],
    },
  ],
})

//  hi ─► menu ─ ask ──► question ─► call ─► it is … ─► menu
//             ├ later ► delay ─► who ─ zoë ─► hello   └► down
//             ├ help ─► handover ─► now it is …
//             └ (no reply) ─► bye
const FLOW: DraftFlowInput = {
  nodes: [
    node('start', 'start', {
      triggers: [{ type: 'keyword', id: 'k', words: ['hi'], interrupts: true }],
    }),
    node('menu', 'buttons', {
      text: 'Hello {{ contact.name }},\n\nwhat … now?',
      buttons: [
        { id: 'ask', title: 'Ask' },
        { id: 'later', title: 'Later' },
        { id: 'help', title: 'Help' },
      ],
      noReply: { afterSeconds: 3_600, reminders: [{ afterSeconds: 600, text: ' Still there?' }] },
    }),
    node('question', 'question', { text: 'What?', saveAs: 'what', answer: { type: 'text' } }),
    node('call', 'httpRequest', {
      url: 'https://shop.example',
      mapping: [{ path: 'state', variable: 'state' }],
    }),
    node('state', 'text', { text: '{{ what }} is {{ state }}.' }),
    node('down', 'text', { text: 'We are down.' }),
    node('wait', 'delay', { type: 'for', amount: 5, unit: 'minutes' }),
    node('who', 'condition', {
      branches: [{ id: 'zoe', label: 'Zoë', group: rule('name', 'Zoë') }],
    }),
    node('zoe', 'text', { text: 'Hello, Zoë.' }),
    node('handover', 'handover', {}),
    node('time', 'text', { text: 'It is {{ now | date: "%A %H" }}.' }),
    node('bye', 'text', { text: 'Bye.' }),
  ],
  edges: [
    edge('start', 'next', 'menu'),
    edge('menu', 'ask', 'question'),
    edge('menu', 'later', 'wait'),
    edge('menu', 'help', 'handover'),
    edge('menu', 'noReply', 'bye'),
    edge('question', 'next', 'call'),
    edge('call', 'success', 'state'),
    edge('call', 'failure', 'down'),
    edge('state', 'next', 'menu'),
    edge('wait', 'next', 'who'),
    edge('who', 'zoe', 'zoe'),
    edge('who', 'otherwise', 'menu'),
    edge('handover', 'resolved', 'time'),
  ],
}

type Deed =
  | { readonly do: 'send'; readonly content: InboundContent }
  | { readonly do: 'tap'; readonly back: number; readonly option: number }
  | { readonly do: 'answer'; readonly result: HttpResult }
  | { readonly do: 'call'; readonly name: string }
  | { readonly do: 'switch'; readonly channel: (typeof CHANNEL_TYPES)[number] }
  | { readonly do: 'skip' | 'fire' | 'handBack' | 'start' }

const words = fc.oneof(
  fc.constantFrom('hi', '1', 'Later', 'help', 'tea', ' tea', 'two\nlines\n', ''),
  text,
)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constant<Deed>({ do: 'send', content: { type: 'text', text: 'hi' } }),
  },
  {
    weight: 3,
    arbitrary: words.map((each): Deed => ({ do: 'send', content: { type: 'text', text: each } })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ back: fc.nat(3), option: fc.nat(2) })
      .map((each): Deed => ({ do: 'tap', ...each })),
  },
  fc.constant<Deed>({
    do: 'send',
    content: { type: 'image', url: 'blob:1', mimeType: 'image/png', filename: 'a.png' },
  }),
  { weight: 2, arbitrary: result.map((each): Deed => ({ do: 'answer', result: each })) },
  fc.constantFrom('Zoë', 'Ana').map((name): Deed => ({ do: 'call', name })),
  fc.constantFrom(...CHANNEL_TYPES).map((channel): Deed => ({ do: 'switch', channel })),
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('skip' as const, 'fire' as const, 'handBack' as const, 'start' as const)
      .map((each): Deed => ({ do: each })),
  },
)

const flow = (() => {
  const playable = toPlayable(FLOW)
  if (!playable) throw new Error('The flow of the test is none.')
  expect([...playable.unfinished.values()]).toEqual([])
  return playable
})()

/** What happens in a conversation, as the author and the clock make it happen. */
function perform(before: Simulation, each: Deed, now: number): Simulation {
  const moment = { now, seed: 1 }
  switch (each.do) {
    case 'send':
      return receive(before, flow, each.content, moment)
    case 'tap': {
      const offers = before.log.flatMap((entry) =>
        entry.type === 'sent' && entry.content.type === 'buttons' ? [entry.content.buttons] : [],
      )
      const option = offers.at(-1 - each.back)?.[each.option]
      if (!option) return before
      const { id, title } = option
      return receive(before, flow, { type: 'tap', id, title }, moment)
    }
    case 'answer':
      return before.call
        ? answerCall(before, flow, { effectId: before.call.effectId, result: each.result }, moment)
        : before
    case 'call':
      return { ...before, contact: { ...before.contact, name: each.name } }
    case 'switch':
      return { ...before, channel: each.channel }
    case 'skip':
      return skipWaiting(before, flow, moment)
    case 'fire': {
      const timer = nextTimer(before)
      return timer ? fireTimer(before, flow, timer.id, { ...moment, now: timer.fireAt }) : before
    }
    case 'handBack':
      return handBack(before, flow, moment)
    case 'start':
      return startAt(before, flow, null, moment)
  }
}

const RENAMED_WHILE_WAITING: Deed[] = [
  { do: 'call', name: 'Zoë' },
  { do: 'send', content: { type: 'text', text: 'hi' } },
  { do: 'send', content: { type: 'text', text: 'Later' } },
  { do: 'call', name: 'Ana' },
  { do: 'skip' },
]

describe('a conversation that took place', () => {
  it('holds with the same flow, written down as a script', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 10 }), (deeds) => {
        const simulation = deeds.reduce(
          (before, each, index) => perform(before, each, Date.UTC(2026, 0, 7, 20) + index * 1_000),
          newSimulation(USUAL_CONTACT, USUAL_CHANNEL),
        )
        const script = toScript(simulation, flow)
        expect([script, runScript(flow, script).failure]).toEqual([script, null])
      }),
      { numRuns: 150, examples: [[RENAMED_WHILE_WAITING]] },
    )
  })
})
