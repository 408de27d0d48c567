import { runScript, type ScriptResult, toPlayable } from '@parley/runtime/engine'
import type { FlowTest } from '@parley/shared'
import type { Draft } from '@parley/shared/draft'
import { readTests } from './readTests.ts'

export interface TestResult extends ScriptResult {
  readonly test: FlowTest
}

/** Runs every test of a draft. Brings the engine along, so pages that do not have it load this file when they need it. */
export function runTests({ nodes, edges, variables, settings }: Draft): readonly TestResult[] {
  const flow = toPlayable({ nodes, edges, variables, settings })
  if (!flow) return []
  return readTests(settings).map((test) => ({ test, ...runScript(flow, test.script) }))
}
