import type { LogLine, Simulation } from './simulation.ts'

/** Notes who writes and where, unless that is known already. */
export function withSetUp(simulation: Simulation, at: number): Simulation {
  const { contact, channel, known } = simulation
  const setUp = { contact, channel }
  if (known === null) return { ...simulation, begunWith: setUp, known: setUp }
  if (JSON.stringify(setUp) === JSON.stringify(known)) return simulation
  return withLog({ ...simulation, known: setUp }, at, { type: 'setUp', ...setUp })
}

/** Adds a line to the conversation. */
export const withLog = (simulation: Simulation, at: number, line: LogLine): Simulation => ({
  ...simulation,
  log: [...simulation.log, { ...line, id: simulation.log.length, at }],
})
