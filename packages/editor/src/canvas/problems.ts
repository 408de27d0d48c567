import { type Capabilities, type FlowProblem, lintFlow } from '@parley/shared'
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
  /** Looks now instead of in a moment. */
  check(): ProblemsState
  stop(): void
}

/** Typing goes on undisturbed, and a large flow is drawn first: the linter waits for a pause of this length. */
const PAUSE_MS = 250

/** The linter's view of the flow, brought up to date shortly after every change. */
export function createProblems(flow: FlowStore): ProblemsStore {
  let capabilities: readonly Capabilities[] | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const store = createStore<ProblemsState>(() => ({ all: [], byNode: new Map() }))

  const check = (): ProblemsState => {
    clearTimeout(timer)
    timer = undefined
    const all = lintFlow(toPlainDraft(flow.getState()), capabilities && { capabilities })
    store.setState((before) => ({ all, byNode: groupByNode(all, before.byNode) }))
    return store.getState()
  }
  const checkSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(check, PAUSE_MS)
  }
  const unsubscribe = flow.subscribe((state, before) => {
    if (!isSameMeaning(state, before)) checkSoon()
  })
  checkSoon()
  return {
    store,
    setCapabilities(next) {
      capabilities = next.length > 0 ? next : undefined
      checkSoon()
    },
    check,
    stop() {
      clearTimeout(timer)
      unsubscribe()
    },
  }
}

const toPlainDraft = ({ nodes, edges, variables, settings }: FlowState) => ({
  nodes,
  edges,
  variables,
  settings,
})

/** True when nodes have only moved. */
export function isSameMeaning(state: FlowState, before: FlowState): boolean {
  return (
    state.edges === before.edges &&
    state.variables === before.variables &&
    state.settings === before.settings &&
    state.nodes.length === before.nodes.length &&
    state.nodes.every(({ data, type, name }, index) => {
      const old = before.nodes[index]
      return old?.data === data && old.type === type && old.name === name
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
          ({ code, message, severity }, index) =>
            old[index]?.code === code &&
            old[index].message === message &&
            old[index].severity === severity,
        )
      return [nodeId, isSame ? old : problems]
    }),
  )
}
