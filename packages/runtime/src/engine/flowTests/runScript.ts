import { instantOf } from '@parley/shared'
import { answerCall, handBack, receive, skipWaiting, startAt } from '../simulation/happenings.ts'
import {
  clockOf,
  type Moment,
  newSimulation,
  nextTimer,
  type SimulatedContact,
  type SimulatedStep,
  type Simulation,
} from '../simulation/simulation.ts'
import type { PlayableFlow } from '../simulation/toPlayable.ts'
import { describeMessage, findOption } from './describeMessage.ts'
import { parseScript, type ScriptLine, type ScriptProblem, type WallTime } from './script.ts'

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
    | ScriptProblem
  readonly expected: string
  readonly actual: string
  /** Where the conversation was: at the node that said the wrong thing, or that the last step came to. Null before any. */
  readonly nodeId: string | null
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

/** When the line with this index happens: a second after the one before it. */
export const momentOf = (index: number): Moment => ({ now: BEGIN + index * 1_000, seed: index })

/** Holds the scripted conversation with a flow, and stops at the first line that does not hold. Pure, and always the same. */
export function runScript(flow: PlayableFlow, script: string): ScriptResult {
  let simulation = newSimulation(USUAL_CONTACT, USUAL_CHANNEL)
  let seen = 0
  const lines = parseScript(script)
  const fail = (
    line: number,
    reason: ScriptFailure['reason'],
    expected = '',
    actual?: Said,
  ): ScriptResult => ({
    failure: {
      line,
      reason,
      expected,
      actual: actual?.words ?? '',
      nodeId: actual?.nodeId ?? simulation.steps.at(-1)?.nodeId ?? null,
    },
    steps: simulation.steps,
  })

  for (const [index, line] of lines.entries()) {
    if (line.type === 'unreadable') return fail(line.line, line.problem, line.text)
    const unseen = messagesOf(simulation).slice(seen)
    if (line.type === 'expects') {
      const [actual] = unseen
      if (actual === undefined) return fail(line.line, 'noMessage', line.text)
      if (!fits(line.text, actual.words)) return fail(line.line, 'otherMessage', line.text, actual)
      seen += 1
      continue
    }
    if (unseen[0] !== undefined) return fail(line.line, 'moreMessages', '', unseen[0])
    const next = perform(simulation, flow, line, momentOf(index))
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
export function perform(
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
      const option = findOption(simulation.log, line.title)
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
    case 'wait':
      return letPass(simulation, flow, line.ms, moment)
    case 'time':
      return setClock(simulation, flow, line.at, moment)
    case 'handBack':
      return simulation.handedOverAt === null ? 'noHandover' : handBack(simulation, flow, moment)
    case 'ends':
      return simulation.session?.ended?.reason === 'finished' ? simulation : 'notEnded'
  }
}

interface Said {
  readonly words: string
  readonly nodeId: string
}

/** Everything that the flow has said so far. */
export const messagesOf = ({ log }: Simulation): readonly Said[] =>
  log.flatMap((entry) =>
    entry.type === 'sent' ? [{ words: describeMessage(entry.content), nodeId: entry.nodeId }] : [],
  )

/** Lets time pass: every timer that is due by then goes off, one after the other. */
function letPass(
  simulation: Simulation,
  flow: PlayableFlow,
  ms: number,
  moment: Moment,
): Simulation {
  const until = clockOf(simulation, moment.now) + ms
  let next = simulation
  for (let count = 0; count < MOST_TIMERS; count += 1) {
    const timer = nextTimer(next)
    if (!timer || timer.fireAt > until) break
    next = skipWaiting(next, flow, moment)
  }
  return { ...next, skippedMs: until - moment.now }
}

/** A flow that only waits in circles for a year would go off for ever. */
const MOST_TIMERS = 200

/** Moves the conversation's clock to what clocks show where the flow is. */
function setClock(
  simulation: Simulation,
  { timeZone }: PlayableFlow,
  at: WallTime,
  { now }: Moment,
): Simulation {
  return { ...simulation, skippedMs: instantOf(at, timeZone) - now }
}

/** True when a message is as written, where `…` stands for any words. */
export function fits(expected: string, actual: string): boolean {
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
const normal = (text: string): string => text.replaceAll(/[^\S\n]+$/gm, '').trim()
