import { run } from './run.ts'
import { processTerminal } from './terminal.ts'

/** The command `parley`. Sets the exit code instead of exiting, so that everything printed gets out. */
export async function main(args: readonly string[]): Promise<void> {
  process.exitCode = await run(args, processTerminal)
}
