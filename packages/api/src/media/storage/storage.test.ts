import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { S3Stub } from '../../testing/S3Stub.ts'
import { DiskStorage } from './DiskStorage.ts'
import type { LocalFile, MediaStorage } from './MediaStorage.ts'
import { S3Storage } from './S3Storage.ts'

let folder: string
let s3: S3Stub
let storage: MediaStorage
const pauses: number[] = []
const pause = (ms: number) => Promise.resolve(pauses.push(ms))

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-storage-'))
  await mkdir(path.join(folder, 'incoming'))
  s3 = new S3Stub()
  await s3.start()
  pauses.length = 0
})
afterEach(async () => {
  await storage.close()
  await s3.close()
  await rm(folder, { recursive: true })
})

async function aFile(bytes: Buffer): Promise<{ sha256: string; file: LocalFile }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = { path: path.join(folder, 'incoming', sha256), sizeBytes: bytes.length }
  await writeFile(file.path, bytes)
  return { sha256, file }
}

const hex = (bytes: Buffer): string => bytes.toString('hex')

async function read(sha256: string, range?: { start: number; end: number }) {
  const stream = await storage.open(sha256, range)
  // Vitest compares texts faster than buffers.
  return stream && (await buffer(stream)).toString('hex')
}

describe.each([
  ['a folder', () => new DiskStorage(folder)],
  ['a bucket', () => new S3Storage(s3.settings, pause)],
])('%s', (_, create) => {
  beforeEach(() => {
    storage = create()
  })

  it('gives back what was put, whole and in parts', async () => {
    const bytes = randomBytes(300_000)
    const { sha256, file } = await aFile(bytes)
    await storage.put(sha256, file)
    expect(await read(sha256)).toBe(hex(bytes))
    expect(await read(sha256, { start: 0, end: 0 })).toBe(hex(bytes.subarray(0, 1)))
    const end = bytes.length - 1
    expect(await read(sha256, { start: 70_000, end })).toBe(hex(bytes.subarray(70_000)))
  })

  it('has nothing under a hash that was never put', async () => {
    expect(await read('ab'.repeat(32))).toBeNull()
    expect(await read('ab'.repeat(32), { start: 0, end: 4 })).toBeNull()
  })

  it('takes the same file twice, and also at the same time', async () => {
    const bytes = Buffer.from('twice')
    const { sha256, file } = await aFile(bytes)
    await storage.put(sha256, file)
    await writeFile(file.path, bytes)
    const copy = { ...file, path: `${file.path}-copy` }
    await writeFile(copy.path, bytes)
    await Promise.all([storage.put(sha256, file), storage.put(sha256, copy)])
    expect(await read(sha256)).toBe(hex(bytes))
  })

  it('removes, also what is not there', async () => {
    const { sha256, file } = await aFile(Buffer.from('short-lived'))
    await storage.put(sha256, file)
    await storage.remove(sha256)
    expect(await read(sha256)).toBeNull()
    await storage.remove(sha256)
  })

  it('says that it works', async () => {
    await expect(storage.check()).resolves.toBeUndefined()
    expect(s3.objects.size).toBe(0)
  })

  it('does not pretend to have put a file that cannot be read', async () => {
    const file = { path: path.join(folder, 'incoming', 'gone'), sizeBytes: 4 }
    const sha256 = 'cd'.repeat(32)
    await expect(storage.put(sha256, file)).rejects.toThrow('ENOENT')
    expect(await read(sha256)).toBeNull()
  })
})

describe('a folder', () => {
  it('that is not there or may not be written fails the check', async () => {
    await writeFile(path.join(folder, 'file'), '')
    storage = new DiskStorage(path.join(folder, 'file', 'below'))
    await expect(storage.check()).rejects.toThrow('ENOTDIR')
  })
})

describe('a bucket', () => {
  it('has the layout of the folder, and is not sent what it has', async () => {
    storage = new S3Storage(s3.settings)
    const { sha256, file } = await aFile(Buffer.from('once'))
    await storage.put(sha256, file)
    await storage.put(sha256, file)
    const key = `${sha256.slice(0, 2)}/${sha256}`
    expect([...s3.objects.keys()]).toEqual([key])
    expect(s3.requests).toEqual([`HEAD ${key}`, `PUT ${key}`, `HEAD ${key}`])
  })

  it('refuses bytes that are not those of the hash', async () => {
    storage = new S3Storage(s3.settings, pause)
    const { file } = await aFile(Buffer.from('something else'))
    await expect(storage.put('ef'.repeat(32), file)).rejects.toThrow('400 BadDigest')
    expect(s3.objects.size).toBe(0)
  })

  it.each([
    ['another secret', { secretAccessKey: 'wrong' }, '403 SignatureDoesNotMatch'],
    ['an unknown key', { accessKeyId: 'AKIDOTHER' }, '403 InvalidAccessKeyId'],
    ['another region', { region: 'us-east-1' }, '403 AuthorizationHeaderMalformed'],
    ['another bucket', { bucket: 'elsewhere' }, '404 NoSuchBucket'],
  ])('fails the check with %s, in words', async (_, wrong, words) => {
    storage = new S3Storage({ ...s3.settings, ...wrong }, pause)
    await expect(storage.check()).rejects.toThrow(words)
    expect(pauses).toEqual([])
  })

  it('is asked again when it is busy, with all of the file', async () => {
    storage = new S3Storage(s3.settings, pause)
    const bytes = randomBytes(100_000)
    const { sha256, file } = await aFile(bytes)
    s3.troubles.push(503, 500, 404, 503)
    await storage.put(sha256, file)
    expect(pauses).toEqual([200, 1_000, 200])
    expect(await read(sha256)).toBe(hex(bytes))
    expect(await readFile(file.path, 'hex')).toBe(hex(bytes))
  })

  it('that stays away is an error after three tries', async () => {
    storage = new S3Storage({ ...s3.settings, endpoint: 'http://127.0.0.1:9' }, pause)
    await expect(storage.check()).rejects.toThrow('ECONNREFUSED')
    expect(pauses).toEqual([200, 1_000])
  })
})
