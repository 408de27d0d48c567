import type { JsonValue } from '@parley/shared'
import { FlowLoopError } from '../FlowLoopError.ts'
import { newSession } from '../newSession.ts'
import { type StepResult, step } from '../step.ts'
import type { Effect, Event, EventContext, Session, TraceEntry } from '../types.ts'
import { withLog } from './log.ts'
import {
  clockOf,
  isRunning,
  type Moment,
  type SimulatedContact,
  type Simulation,
} from './simulation.ts'
import type { PlayableFlow } from './toPlayable.ts'

/** An event but for what the conversation itself knows: number, time, seed and who writes. */
export type Happening = Event extends infer Each
  ? Each extends Event
    ? Omit<Each, 'id' | 'at' | 'seed' | 'context'>
    : never
  : never

/** Begins a new session, in place of one that may still run. */
export function begin(
  simulation: Simulation,
  flow: PlayableFlow,
  happening: Happening,
  moment: Moment,
): Simulation {
  const interrupted = isRunning(simulation)
    ? withLog(simulation, clockOf(simulation, moment.now), {
        type: 'ended',
        end: { reason: 'interrupted' },
      })
    : simulation
  const sessions = simulation.sessions + 1
  const fresh = {
    ...interrupted,
    session: newSession(`sim${sessions}`),
    sessions,
    timers: [],
    call: null,
    handedOverAt: null,
  }
  return advance(fresh, flow, happening, moment)
}

/** Takes the session on by one step, and does in the conversation what it asks for. */
export function advance(
  simulation: Simulation,
  flow: PlayableFlow,
  happening: Happening,
  moment: Moment,
): Simulation {
  const { session } = simulation
  if (session === null) return simulation
  const at = clockOf(simulation, moment.now)
  // An event is one of the happenings with these four fields; TypeScript does not put spread unions together again.
  const event = {
    ...happening,
    id: `event-${simulation.log.length}`,
    at,
    seed: moment.seed,
    context: contextOf(simulation),
  } as Event
  const result = safeStep(flow, session, event)
  const number = (simulation.steps.at(-1)?.number ?? 0) + 1
  const stepped: Simulation = {
    ...simulation,
    session: result.session,
    steps: [
      ...simulation.steps,
      ...result.trace.map((entry) => ({ ...entry, number, session: simulation.sessions })),
    ],
    changedVariables: changes(session.variables, result.session.variables),
  }
  const applied = applyAll(stepped, result, at)
  return result.session.ended ? finish(applied, flow, result, at) : applied
}

/** As the server does it: a flow that runs in circles ends the session. */
function safeStep(flow: PlayableFlow, session: Session, event: Event): StepResult {
  try {
    return step(flow.compiled, session, event)
  } catch (error) {
    if (!(error instanceof FlowLoopError)) throw error
    const { nodeIds } = error
    return {
      session: { ...session, waiting: null, ended: { reason: 'loop', nodeIds } },
      effects: [],
      trace: [...new Set(nodeIds)].map((nodeId) => ({ at: event.at, nodeId })),
    }
  }
}

/** Does what was asked for, node by node, and says at its place what the contact did not get. */
function applyAll(simulation: Simulation, { trace, effects }: StepResult, at: number): Simulation {
  let next = simulation
  const waiting = [...effects]
  const earlier = new Set<string>()
  for (const { nodeId, unsaid: reason } of trace) {
    if (reason) {
      const count = waiting.findIndex((effect) => !earlier.has(effect.nodeId))
      const before = waiting.splice(0, count === -1 ? waiting.length : count)
      next = before.reduce((each, effect) => apply(each, effect, at), next)
      next = withLog(next, at, { type: 'unsaid', nodeId, reason })
    }
    earlier.add(nodeId)
  }
  return waiting.reduce((each, effect) => apply(each, effect, at), next)
}

function apply(simulation: Simulation, effect: Effect, at: number): Simulation {
  const { id, nodeId } = effect
  switch (effect.type) {
    case 'send':
      return withLog(simulation, at, { type: 'sent', content: effect.content, nodeId })
    case 'startTimer': {
      const timer = { id, nodeId, fireAt: effect.fireAt }
      return { ...simulation, timers: [...simulation.timers, timer] }
    }
    case 'cancelTimer': {
      const timers = simulation.timers.filter((timer) => timer.id !== effect.timerId)
      return { ...simulation, timers }
    }
    case 'httpRequest':
      return { ...simulation, call: { effectId: id, nodeId, request: effect.request } }
    case 'handOver': {
      const line = { type: 'handedOver', nodeId, to: effect.to } as const
      return withLog({ ...simulation, handedOverAt: nodeId }, at, line)
    }
    case 'updateContact': {
      const contact = changedContact(simulation.contact, effect.change)
      const { known } = simulation
      return { ...simulation, contact, known: known && { ...known, contact } }
    }
  }
}

function changedContact(
  contact: SimulatedContact,
  change: Extract<Effect, { type: 'updateContact' }>['change'],
): SimulatedContact {
  const { setName = contact.name, setAttributes = {}, addTags = [], removeTags = [] } = change
  const { setLanguage } = change
  const tags = new Set([...contact.tags, ...addTags])
  for (const tag of removeTags) tags.delete(tag)
  return {
    ...contact,
    name: setName,
    ...(setLanguage !== undefined && { language: setLanguage }),
    tags: [...tags],
    attributes: { ...contact.attributes, ...setAttributes },
  }
}

function finish(
  simulation: Simulation,
  flow: PlayableFlow,
  { session, trace }: StepResult,
  at: number,
): Simulation {
  const over = { ...simulation, timers: [], call: null, handedOverAt: null }
  const { ended: end } = session
  if (end === null) return over
  const nextId = lastTarget(flow, trace)
  const problem = nextId === null ? undefined : flow.unfinished.get(nextId)
  return withLog(over, at, {
    type: 'ended',
    end,
    ...(nextId !== null && problem && { unfinished: { nodeId: nextId, message: problem.message } }),
  })
}

/** Where the conversation wanted to go when it ended. */
function lastTarget(flow: PlayableFlow, trace: readonly TraceEntry[]): string | null {
  const last = trace.at(-1)
  // The engine notes a missing edge in an entry of its own, after the one that says by which handle it left.
  const leaving = trace.findLast(({ nodeId, leftBy }) => nodeId === last?.nodeId && leftBy)
  return last ? flow.nodeBehind(last.nodeId, leaving?.leftBy) : null
}

const contextOf = ({ contact, channel }: Simulation): EventContext => ({
  contact: { id: 'simulated', optedOut: false, language: '', ...contact },
  conversation: { id: 'simulated', isGroup: false },
  number: { id: 'simulated', name: 'Simulator', phone: '' },
  channel,
  timeZone: 'UTC',
})

function changes(
  before: Readonly<Record<string, JsonValue>>,
  now: Readonly<Record<string, JsonValue>>,
): ReadonlySet<string> {
  return new Set(Object.keys(now).filter((name) => before[name] !== now[name]))
}
