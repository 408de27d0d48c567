import { createStore } from 'zustand/vanilla'

/** Where the simulated conversation has been, for lighting the canvas up. */
export interface LitState {
  /** The node where it rests. */
  readonly currentNodeId: string | null
  readonly visitedNodeIds: ReadonlySet<string>
  readonly visitedEdgeIds: ReadonlySet<string>
}

export const NOTHING_LIT: LitState = {
  currentNodeId: null,
  visitedNodeIds: new Set(),
  visitedEdgeIds: new Set(),
}

export const createLit = () => createStore<LitState>(() => NOTHING_LIT)
