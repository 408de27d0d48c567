import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
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
