import { type Coverage, coverageOf, runScript, toPlayable } from '@parley/runtime/engine'
import type { Draft } from '@parley/shared/draft'
import type { TestOutcome } from '../../canvas/tests.ts'
import { readTests } from './readTests.ts'

export interface TestReport {
  readonly outcomes: readonly TestOutcome[]
  readonly coverage: Coverage
}

/** Runs every test of a draft. Brings the engine along, so pages that do not have it load this file when they need it. */
export function runTests({ nodes, edges, variables, settings }: Draft): TestReport {
  const flow = toPlayable({ nodes, edges, variables, settings })
  const results = flow
    ? readTests(settings).map((test) => ({ test, ...runScript(flow, test.script) }))
    : []
  return {
    outcomes: results.map(({ test, failure }) => ({ test, failure })),
    coverage: coverageOf(
      { nodes, edges },
      results.flatMap(({ steps }) => steps),
    ),
  }
}
