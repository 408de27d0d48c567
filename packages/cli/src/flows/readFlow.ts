import { readFile } from 'node:fs/promises'
import { type FlowFile, readFlowFile } from '@parley/shared/api'
import { CommandError } from '../errors.ts'

/** The flow in a file. @throws {CommandError} when there is no such file, or no flow in it. */
export async function readFlow(file: string): Promise<FlowFile> {
  const flow = readFlowFile(await readText(file))
  if (flow) return flow
  throw new CommandError(`${file} holds no flow: it should be JSON with "nodes" and "edges".`)
}

/** @throws {CommandError} when there is no such file. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${codeOf(error)}`, { cause: error })
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
