import {
  type Capabilities,
  type FlowProblem,
  type LintOptions,
  lintDraft,
  lintInSteps,
  type RivalFlow,
} from '@parley/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowState, FlowStore } from '../document/flowStore.ts'

export interface ProblemsState {
  /** Everything that the linter says, in the order of the nodes. */
  readonly all: readonly FlowProblem[]
  readonly byNode: ReadonlyMap<string, readonly FlowProblem[]>
}

export interface ProblemsStore {
  readonly store: StoreApi<ProblemsState>
  /** Says what the flow's numbers can show, and looks again in a moment. */
  setCapabilities(capabilities: readonly Capabilities[]): void
  /** Says what other flows listen to on the same numbers, and looks again in a moment. */
  setRivals(rivals: readonly RivalFlow[]): void
  /** Looks now instead of in a moment. */
  check(): ProblemsState
  stop(): void
}

/** Typing goes on undisturbed, and a large flow is drawn first: the linter waits for a pause of this length. */
const PAUSE_MS = 250
/** And it takes no more than half of a frame at a time: the first look at a thousand nodes lasts longer than that. */
const SLICE_MS = 8

/** The linter's view of the flow, brought up to date shortly after every change. */
export function createProblems(flow: FlowStore): ProblemsStore {
  let options: LintOptions = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const store = createStore<ProblemsState>(() => ({ all: [], byNode: new Map() }))

  const tell = (all: readonly FlowProblem[]): ProblemsState => {
    store.setState((before) => ({ all, byNode: groupByNode(all, before.byNode) }))
    return store.getState()
  }
  const later = (task: () => void, ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(task, ms)
  }
  const goOn = (steps: ReturnType<typeof lintInSteps>): void => {
    const end = performance.now() + SLICE_MS
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return void tell(step.value)
      if (performance.now() >= end) return later(() => goOn(steps), 0)
    }
  }
  // What changes in the meantime begins it anew; what is known of nodes by then stays known.
  const checkSoon = (): void => later(() => goOn(lintInSteps(flow.getState(), options)), PAUSE_MS)
  const unsubscribe = flow.subscribe((state, before) => {
    if (!isSameMeaning(state, before)) checkSoon()
  })
  checkSoon()
  return {
    store,
    setCapabilities(capabilities) {
      const { rivals = [] } = options
      options = capabilities.length > 0 ? { capabilities, rivals } : { rivals }
      checkSoon()
    },
    setRivals(rivals) {
      options = { ...options, rivals }
      checkSoon()
    },
    check() {
      clearTimeout(timer)
      return tell(lintDraft(flow.getState(), options))
    },
    stop() {
      clearTimeout(timer)
      unsubscribe()
    },
  }
}

/** True when nodes have only moved. */
export function isSameMeaning(state: FlowState, before: FlowState): boolean {
  return (
    state.edges === before.edges &&
    state.variables === before.variables &&
    state.settings === before.settings &&
    state.nodes.length === before.nodes.length &&
    state.nodes.every(({ data, type, name, translations }, index) => {
      const old = before.nodes[index]
      return (
        old?.data === data &&
        old.type === type &&
        old.name === name &&
        old.translations === translations
      )
    })
  )
}

/** Problems by node; a node about which nothing new is said keeps its list. */
function groupByNode(
  all: readonly FlowProblem[],
  before: ProblemsState['byNode'],
): ProblemsState['byNode'] {
  const byNode = new Map<string, FlowProblem[]>()
  for (const problem of all) {
    if (problem.nodeId === undefined) continue
    const problems = byNode.get(problem.nodeId)
    if (problems) problems.push(problem)
    else byNode.set(problem.nodeId, [problem])
  }
  return new Map(
    [...byNode].map(([nodeId, problems]) => {
      const old = before.get(nodeId)
      const isSame =
        old?.length === problems.length &&
        problems.every(
          ({ code, message, severity, field }, index) =>
            old[index]?.code === code &&
            old[index].message === message &&
            old[index].severity === severity &&
            old[index].field?.join() === field?.join(),
        )
      return [nodeId, isSame ? old : problems]
    }),
  )
}
