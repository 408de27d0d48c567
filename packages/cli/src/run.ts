import { readFile } from 'node:fs/promises'
import type { Command } from './commands/command.ts'
import { exportFlow } from './commands/exportFlow.ts'
import { importFlow } from './commands/importFlow.ts'
import { lint } from './commands/lint.ts'
import { setup } from './commands/setup.ts'
import { test } from './commands/test.ts'
import { CommandError, UsageError } from './errors.ts'
import type { Terminal } from './terminal.ts'

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['setup', setup],
  ['lint', lint],
  ['test', test],
  ['export', exportFlow],
  ['import', importFlow],
])

/** Runs one command. Gives the exit code: 0 done, 1 could not be done, 2 called in a way that there is not. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await runCommand(args, terminal)
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.printError(`${error.message}\nRun "parley help" to see how it is used.`)
      return 2
    }
    if (!(error instanceof CommandError)) throw error
    terminal.printError(error.message)
    return 1
  }
}

async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === '--version' || name === '-v') {
    terminal.print(await readVersion())
    return 0
  }
  if (name === undefined) {
    terminal.printError(overview())
    return 2
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.print(rest[0] === undefined ? overview() : commandOf(rest[0]).help)
    return 0
  }
  const command = commandOf(name)
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(command.help)
    return 0
  }
  return command.run(rest, terminal)
}

function commandOf(name: string): Command {
  const command = COMMANDS.get(name)
  if (command) return command
  throw new UsageError(`There is no command "${name}".`)
}

const overview = (): string =>
  [
    'parley: sets up a Parley server, and carries flows in and out.',
    '',
    'Commands:',
    ...[...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(8)}${summary}`),
    '  help    Shows this, or how one command is used: parley help setup',
    '',
    'Where a command talks to a server, it is the one that --url or PARLEY_URL names,',
    'http://localhost:3000 without them. parley --version prints the version.',
  ].join('\n')

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8')
  // Our own package.json; it always has a version.
  const { version } = JSON.parse(text) as { version: string }
  return version
}
