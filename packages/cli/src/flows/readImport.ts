import { type FlowFile, readFlowFile } from '@parley/shared/api'
import { convertTypebot, type ReportItem, type TypebotProblem } from '@parley/shared/typebot'
import { CommandError } from '../errors.ts'
import { readText } from './readFlow.ts'

/** A flow to import: ours, or one of Typebot with the report of what became of it. */
export type ImportedFile = FlowFile & { readonly report?: readonly ReportItem[] }

const PROBLEMS: Readonly<Record<TypebotProblem, string>> = {
  notTypebot:
    'holds no flow: it should be JSON of Parley (with "nodes" and "edges") or of Typebot.',
  unreadable:
    'is from Typebot, but not in a form that is known; export it again from Typebot 2.20 or later.',
  tooLarge: 'has more steps than a flow can have.',
}

/** The flow in a file, whoever wrote it. @throws {CommandError} when there is no such file, or no flow in it. */
export async function readImport(file: string): Promise<ImportedFile> {
  const text = await readText(file)
  const flow = readFlowFile(text)
  if (flow) return flow
  const converted = convertTypebot(text)
  if (!converted.ok) throw new CommandError(`${file} ${PROBLEMS[converted.problem]}`)
  const { name, draft, report } = converted
  return { name, description: undefined, draft, report }
}
