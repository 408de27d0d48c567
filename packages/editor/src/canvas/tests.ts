import type { Coverage, ScriptFailure } from '@parley/runtime/engine'
import type { FlowTest } from '@parley/shared'
import { createStore } from 'zustand/vanilla'

/** How a test of the flow has ended. */
export interface TestOutcome {
  readonly test: FlowTest
  /** Null: everything went as written. */
  readonly failure: ScriptFailure | null
}

/** How the flow's tests have ended when they were run last, after every change in the background. */
export interface TestsState {
  readonly status: 'notRun' | 'running' | 'done'
  readonly outcomes: readonly TestOutcome[]
  /** What of the flow they come by; null before the first time. */
  readonly coverage: Coverage | null
}

export const NOT_RUN: TestsState = { status: 'notRun', outcomes: [], coverage: null }

export const createTests = () => createStore<TestsState>(() => NOT_RUN)
