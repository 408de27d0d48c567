import {
  answerCall,
  handBack,
  type Moment,
  newSimulation,
  nextTimer,
  receive,
  type SimulatedContact,
  type SimulatedStep,
  type Simulation,
  skipWaiting,
  startAt,
} from '../simulation/simulation.ts'
import type { PlayableFlow } from '../simulation/toPlayable.ts'
import { describeMessage, optionsOf } from './describeMessage.ts'
import { parseScript, type ScriptLine } from './script.ts'

/** Where a conversation went another way than its script. */
export interface ScriptFailure {
  /** Line of the script, from 1. */
  readonly line: number
  readonly reason: /** Something else was said than was expected. */
    | 'otherMessage'
    /** Nothing was said. */
    | 'noMessage'
    /** More was said than was expected. */
    | 'moreMessages'
    /** No message offers what the customer taps. */
    | 'noOption'
    | 'noRequest'
    | 'nothingToSkip'
    | 'noHandover'
    | 'notEnded'
    | 'unreadable'
  readonly expected: string
  readonly actual: string
}

export interface ScriptResult {
  /** Null: everything went as written. */
  readonly failure: ScriptFailure | null
  /** What the conversation came through, for coverage. */
  readonly steps: readonly SimulatedStep[]
}

/** Who writes when nothing else is said. */
export const USUAL_CONTACT: SimulatedContact = {
  name: 'Ana',
  phone: '4915112345678',
  tags: [],
  attributes: {},
}
export const USUAL_CHANNEL = 'whatsapp-web'

/** Monday, 5 January 2026, 9:00 UTC: tests must not depend on the day they run. */
const BEGIN = 1_767_603_600_000

/** Holds the scripted conversation with a flow, and stops at the first line that does not hold. Pure, and always the same. */
export function runScript(flow: PlayableFlow, script: string): ScriptResult {
  let simulation = newSimulation(USUAL_CONTACT, USUAL_CHANNEL)
  let seen = 0
  const lines = parseScript(script)
  const fail = (
    line: number,
    reason: ScriptFailure['reason'],
    expected = '',
    actual = '',
  ): ScriptResult => ({
    failure: { line, reason, expected, actual },
    steps: simulation.steps,
  })

  for (const [index, line] of lines.entries()) {
    if (line.type === 'unreadable') return fail(line.line, 'unreadable', line.text)
    const unseen = messagesOf(simulation).slice(seen)
    if (line.type === 'expects') {
      const [actual] = unseen
      if (actual === undefined) return fail(line.line, 'noMessage', line.text)
      if (!fits(line.text, actual)) return fail(line.line, 'otherMessage', line.text, actual)
      seen += 1
      continue
    }
    if (unseen[0] !== undefined) return fail(line.line, 'moreMessages', '', unseen[0])
    const next = perform(simulation, flow, line, { now: BEGIN + index * 1_000, seed: index })
    if (typeof next === 'string') return fail(line.line, next, 'title' in line ? line.title : '')
    simulation = next
  }
  const [left] = messagesOf(simulation).slice(seen)
  const lastLine = lines.at(-1)?.line ?? 1
  return left === undefined
    ? { failure: null, steps: simulation.steps }
    : fail(lastLine, 'moreMessages', '', left)
}

/** Does what a line says; a reason when that is not possible. */
function perform(
  simulation: Simulation,
  flow: PlayableFlow,
  line: Exclude<ScriptLine, { type: 'expects' | 'unreadable' }>,
  moment: Moment,
): Simulation | ScriptFailure['reason'] {
  switch (line.type) {
    case 'says':
      return receive(simulation, flow, line.content, moment)
    case 'contact':
      return { ...simulation, contact: { ...simulation.contact, ...line.contact } }
    case 'channel':
      return { ...simulation, channel: line.channel }
    case 'taps': {
      const option = findOption(simulation, line.title)
      return option ? receive(simulation, flow, { type: 'tap', ...option }, moment) : 'noOption'
    }
    case 'start':
      return startAt(simulation, flow, line.nodeId, moment)
    case 'answer': {
      if (!simulation.call) return 'noRequest'
      const { effectId } = simulation.call
      return answerCall(simulation, flow, { effectId, result: line.result }, moment)
    }
    case 'skip':
      return nextTimer(simulation) ? skipWaiting(simulation, flow, moment) : 'nothingToSkip'
    case 'handBack':
      return simulation.handedOverAt === null ? 'noHandover' : handBack(simulation, flow, moment)
    case 'ends':
      return simulation.session?.ended?.reason === 'finished' ? simulation : 'notEnded'
  }
}

/** The newest option with this title: an old message is tapped only when no newer one offers the same. */
function findOption({ log }: Simulation, title: string) {
  for (const entry of log.toReversed()) {
    if (entry.type !== 'sent') continue
    const option = optionsOf(entry.content).find((each) => each.title.trim() === title)
    if (option) return { id: option.id, title: option.title }
  }
  return null
}

const messagesOf = ({ log }: Simulation): readonly string[] =>
  log.flatMap((entry) => (entry.type === 'sent' ? [describeMessage(entry.content)] : []))

/** True when a message is as written, where `…` stands for any words. */
function fits(expected: string, actual: string): boolean {
  const [first = '', ...others] = expected.split('…').map(normal)
  const text = normal(actual)
  if (others.length === 0) return first === text
  const last = others.pop() ?? ''
  if (!text.startsWith(first) || text.length < first.length + last.length) return false
  if (!text.endsWith(last)) return false
  let from = first.length
  const end = text.length - last.length
  for (const part of others) {
    const found = text.indexOf(part, from)
    if (found === -1 || found + part.length > end) return false
    from = found + part.length
  }
  return true
}

/** Spaces at the ends of lines are invisible to whoever writes a script. */
const normal = (text: string): string => text.replace(/[ \t]+$/gm, '').trim()
