import {
  type Coverage,
  coverageOf,
  runScript,
  type ScriptFailure,
  type ScriptResult,
  toPlayable,
} from '@parley/runtime/engine'
import { type Flow, parseFlow } from '@parley/shared'
import { CommandError } from '../errors.ts'
import { readFlow } from '../flows/readFlow.ts'
import { type Command, onlyPositional, readArguments } from './command.ts'

export const test: Command = {
  summary: 'Runs the tests of a flow in a file; needs no server',
  help: `parley test <file> [--coverage] [--json]

Holds every conversation that was saved as a test of the flow, as the simulator does.
Exit code 0 when all go as written, 1 when one does not.

  --coverage   Also tells how much of the flow the tests come by, and what they do not.
  --json       Prints one JSON object: passed, tests, coverage.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      coverage: { type: 'boolean' },
      json: { type: 'boolean' },
    })
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
    const coverage = coverageOf(
      parsed.flow,
      results.flatMap(({ steps }) => steps),
    )
    const passed = results.every(({ failure }) => failure === null)
    terminal.print(
      values.json
        ? JSON.stringify({
            passed,
            tests: results.map(({ name, failure }) => ({ name, failure })),
            coverage,
          })
        : [
            inWords(results),
            ...(values.coverage ? [coverageWords(parsed.flow, coverage)] : []),
          ].join('\n\n'),
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
    unknownLine: `this line begins with no word that tests know: ${quoted(expected)}`,
    nothingAbove: `this line is indented, and nothing stands above it: ${quoted(expected)}`,
    badContent: `what the customer sends has to be JSON such as {"type":"location","latitude":1,"longitude":2}: ${quoted(expected)}`,
    badContact: `a contact has to be JSON such as {"name":"Ana"}: ${quoted(expected)}`,
    badChannel: `there is no such channel: ${quoted(expected)}`,
    badAnswer: `an answer is a status with a body (200 {"state":"sent"}), "failure" or "nothing": ${quoted(expected)}`,
    badWait: `a wait is a number with seconds, minutes, hours or days: ${quoted(expected)}`,
    badTime: `a time is written as 2026-01-05 09:00: ${quoted(expected)}`,
  }
  return `line ${line}: ${reasons[reason]}`
}

function coverageWords({ nodes, edges }: Flow, coverage: Coverage): string {
  const nodesById = new Map(nodes.map((node) => [node.id, node]))
  const nameOf = (id: string) => {
    const node = nodesById.get(id)
    return node?.name ? `${node.name} (${id})` : `${node?.type ?? 'node'} ${id}`
  }
  const edgesById = new Map(edges.map((edge) => [edge.id, edge]))
  const wayOf = (id: string) => {
    const edge = edgesById.get(id)
    return edge ? `${nameOf(edge.source)} by ${edge.sourceHandle} to ${nameOf(edge.target)}` : id
  }
  const figure = ({ covered, uncovered }: Coverage['nodes'], things: string) =>
    `${covered.length} of ${covered.length + uncovered.length} ${things}`
  return [
    `Tested: ${figure(coverage.nodes, 'nodes')}, ${figure(coverage.edges, 'connections')}.`,
    ...coverage.nodes.uncovered.map((id) => `  not tested: ${nameOf(id)}`),
    ...coverage.edges.uncovered.map((id) => `  not tested: ${wayOf(id)}`),
  ].join('\n')
}

/** On one line, whatever the message says. */
const quoted = (text: string): string => JSON.stringify(text)
