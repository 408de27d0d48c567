import {
  type ChannelType,
  type Content,
  type InboundContent,
  type JsonValue,
  matchTrigger,
} from '@parley/shared'
import type { CompiledFlow } from '../compileFlow.ts'
import { FlowLoopError } from '../FlowLoopError.ts'
import { newSession } from '../newSession.ts'
import { type StepResult, step } from '../step.ts'
import type {
  Effect,
  Event,
  EventContext,
  HttpRequest,
  HttpResult,
  Session,
  SessionEnd,
  TraceEntry,
} from '../types.ts'
import type { PlayableFlow } from './toPlayable.ts'

/** Who writes to the flow. */
export interface SimulatedContact {
  readonly name: string
  /** E.164 digits without +. */
  readonly phone: string
  readonly tags: readonly string[]
  readonly attributes: Readonly<Record<string, JsonValue>>
  /** BCP 47; absent or empty: not known. */
  readonly language?: string
}

/** One line of the conversation: what was said, and what happened between. */
export type LogEntry = { readonly id: number; readonly at: number } & LogLine

type LogLine =
  /** What the flow wants to send; the channel decides how it looks. */
  | { readonly type: 'sent'; readonly content: Content; readonly nodeId: string }
  | { readonly type: 'received'; readonly content: InboundContent }
  | { readonly type: 'started'; readonly nodeId: string | null }
  | { readonly type: 'noTrigger' }
  | { readonly type: 'skipped'; readonly ms: number }
  /** A timer has gone off by itself. */
  | { readonly type: 'waited' }
  /** Who writes and where from here on: the author has changed it. */
  | { readonly type: 'setUp'; readonly contact: SimulatedContact; readonly channel: ChannelType }
  | { readonly type: 'called'; readonly nodeId: string; readonly result: HttpResult }
  | { readonly type: 'handedOver'; readonly nodeId: string; readonly to: string }
  | { readonly type: 'handedBack' }
  | {
      readonly type: 'ended'
      readonly end: SessionEnd
      /** The node that would have come next, had it been finished. */
      readonly unfinished?: { readonly nodeId: string; readonly message: string }
    }

/** A line of the trace, with its place in the conversation. */
export interface SimulatedStep extends TraceEntry {
  /** Counts the steps of the conversation; entries of one step share it. */
  readonly number: number
  /** Counts the sessions: each begins with a trigger, or by hand. */
  readonly session: number
}

/** A running timer. */
export interface SimulatedTimer {
  readonly id: string
  readonly nodeId: string
  /** On the conversation's clock. */
  readonly fireAt: number
}

/** A request that waits for its answer. */
export interface PendingCall {
  readonly effectId: string
  readonly nodeId: string
  readonly request: HttpRequest
}

/** Who writes, and where. */
export interface SetUp {
  readonly contact: SimulatedContact
  readonly channel: ChannelType
}

/** A conversation with the draft, all of it. Nothing changes it: every function below gives the next one. */
export interface Simulation {
  readonly contact: SimulatedContact
  readonly channel: ChannelType
  /** Who wrote and where when the conversation began; null before that. */
  readonly begunWith: SetUp | null
  /** What the log says of the two, and what the flow has made of it since. */
  readonly known: SetUp | null
  readonly session: Session | null
  readonly log: readonly LogEntry[]
  readonly steps: readonly SimulatedStep[]
  readonly timers: readonly SimulatedTimer[]
  readonly call: PendingCall | null
  /** Node at which a person has taken over; null while the flow answers. */
  readonly handedOverAt: string | null
  /** By how much the conversation's clock is ahead of the real one. */
  readonly skippedMs: number
  /** Names of the variables that the last step set or changed. */
  readonly changedVariables: ReadonlySet<string>
  /** Sessions begun so far: part of the next one's id. */
  readonly sessions: number
}

/** When something happens, and the seed of its random choices. */
export interface Moment {
  /** Real time, epoch milliseconds. */
  readonly now: number
  readonly seed: number
}

export function newSimulation(contact: SimulatedContact, channel: ChannelType): Simulation {
  return {
    contact,
    channel,
    begunWith: null,
    known: null,
    session: null,
    log: [],
    steps: [],
    timers: [],
    call: null,
    handedOverAt: null,
    skippedMs: 0,
    changedVariables: new Set(),
    sessions: 0,
  }
}

export const isRunning = ({ session }: Simulation): boolean =>
  session !== null && session.ended === null

/** The time that the flow sees. */
export const clockOf = ({ skippedMs }: Simulation, now: number): number => now + skippedMs

