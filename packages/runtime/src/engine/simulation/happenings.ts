import { type InboundContent, matchTrigger } from '@parley/shared'
import type { CompiledFlow } from '../compileFlow.ts'
import type { HttpResult } from '../types.ts'
import { advance, begin } from './advance.ts'
import { withLog, withSetUp } from './log.ts'
import { clockOf, isRunning, type Moment, nextTimer, type Simulation } from './simulation.ts'
import type { PlayableFlow } from './toPlayable.ts'

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
  const at = clockOf(simulation, moment.now)
  const waited = withLog(withSetUp(simulation, at), at, { type: 'waited' })
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
  const at = clockOf(simulation, moment.now)
  const ms = Math.max(0, timer.fireAt - at)
  const later = withLog(
    { ...withSetUp(simulation, at), skippedMs: simulation.skippedMs + ms },
    at + ms,
    { type: 'skipped', ms },
  )
  return setOff(later, flow, timer.id, moment)
}

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
  const at = clockOf(simulation, moment.now)
  const answered = withLog({ ...withSetUp(simulation, at), call: null }, at, line)
  return advance(answered, flow, { type: 'httpResponse', effectId, result }, moment)
}

/** The person who had taken over hands the conversation back. */
export function handBack(simulation: Simulation, flow: PlayableFlow, moment: Moment): Simulation {
  if (simulation.handedOverAt === null) return simulation
  const at = clockOf(simulation, moment.now)
  const back = withLog({ ...withSetUp(simulation, at), handedOverAt: null }, at, {
    type: 'handedBack',
  })
  return advance(back, flow, { type: 'handoverResolved' }, moment)
}
