export { type CompiledFlow, compileFlow } from './compileFlow.ts'
export { FlowLoopError, MAX_NODES_PER_STEP } from './FlowLoopError.ts'
export { type Coverage, coverageOf } from './flowTests/coverage.ts'
export { retake } from './flowTests/retake.ts'
export {
  openScript,
  runScript,
  type ScriptFailure,
  type ScriptResult,
  type ScriptWalk,
  simulationAt,
  USUAL_CHANNEL,
  USUAL_CONTACT,
  walkOn,
} from './flowTests/runScript.ts'
export { parseScript, type ScriptLine } from './flowTests/script.ts'
export { toScript } from './flowTests/toScript.ts'
export { canMove, moveSession } from './moveSession.ts'
export { newSession } from './newSession.ts'
export * from './simulation/happenings.ts'
export * from './simulation/simulation.ts'
export { type PlayableFlow, toPlayable } from './simulation/toPlayable.ts'
export { type StepResult, step } from './step.ts'
export type * from './types.ts'