/** The contact writes, taps or sends something: a trigger may begin the flow, or the session that runs goes on. */
export function receive(
  simulation: Simulation,
  flow: PlayableFlow,
  content: InboundContent,
  moment: Moment,
): Simulation {
  const at = clockOf(simulation, moment.now)
  const isFirstMessage = !simulation.log.some(({ type }) => type === 'received')
  const heard = withLog(withSetUp(simulation, at), at, { type: 'received', content })
  // While a person answers, flows are silent.
  if (simulation.handedOverAt !== null) return heard
  const trigger = matchTrigger(
    flow.triggers.map((each) => ({ trigger: each, timeZone: flow.timeZone })),
    { content, isFirstMessage, isGroup: false, hasRunningSession: isRunning(simulation), at },
  )
  const message = { messageId: `in-${heard.log.length}`, content }
  if (trigger) {
    const { id: triggerId } = trigger.trigger
    return begin(heard, flow, { type: 'started', triggerId, message }, moment)
  }
  if (!isRunning(simulation)) return withLog(heard, at, { type: 'noTrigger' })
  return advance(heard, flow, { type: 'message', message }, moment)
}

/** Begins without a message: at the start, or at the node that the author wants to see. */
export function startAt(
  simulation: Simulation,
  flow: PlayableFlow,
  nodeId: string | null,
  moment: Moment,
): Simulation {
  const line = { type: 'started', nodeId } as const
  const at = clockOf(simulation, moment.now)
  const started = withLog(withSetUp(simulation, at), at, line)
  const unfinished = nodeId === null ? undefined : flow.unfinished.get(nodeId)
  if (nodeId !== null && unfinished) {
    return withLog(started, at, {
      type: 'ended',
      end: { reason: 'deadEnd', nodeId, handle: '' },
      unfinished: { nodeId, message: unfinished.message },
    })
  }
  const compiled: CompiledFlow =
    nodeId === null ? flow.compiled : { ...flow.compiled, startNodeId: nodeId }
  return begin(started, { ...flow, compiled }, { type: 'started', triggerId: null }, moment)
}

/** Lets a timer go off whose time has come; the clock is never behind it. */
export function fireTimer(
  simulation: Simulation,
  flow: PlayableFlow,
  timerId: string,
  moment: Moment,
): Simulation {
  if (!simulation.timers.some(({ id }) => id === timerId)) return simulation
  const waited = withLog(simulation, clockOf(simulation, moment.now), { type: 'waited' })
  return setOff(waited, flow, timerId, moment)
}

function setOff(
  simulation: Simulation,
  flow: PlayableFlow,
  timerId: string,
  moment: Moment,
): Simulation {
  const timers = simulation.timers.filter(({ id }) => id !== timerId)
  return advance({ ...simulation, timers }, flow, { type: 'timer', timerId }, moment)
}

/** Moves the clock on to the next timer and lets it go off. */
export function skipWaiting(
  simulation: Simulation,
  flow: PlayableFlow,
  moment: Moment,
): Simulation {
  const timer = nextTimer(simulation)
  if (!timer) return simulation
  const ms = Math.max(0, timer.fireAt - clockOf(simulation, moment.now))
  const later = withLog(
    { ...simulation, skippedMs: simulation.skippedMs + ms },
    clockOf(simulation, moment.now) + ms,
    { type: 'skipped', ms },
  )
  return setOff(later, flow, timer.id, moment)
}

/** The timer that goes off first. */
export const nextTimer = ({ timers }: Simulation): SimulatedTimer | null =>
  timers.toSorted((a, b) => a.fireAt - b.fireAt)[0] ?? null

/** Gives the waiting request its answer. An answer to a request that nobody waits for any more changes nothing. */
export function answerCall(
  simulation: Simulation,
  flow: PlayableFlow,
  { effectId, result }: { readonly effectId: string; readonly result: HttpResult },
  moment: Moment,
): Simulation {
  const { call } = simulation
  if (call?.effectId !== effectId) return simulation
  const line = { type: 'called', nodeId: call.nodeId, result } as const
  const answered = withLog({ ...simulation, call: null }, clockOf(simulation, moment.now), line)
  return advance(answered, flow, { type: 'httpResponse', effectId, result }, moment)
}

/** The person who had taken over hands the conversation back. */
export function handBack(simulation: Simulation, flow: PlayableFlow, moment: Moment): Simulation {
  if (simulation.handedOverAt === null) return simulation
  const back = withLog({ ...simulation, handedOverAt: null }, clockOf(simulation, moment.now), {
    type: 'handedBack',
  })
  return advance(back, flow, { type: 'handoverResolved' }, moment)
}

// ------------------------------------------------------------------------------------------------ inside

type Happening = Event extends infer Each
  ? Each extends Event
    ? Omit<Each, 'id' | 'at' | 'seed' | 'context'>
    : never
  : never

function begin(
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

function advance(
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
  const applied = result.effects.reduce((before, effect) => apply(before, effect, at), stepped)
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

/** Notes who writes and where, unless that is known already. */
function withSetUp(simulation: Simulation, at: number): Simulation {
  const { contact, channel, known } = simulation
  const setUp = { contact, channel }
  if (known === null) return { ...simulation, begunWith: setUp, known: setUp }
  if (JSON.stringify(setUp) === JSON.stringify(known)) return simulation
  return withLog({ ...simulation, known: setUp }, at, { type: 'setUp', ...setUp })
}

const withLog = (simulation: Simulation, at: number, line: LogLine): Simulation => ({
  ...simulation,
  log: [...simulation.log, { ...line, id: simulation.log.length, at }],
})
