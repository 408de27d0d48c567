import { run } from '../run.ts'

export interface Finished {
  readonly exitCode: number
  readonly output: string
  readonly errors: string
}

/** Runs the command as a shell would, and keeps what it prints. */
export async function runParley(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const output: string[] = []
  const errors: string[] = []
  const exitCode = await run(args, {
    print: (text) => output.push(text),
    printError: (text) => errors.push(text),
    env,
  })
  return { exitCode, output: output.join('\n'), errors: errors.join('\n') }
}
