import type { FlowNode } from '@parley/shared'
import type { CompiledFlow, CompiledNode } from './compileFlow.ts'
import { FlowLoopError, MAX_NODES_PER_STEP } from './FlowLoopError.ts'
import { nodeBehaviours } from './nodes/index.ts'
import { StepRun } from './StepRun.ts'
import { answerStaleTap, tapsAfter } from './staleTap.ts'
import type {
  Effect,
  Event,
  NodeBehaviour,
  Outcome,
  Session,
  SessionEnd,
  TraceEntry,
  Waiting,
} from './types.ts'

export interface StepResult {
  readonly session: Session
  /** What the outside has to do, in this order. */
  readonly effects: readonly Effect[]
  readonly trace: readonly TraceEntry[]
}

/**
 * Advances `session` by one event. Pure: it sends nothing, stores nothing, reads no clock, and changes none of its
 * arguments. An event that the session does not wait for changes nothing but the number of steps.
 *
 * @throws {FlowLoopError} when the event would lead through more than 100 nodes.
 */
export function step(flow: CompiledFlow, session: Session, event: Event): StepResult {
  const run = new StepRun(flow, session, event)
  try {
    return advance(flow, run)
  } catch (error) {
    if (error instanceof FlowLoopError) throw error
    // Whatever a node stumbles over, the conversation must go on with the next flow.
    const message = error instanceof Error ? error.message : String(error)
    run.note(`The flow stopped: ${message}`)
    run.addTrace()
    return finish(run, { waiting: null, ended: { reason: 'error', message } })
  }
}

function advance(flow: CompiledFlow, run: StepRun): StepResult {
  const { session, event } = run
  if (event.type === 'started') return begin(flow, run)
  const { waiting } = session
  if (session.ended !== null || waiting === null || !isAwaited(waiting, event)) return nothing(run)
  const compiled = flow.nodesById.get(waiting.nodeId)
  if (!compiled) {
    const message = `The node ${waiting.nodeId} is not in the flow any more.`
    return finish(run, { waiting: null, ended: { reason: 'error', message } })
  }
  run.visit(compiled)
  const stale = answerStaleTap(run, waiting)
  if (stale === null) return resume(flow, run, compiled, waiting)
  if (stale.do === 'stay') return stay(run, stale)
  const target = flow.nodesById.get(stale.prompt.nodeId)
  if (!target) return nothing(run)
  cancelTimers(run, waiting)
  run.visit(target)
  const { prompt } = stale
  return resume(flow, run, target, { nodeId: prompt.nodeId, since: event.at, tries: 0, prompt })
}

/** Timers and answers of an earlier rest come late: they belong to nothing any more. */
function isAwaited(waiting: Waiting, event: Event): boolean {
  if (event.type === 'timer') return Object.values(waiting.timers ?? {}).includes(event.timerId)
  if (event.type === 'httpResponse') return waiting.effectId === event.effectId
  return true
}

function begin(flow: CompiledFlow, run: StepRun): StepResult {
  const { event } = run
  run.variables = {
    ...flow.variables,
    ...(event.type === 'started' ? event.variables : undefined),
  }
  if (flow.startNodeId !== null) {
    return follow(flow, run, null, { do: 'goTo', nodeId: flow.startNodeId })
  }
  return finish(run, {
    waiting: null,
    ended: { reason: 'error', message: 'The flow has no start.' },
  })
}

function resume(
  flow: CompiledFlow,
  run: StepRun,
  compiled: CompiledNode,
  waiting: Waiting,
): StepResult {
  const outcome = resumeNode(spokenBy(compiled, run), run, waiting)
  if (outcome.do === 'stay') return stay(run, outcome)
  run.record(outcome)
  cancelTimers(run, waiting, outcome.do === 'wait' ? outcome.waiting.timers : undefined)
  run.taps = tapsAfter(run, waiting, outcome)
  return follow(flow, run, compiled, outcome)
}

