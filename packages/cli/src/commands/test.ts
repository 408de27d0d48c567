import {
  runScript,
  type ScriptFailure,
  type ScriptResult,
  toPlayable,
} from '@parley/runtime/engine'
import { parseFlow } from '@parley/shared'
import { CommandError } from '../errors.ts'
import { readFlow } from '../flows/readFlow.ts'
import { type Command, onlyPositional, readArguments } from './command.ts'

export const test: Command = {
  summary: 'Runs the tests of a flow in a file; needs no server',
  help: `parley test <file> [--json]

Holds every conversation that was saved as a test of the flow, as the simulator does.
Exit code 0 when all go as written, 1 when one does not.

  --json   Prints one JSON object: passed, tests.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } })
    const file = onlyPositional(positionals, 'file')
    const { draft } = await readFlow(file)
    const parsed = parseFlow(draft)
    const playable = toPlayable(draft)
    if (!parsed.ok || !playable) {
      throw new CommandError(
        `${file} cannot run. "parley lint ${file}" says what is wrong with it.`,
      )
    }
    const results = parsed.flow.settings.tests.map(({ name, script }) => ({
      name,
      ...runScript(playable, script),
    }))
    const passed = results.every(({ failure }) => failure === null)
    terminal.print(
      values.json
        ? JSON.stringify({ passed, tests: results.map(({ name, failure }) => ({ name, failure })) })
        : inWords(results),
    )
    return passed ? 0 : 1
  },
}

function inWords(results: readonly (ScriptResult & { readonly name: string })[]): string {
  if (results.length === 0) return 'The flow has no tests.'
  const lines = results.map(({ name, failure }) =>
    failure === null ? `passed  ${name}` : `failed  ${name}\n        ${failureWords(failure)}`,
  )
  const failed = results.filter(({ failure }) => failure !== null).length
  return [...lines, `${results.length - failed} passed, ${failed} failed`].join('\n')
}

function failureWords({ line, reason, expected, actual }: ScriptFailure): string {
  const reasons: Readonly<Record<ScriptFailure['reason'], string>> = {
    otherMessage: `the bot says ${quoted(actual)} instead of ${quoted(expected)}`,
    noMessage: `the bot says nothing instead of ${quoted(expected)}`,
    moreMessages: `the bot also says ${quoted(actual)}`,
    noOption: `nothing offers ${quoted(expected)}`,
    noRequest: 'no request waits for an answer',
    nothingToSkip: 'nothing waits here',
    noHandover: 'no person has the conversation',
    notEnded: 'the flow has not ended',
    unreadable: `this line cannot be read: ${quoted(expected)}`,
  }
  return `line ${line}: ${reasons[reason]}`
}

/** On one line, whatever the message says. */
const quoted = (text: string): string => JSON.stringify(text)
