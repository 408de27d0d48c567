import { type FlowProblem, isPublishable, lintFlow } from '@parley/shared'
import { readFlow } from '../flows/readFlow.ts'
import { type Command, onlyPositional, readArguments } from './command.ts'

export const lint: Command = {
  summary: 'Says what is wrong with a flow in a file; needs no server',
  help: `parley lint <file> [--json]

Checks a flow as publishing would. Exit code 0 when it could be published, 1 when not.

  --json   Prints one JSON object: publishable, problems.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } })
    const file = onlyPositional(positionals, 'file')
    const problems = lintFlow((await readFlow(file)).draft)
    const publishable = isPublishable(problems)
    terminal.print(
      values.json ? JSON.stringify({ publishable, problems }) : inWords(file, problems),
    )
    return publishable ? 0 : 1
  },
}

function inWords(file: string, problems: readonly FlowProblem[]): string {
  const lines = problems.map(({ severity, nodeId, edgeId, message, code }) => {
    const where = nodeId ?? edgeId ?? 'flow'
    return `${file}: ${where}: ${severity}: ${message} (${code})`
  })
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return [...lines, `${errors} errors, ${problems.length - errors} warnings`].join('\n')
}