/** Goes from node to node until one waits or the flow is over. */
function follow(
  flow: CompiledFlow,
  run: StepRun,
  from: CompiledNode | null,
  first: Outcome,
): StepResult {
  let current = from
  let outcome = first
  for (;;) {
    if (outcome.do === 'wait' && current) {
      const waiting = { nodeId: current.node.id, since: run.event.at, ...outcome.waiting }
      return finish(run, { waiting, ended: null })
    }
    if (outcome.do !== 'leave' && outcome.do !== 'goTo') {
      return finish(run, { waiting: null, ended: { reason: 'finished' } })
    }
    const nextId = outcome.do === 'goTo' ? outcome.nodeId : current?.targetsByHandle.get(outcome.by)
    const next = nextId === undefined ? undefined : flow.nodesById.get(nextId)
    if (!next) return finish(run, { waiting: null, ended: endAfter(run, current, outcome) })
    run.visited.push(next.node.id)
    if (run.visited.length > MAX_NODES_PER_STEP) throw new FlowLoopError(run.visited)
    run.visit(next)
    outcome = enterNode(spokenBy(next, run), run)
    run.record(outcome)
    current = next
  }
}

/** A missing edge ends the session: normally where the author may leave it out, as a dead end elsewhere. */
function endAfter(
  run: StepRun,
  current: CompiledNode | null,
  outcome: Outcome & { do: 'leave' | 'goTo' },
): SessionEnd {
  const nodeId = current?.node.id ?? ''
  const handle = outcome.do === 'leave' ? outcome.by : ''
  const isNormal = outcome.do === 'leave' && (current?.optionalHandles.has(handle) ?? false)
  run.note(
    outcome.do === 'goTo'
      ? 'The node to jump to is not there, so the conversation ended.'
      : `No edge leaves here by “${handle}”, so the conversation ended.`,
  )
  run.addTrace()
  return isNormal ? { reason: 'finished' } : { reason: 'deadEnd', nodeId, handle }
}

/** Timers of the rest that is over, apart from the one that fired and those that run on. */
function cancelTimers(
  run: StepRun,
  { timers = {} }: Waiting,
  kept: Readonly<Record<string, string>> = {},
): void {
  const fired = run.event.type === 'timer' ? run.event.timerId : null
  for (const timerId of Object.values(timers)) {
    if (timerId === fired || Object.values(kept).includes(timerId)) continue
    run.addEffect({ type: 'cancelTimer', timerId })
  }
}

const nothing = (run: StepRun): StepResult => ({
  session: { ...run.session, stepNumber: run.stepNumber },
  effects: [],
  trace: [],
})

function stay(run: StepRun, outcome: Outcome & { do: 'stay' }): StepResult {
  run.record(outcome)
  const { waiting, ended } = run.session
  return finish(run, { waiting, ended })
}

function finish(
  { session, variables, taps, stepNumber, effects, trace }: StepRun,
  { waiting, ended }: Pick<Session, 'waiting' | 'ended'>,
): StepResult {
  const next: { -readonly [Key in keyof Session]: Session[Key] } = {
    id: session.id,
    stepNumber,
    waiting,
    variables,
    ended,
  }
  if (taps.lastTap !== undefined) next.lastTap = taps.lastTap
  if (taps.pastPrompts !== undefined) next.pastPrompts = taps.pastPrompts
  return { session: next, effects, trace }
}

/** The node in the language that the contact is spoken to in. */
const spokenBy = ({ node, translated }: CompiledNode, { language }: StepRun): FlowNode =>
  translated.get(language) ?? node

// The registry is typed per node type; one cast here keeps every behaviour file fully typed.
const behaviourOf = ({ type }: FlowNode) => nodeBehaviours[type] as NodeBehaviour<FlowNode['type']>
const enterNode = (node: FlowNode, run: StepRun): Outcome =>
  behaviourOf(node).enter(node as never, run)
const resumeNode = (node: FlowNode, run: StepRun, waiting: Waiting): Outcome =>
  behaviourOf(node).resume?.(node as never, run, waiting) ?? { do: 'stay' }
