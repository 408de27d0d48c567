import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { StoredMedia, VoiceNotes } from '@parley/runtime/channels/whatsapp-web'
import { silentLogger } from '@parley/runtime/testing'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { parseConfig } from '../../config.ts'
import { sniffType } from '../../media/sniffType.ts'
import { createVoiceNotes } from './createVoiceNotes.ts'
import { FfmpegVoiceNotes } from './FfmpegVoiceNotes.ts'
import { findFfmpeg } from './findFfmpeg.ts'

const MP3: StoredMedia = {
  bytes: Buffer.from('ID3 not really a song'),
  mimeType: 'audio/mpeg',
  filename: 'hello.mp3',
}

/** Stands in for ffmpeg, first on the search path. */
let folder: string
let searchPath: string
let warnings: string[]
const logger = { ...silentLogger, warn: (_: object, message: string) => warnings.push(message) }
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-ffmpeg-'))
  searchPath = `${folder}${path.delimiter}${parseConfig(process.env).searchPath}`
  warnings = []
})
afterEach(() => rm(folder, { recursive: true }))

/** Says that it knows Opus, writes down what it was called with, then does `work` with `input` and `output`. */
async function install(work: string, encoders = 'A....D libopus'): Promise<string> {
  const program = path.join(folder, 'ffmpeg')
  const script = `#!${process.execPath}
const fs = require('node:fs')
const args = process.argv.slice(2)
if (args.includes('-encoders')) {
  console.log(${JSON.stringify(encoders)})
  process.exit()
}
const input = args[args.indexOf('-i') + 1]
const output = args.at(-1)
const log = (text) => fs.appendFileSync(${JSON.stringify(path.join(folder, 'log'))}, text + '\\n')
log(JSON.stringify({ args, environment: Object.keys(process.env) }))
${work}
`
  await writeFile(program, script)
  await chmod(program, 0o755)
  return program
}
const logged = async () => {
  const lines = (await readFile(path.join(folder, 'log'), 'utf8')).trim().split('\n')
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))
}

async function create(): Promise<VoiceNotes> {
  const voiceNotes = await createVoiceNotes(searchPath, logger)
  if (!voiceNotes) throw new Error('The stand-in was not found')
  return voiceNotes
}
const ourTemporaryFolders = async () =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('parley-voice-'))

const ECHO = `fs.writeFileSync(output, 'OggS of ' + fs.readFileSync(input, 'utf8'))`

describe('with ffmpeg on the path', () => {
  it('a sound becomes Opus in Ogg, and no file is left', async () => {
    await install(ECHO)
    const before = await ourTemporaryFolders()
    const voice = await (await create()).convert(MP3)
    expect(voice).toEqual({
      bytes: Buffer.from('OggS of ID3 not really a song'),
      mimeType: 'audio/ogg',
      filename: 'hello.mp3',
    })
    expect(await ourTemporaryFolders()).toEqual(before)
    const [{ args, environment }] = await logged()
    expect(args.join(' ')).toMatch(
      /-protocol_whitelist file -f mp3 -i \S+ .*-ac 1 -ar 48000 .*libopus/,
    )
    // The secrets of the server are in its environment.
    expect(environment.filter((name: string) => !name.startsWith('__'))).toEqual([])
  })

  it('the same sound is converted once', async () => {
    await install(ECHO)
    const voiceNotes = await create()
    await voiceNotes.convert(MP3)
    await voiceNotes.convert({ ...MP3, bytes: Buffer.from(MP3.bytes) })
    expect(await logged()).toHaveLength(1)
  })

  it.each([
    ['fails', 'process.exit(1)'],
    ['writes nothing', `fs.writeFileSync(output, '')`],
    ['writes no file', ''],
    ['writes too much', 'fs.writeFileSync(output, Buffer.alloc(16_000_000))'],
  ])('that %s, the sound stays as it is, and the log says so', async (_, work) => {
    await install(work)
    const before = await ourTemporaryFolders()
    expect(await (await create()).convert(MP3)).toBe(MP3)
    expect(warnings).toEqual(['a voice note could not be converted'])
    expect(await ourTemporaryFolders()).toEqual(before)
  })

  it('that never ends is killed', async () => {
    const program = await install('setInterval(() => {}, 1_000)')
    const voiceNotes = new FfmpegVoiceNotes({ program, logger, timeoutMs: 300 })
    expect(await voiceNotes.convert(MP3)).toBe(MP3)
    expect(warnings).toHaveLength(1)
  })

  it('no more run at the same time than may', async () => {
    const program = await install(`
log('begin')
setTimeout(() => { log('end'); ${ECHO} }, 50)`)
    const voiceNotes = new FfmpegVoiceNotes({ program, logger, parallelism: 1 })
    const sounds = ['a', 'b', 'c'].map((text) => ({ ...MP3, bytes: Buffer.from(text) }))
    const voices = await Promise.all(sounds.map((sound) => voiceNotes.convert(sound)))
    expect(voices.map(({ bytes }) => String(bytes))).toEqual([
      'OggS of a',
      'OggS of b',
      'OggS of c',
    ])
    const order = (await readFile(path.join(folder, 'log'), 'utf8')).match(/^(begin|end)$/gm)
    expect(order).toEqual(['begin', 'end', 'begin', 'end', 'begin', 'end'])
  })

  it('is not asked about what is no sound that it is known to read', async () => {
    await install(ECHO)
    const playlist = { ...MP3, mimeType: 'audio/x-mpegurl' }
    expect(await (await create()).convert(playlist)).toBe(playlist)
    expect(await readdir(folder)).not.toContain('log')
  })
})

test('without ffmpeg, or with one that cannot write Opus, there is no conversion', async () => {
  const empty = await mkdtemp(path.join(folder, 'empty-'))
  expect(await createVoiceNotes(empty, logger)).toBeUndefined()
  expect(await createVoiceNotes('', logger)).toBeUndefined()
  await install(ECHO, 'A....D aac')
  expect(await createVoiceNotes(searchPath, logger)).toBeUndefined()
})

const realFfmpeg = await findFfmpeg(parseConfig(process.env).searchPath)
test.runIf(realFfmpeg !== null)(
  'the real ffmpeg makes Opus in Ogg of a second of sound',
  async () => {
    const wav = path.join(folder, 'tone.wav')
    const source = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1', wav]
    execFileSync(String(realFfmpeg), ['-nostdin', '-loglevel', 'error', ...source])
    const sound = { bytes: await readFile(wav), mimeType: 'audio/wav', filename: null }
    const voiceNotes = new FfmpegVoiceNotes({ program: String(realFfmpeg), logger })
    const { bytes } = await voiceNotes.convert(sound)
    expect(sniffType(bytes)).toBe('audio/ogg')
    expect(bytes.includes('OpusHead')).toBe(true)
    expect(warnings).toEqual([])
  },
)
