import { readFile } from 'node:fs/promises'
import { type FlowFile, readFlowFile } from '@parley/shared/api'
import { CommandError } from '../errors.ts'

/** The flow in a file. @throws {CommandError} when there is no such file, or no flow in it. */
export async function readFlow(file: string): Promise<FlowFile> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${codeOf(error)}`, { cause: error })
  }
  const flow = readFlowFile(text)
  if (flow) return flow
  throw new CommandError(`${file} holds no flow: it should be JSON with "nodes" and "edges".`)
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
