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
  let walk = openScript(script)
  while (!walk.isOver) walk = walkOn(flow, walk)
  return { failure: walk.failure, steps: walk.simulation.steps }
}

/** A scripted conversation as far as it has been held. Nothing changes it: `walkOn` gives the next one. */
export interface ScriptWalk {
  readonly lines: readonly ScriptLine[]
  /** Lines that are behind. */
  readonly done: number
  readonly simulation: Simulation
  /** Messages of the flow that were expected. */
  readonly seen: number
  /** Null as long as everything went as written. */
  readonly failure: ScriptFailure | null
  readonly isOver: boolean
}

/** A script before its first line. */
export const openScript = (script: string): ScriptWalk => ({
  lines: parseScript(script),
  done: 0,
  simulation: newSimulation(USUAL_CONTACT, USUAL_CHANNEL),
  seen: 0,
  failure: null,
  isOver: false,
})

/** Holds the next line of a script; behind the last one, looks whether something is left that nobody expected. */
export function walkOn(flow: PlayableFlow, walk: ScriptWalk): ScriptWalk {
  const { lines, done, simulation, seen } = walk
  const line = lines[done]
  const [unseen] = messagesOf(simulation).slice(seen)
  const fail = (reason: ScriptFailure['reason'], expected = '', actual?: Said): ScriptWalk => ({
    ...walk,
    isOver: true,
    failure: {
      line: (line ?? lines.at(-1))?.line ?? 1,
      reason,
      expected,
      actual: actual?.words ?? '',
      nodeId: actual?.nodeId ?? simulation.steps.at(-1)?.nodeId ?? null,
    },
  })

  if (!line) return unseen ? fail('moreMessages', '', unseen) : { ...walk, isOver: true }
  if (line.type === 'unreadable') return fail(line.problem, line.text)
  if (line.type === 'expects') {
    if (!unseen) return fail('noMessage', line.text)
    if (!fits(line.text, unseen.words)) return fail('otherMessage', line.text, unseen)
    return { ...walk, done: done + 1, seen: seen + 1 }
  }
  if (unseen) return fail('moreMessages', '', unseen)
  const next = perform(simulation, flow, line, momentOf(done))
  if (typeof next === 'string') return fail(next, 'title' in line ? line.title : '')
  return { ...walk, done: done + 1, simulation: next }
}

/** The conversation of a walk, on clocks that show `now` at this moment: its own time goes on from where it is. */
export function simulationAt({ simulation, done }: ScriptWalk, now: number): Simulation {
  const at = clockOf(simulation, momentOf(Math.max(0, done - 1)).now)
  return { ...simulation, skippedMs: at - now }
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
