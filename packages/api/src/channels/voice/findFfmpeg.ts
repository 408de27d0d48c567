import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ANSWER_TIMEOUT_MS = 10_000

/**
 * The first `ffmpeg` in the folders of a search path, if it can write Opus; null without one.
 *
 * @param searchPath folders as in the environment variable PATH
 */
export async function findFfmpeg(searchPath: string): Promise<string | null> {
  for (const folder of searchPath.split(path.delimiter)) {
    // The working folder is nobody's choice for programs.
    if (!path.isAbsolute(folder)) continue
    const program = path.join(folder, 'ffmpeg')
    try {
      await access(program, constants.X_OK)
    } catch {
      continue
    }
    return (await canWriteOpus(program)) ? program : null
  }
  return null
}

async function canWriteOpus(program: string): Promise<boolean> {
  try {
    const { stdout } = await run(program, ['-hide_banner', '-encoders'], {
      timeout: ANSWER_TIMEOUT_MS,
      env: {},
    })
    return /\blibopus\b/.test(stdout)
  } catch {
    return false
  }
}
