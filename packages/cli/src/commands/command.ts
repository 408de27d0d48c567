import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from '../errors.ts'
import type { Terminal } from '../terminal.ts'

export interface Command {
  /** One line of the overview. */
  readonly summary: string
  /** All that there is to know, for `parley help <command>`. */
  readonly help: string
  /**
   * Gives the exit code.
   *
   * @throws {UsageError | CommandError}
   */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

type Options = NonNullable<ParseArgsConfig['options']>

/** Options as `--name value` or `--name=value`, and what stands between them. */
export function readArguments<const Given extends Options>(
  args: readonly string[],
  options: Given,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node says in words what is wrong with them.
    if (error instanceof TypeError && 'code' in error) {
      throw new UsageError(error.message, { cause: error })
    }
    throw error
  }
}

/** The only thing that a command is about. @throws {UsageError} when there is none, or more. */
export function onlyPositional(positionals: readonly string[], what: string): string {
  const [first] = positionals
  if (first !== undefined && positionals.length === 1) return first
  throw new UsageError(`Name one ${what}.`)
}
