import type { VoiceNotes } from '@parley/runtime/channels/whatsapp-web'
import type { Logger } from '@parley/runtime/pipeline'
import { FfmpegVoiceNotes } from './FfmpegVoiceNotes.ts'
import { findFfmpeg } from './findFfmpeg.ts'

/** What makes voice notes on this machine; undefined when there is nothing that could. The log says which. */
export async function createVoiceNotes(
  searchPath: string,
  logger: Logger,
): Promise<VoiceNotes | undefined> {
  const program = await findFfmpeg(searchPath)
  if (program === null) {
    logger.info({}, 'no ffmpeg with Opus was found: voice notes are sent as they are')
    return undefined
  }
  logger.info({ program }, 'voice notes are converted to Opus')
  return new FfmpegVoiceNotes({ program, logger })
}
