import { writeFile } from 'node:fs/promises'
import { CommandError } from '../errors.ts'
import { codeOf } from './readFlow.ts'

/** @throws {CommandError} when the file cannot be written. */
export async function writeText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text)
  } catch (error) {
    throw new CommandError(`${file} cannot be written: ${codeOf(error)}`, { cause: error })
  }
}
