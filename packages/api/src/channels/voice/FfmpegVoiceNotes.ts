import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { StoredMedia, VoiceNotes } from '@parley/runtime/channels/whatsapp-web'
import type { Logger } from '@parley/runtime/pipeline'
import { SizedCache } from '@parley/shared'
import { Slots } from './Slots.ts'

const run = promisify(execFile)
const TIMEOUT_MS = 60_000
/** What WhatsApp takes of a sound. */
const MAX_BYTES = 16_000_000
/** Results that are kept for other contacts who get the same. */
const MAX_KEPT_BYTES = 16_000_000

export interface FfmpegOptions {
  /** Absolute path of the program. */
  readonly program: string
  readonly logger: Logger
  readonly timeoutMs?: number
  /** How many conversions may run at the same time. */
  readonly parallelism?: number
}

/** Converts by a child process. What cannot be converted stays as it is, and the log says why. */
export class FfmpegVoiceNotes implements VoiceNotes {
  readonly #options: FfmpegOptions
  readonly #slots: Slots
  /** By the hash of the sound that they were made of. */
  readonly #kept = new SizedCache<Buffer>(MAX_KEPT_BYTES)

  constructor(options: FfmpegOptions) {
    this.#options = options
    this.#slots = new Slots(options.parallelism ?? availableParallelism())
  }

  async convert(media: StoredMedia): Promise<StoredMedia> {
    const demuxer = DEMUXERS[media.mimeType]
    if (demuxer === undefined) return media
    const hash = createHash('sha256').update(media.bytes).digest('hex')
    try {
      const bytes = this.#kept.get(hash) ?? (await this.#slots.use(() => this.#run(media, demuxer)))
      this.#kept.set(hash, bytes, bytes.length)
      return { bytes, mimeType: 'audio/ogg', filename: media.filename }
    } catch (error) {
      const { mimeType } = media
      this.#options.logger.warn({ err: error, mimeType }, 'a voice note could not be converted')
      return media
    }
  }

  async #run({ bytes }: StoredMedia, demuxer: string): Promise<Buffer> {
    const { program, timeoutMs = TIMEOUT_MS } = this.#options
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-voice-'))
    try {
      const [input, output] = [path.join(folder, 'sound'), path.join(folder, 'voice.ogg')]
      await writeFile(input, bytes)
      // The program reads what strangers sent: it gets none of our secrets, and is killed when it does not end.
      const limits = { timeout: timeoutMs, killSignal: 'SIGKILL', env: {} } as const
      await run(program, argumentsFor(input, demuxer, output), limits)
      const voice = await readFile(output)
      if (voice.length === 0) throw new Error('ffmpeg wrote nothing')
      if (voice.length >= MAX_BYTES) throw new Error('the voice note is too long')
      return voice
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/**
 * How ffmpeg calls the formats that media types here are named after. Naming the format keeps it from guessing one that
 * reads other files or addresses, as playlists do.
 */
const DEMUXERS: Readonly<Record<string, string>> = {
  'audio/ogg': 'ogg',
  'video/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'mov',
  'video/mp4': 'mov',
  'video/quicktime': 'mov',
  'video/3gpp': 'mov',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/flac': 'flac',
  'audio/wav': 'wav',
  'video/webm': 'matroska',
  'video/x-matroska': 'matroska',
}

/** https://ffmpeg.org/ffmpeg-all.html; mono at 48 kHz is what WhatsApp's own clients record. */
const argumentsFor = (input: string, demuxer: string, output: string): readonly string[] =>
  [
    ['-nostdin', '-hide_banner', '-loglevel', 'error'],
    ['-protocol_whitelist', 'file', '-f', demuxer, '-i', input],
    ['-map', '0:a:0', '-map_metadata', '-1', '-ac', '1', '-ar', '48000'],
    ['-c:a', 'libopus', '-b:a', '32k', '-application', 'voip'],
    ['-fs', String(MAX_BYTES), '-f', 'ogg', '-y', output],
  ].flat()
