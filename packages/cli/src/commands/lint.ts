import {
  type FlowProblem,
  fixFlow,
  isPublishable,
  lintFlow,
  plainFixTexts,
  type SolvedProblem,
} from '@parley/shared'
import { toFlowFile } from '@parley/shared/api'
import { readFlow } from '../flows/readFlow.ts'
import { writeText } from '../flows/writeText.ts'
import { type Command, onlyPositional, readArguments } from './command.ts'

export const lint: Command = {
  summary: 'Says what is wrong with a flow in a file; needs no server',
  help: `parley lint <file> [--fix] [--json]

Checks a flow as publishing would. Exit code 0 when it could be published, 1 when not, or when the
file cannot be read or written; with --fix, what counts is what is left.

  --fix    Solves what has one solution only and changes nothing that contacts read, then writes
           the file as "parley export" does. What the author has to decide is left as it is. Where
           there is nothing to solve, the file is not touched.
  --json   Prints one JSON object: publishable, problems, and with --fix what was fixed.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      fix: { type: 'boolean' },
      json: { type: 'boolean' },
    })
    const file = onlyPositional(positionals, 'file')
    const { solved, problems } = await (values.fix ? fixFile(file) : checkFile(file))
    const publishable = isPublishable(problems)
    const fixed = solved?.map(({ problem, fix }) => ({ ...problem, fix }))
    terminal.print(
      values.json
        ? JSON.stringify({ publishable, problems, fixed })
        : inWords(file, { solved, problems }),
    )
    return publishable ? 0 : 1
  },
}

interface Outcome {
  readonly problems: readonly FlowProblem[]
  /** What was solved; absent when nobody asked for it. */
  readonly solved?: readonly SolvedProblem[] | undefined
}

const checkFile = async (file: string): Promise<Outcome> => ({
  problems: lintFlow((await readFlow(file)).draft),
})

async function fixFile(file: string): Promise<Outcome> {
  const flow = await readFlow(file)
  const { draft, solved, problems } = fixFlow(flow.draft)
  if (solved.length > 0) await writeText(file, toFlowFile({ ...flow, draft }))
  return { solved, problems }
}

function inWords(file: string, { problems, solved }: Outcome): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const counts = `${errors} errors, ${problems.length - errors} warnings`
  return [
    ...(solved ?? []).map(({ problem, fix }) =>
      inLine(file, problem, `fixed: ${problem.message} ${plainFixTexts[fix]}.`),
    ),
    ...problems.map((problem) => inLine(file, problem, `${problem.severity}: ${problem.message}`)),
    solved ? `${solved.length} fixed, ${counts} left` : counts,
  ].join('\n')
}

const inLine = (file: string, { nodeId, edgeId, code }: FlowProblem, words: string): string =>
  `${file}: ${nodeId ?? edgeId ?? 'flow'}: ${words} (${code})`
