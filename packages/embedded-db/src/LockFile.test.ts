import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DataFolderLockedError, LockFile } from './LockFile.ts'
import { makeTempFolder } from './testing/startTestDatabase.ts'

let folder: string
const lockPath = () => join(folder, 'parley.lock')

beforeEach(async () => {
  folder = await makeTempFolder()
})
afterEach(() => rm(folder, { recursive: true }))

async function ownerOf(): Promise<unknown> {
  const owner: { pid: unknown } = JSON.parse(await readFile(lockPath(), 'utf8'))
  return owner.pid
}

/** A process that lives until it is killed. */
const startProcess = async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(child, 'spawn')
  if (child.pid === undefined) throw new Error('no process')
  return {
    pid: child.pid,
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

const isLinux = process.platform === 'linux'

describe('the lock of a data folder', () => {
  test('keeps a second owner out, and names the first', async () => {
    const lock = await LockFile.acquire(folder, 0)
    const second = LockFile.acquire(folder, 0)
    await expect(second).rejects.toThrow(DataFolderLockedError)
    await expect(LockFile.acquire(folder, 0)).rejects.toThrow(`pid ${process.pid}`)
    await lock.release()
    await (await LockFile.acquire(folder, 0)).release()
  })

  test('of a running process is respected, and taken over when it is killed', async () => {
    const child = await startProcess()
    await writeFile(lockPath(), JSON.stringify({ pid: child.pid, startTime: null, token: 'other' }))
    await expect(LockFile.acquire(folder, 0)).rejects.toMatchObject({ pid: child.pid })
    const waiting = LockFile.acquire(folder, 10_000)
    await child.kill()
    const lock = await waiting
    expect(await ownerOf()).toBe(process.pid)
    await lock.release()
  })

  test.runIf(isLinux)('is stale when another process got the pid of its owner', async () => {
    const stale = { pid: process.pid, startTime: '1', token: 'before the reboot' }
    await writeFile(lockPath(), JSON.stringify(stale))
    const lock = await LockFile.acquire(folder, 0)
    expect(await ownerOf()).toBe(process.pid)
    await lock.release()
  })

  test('that is no lock is replaced', async () => {
    await writeFile(lockPath(), 'damaged')
    const lock = await LockFile.acquire(folder, 0)
    expect(await ownerOf()).toBe(process.pid)
    await lock.release()
  })

  test('goes to one of many that want it at the same time', async () => {
    await writeFile(
      lockPath(),
      JSON.stringify({ pid: 2 ** 22 + 1, startTime: null, token: 'dead' }),
    )
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () => LockFile.acquire(folder, 0)),
    )
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('is not released by an owner that lost it', async () => {
    const lock = await LockFile.acquire(folder, 0)
    await writeFile(
      lockPath(),
      JSON.stringify({ pid: process.pid, startTime: null, token: 'other' }),
    )
    await lock.release()
    expect(await readFile(lockPath(), 'utf8')).toContain('other')
  })
})
