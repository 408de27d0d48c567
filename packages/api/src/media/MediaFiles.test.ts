import { EventEmitter } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MediaFiles } from './MediaFiles.ts'
import { DiskStorage } from './storage/DiskStorage.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'parley-media-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

it('removes what cut-off uploads left a day ago, but not what another process is taking in now', async () => {
  const incoming = path.join(dataDir, 'media', 'incoming')
  await mkdir(incoming, { recursive: true })
  await writeFile(path.join(incoming, 'left'), 'half')
  await writeFile(path.join(incoming, 'coming'), 'half')
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1_000)
  await utimes(path.join(incoming, 'left'), twoDaysAgo, twoDaysAgo)
  await new MediaFiles(dataDir, new DiskStorage(path.join(dataDir, 'media'))).cleanUp()
  expect(await readdir(incoming)).toEqual(['coming'])
})

it('removes what a request brought when that is answered, and outlives that the disk does not let go of it', async () => {
  const files = new MediaFiles(dataDir, new DiskStorage(path.join(dataDir, 'media')))
  const received = await files.receive(Readable.from([Buffer.from('hello')]), 'text/plain')
  const [request, other] = [new EventEmitter(), new EventEmitter()]
  files.discardAfter(request, received)
  // A folder is not removed as a file is: the attempt fails, and nobody is left to be told.
  files.discardAfter(other, { ...received, temporaryPath: dataDir })
  other.emit('close')
  request.emit('close')
  await expect.poll(() => readdir(path.dirname(received.temporaryPath))).toEqual([])
})
