import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const LOCK_FILE = 'parley.lock'
const RETRY_MS = 50

/** Another process, or another database in this one, has the data folder. */
export class DataFolderLockedError extends Error {
  override readonly name = 'DataFolderLockedError'
  /** Process that has it. */
  readonly pid: number

  constructor(folder: string, pid: number) {
    const owner = pid === process.pid ? 'this process' : `process ${pid}`
    super(
      `The data folder ${folder} is in use by ${owner} (pid ${pid}); stop it first, or choose another folder`,
    )
    this.pid = pid
  }
}

interface Owner {
  pid: number
  /** When the process started, by the system's clock ticks: tells apart processes that had the same pid. */
  startTime: string | null
  /** Differs for every lock ever taken. */
  token: string
}

/** Keeps other processes out of a data folder, which LMDB itself would let in. */
export class LockFile {
  readonly #path: string
  readonly #token: string

  private constructor(path: string, token: string) {
    this.#path = path
    this.#token = token
  }

  /**
   * Takes the lock, waiting up to `timeoutMs` for its owner to end. The lock of a process that is dead is taken
   * over. @throws {DataFolderLockedError}
   */
  static async acquire(folder: string, timeoutMs: number): Promise<LockFile> {
    const path = join(folder, LOCK_FILE)
    const owner: Owner = {
      pid: process.pid,
      startTime: await startTimeOf(process.pid),
      token: randomUUID(),
    }
    const deadline = Date.now() + timeoutMs
    for (;;) {
      if (await create(path, owner)) return new LockFile(path, owner.token)
      const current = await readOwner(path)
      if (current && (await isAlive(current))) {
        if (Date.now() >= deadline) throw new DataFolderLockedError(folder, current.pid)
        await sleep(RETRY_MS)
      } else await removeStale(path, current)
    }
  }

  async release(): Promise<void> {
    const current = await readOwner(this.#path)
    if (current?.token === this.#token) await rm(this.#path, { force: true })
  }
}

/** Creates the file with its content in one step, so that nobody reads half of it. */
async function create(path: string, owner: Owner): Promise<boolean> {
  const draft = `${path}.${owner.token}`
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function readOwner(path: string): Promise<Owner | null> {
  try {
    const owner: unknown = JSON.parse(await readFile(path, 'utf8'))
    return isOwner(owner) ? owner : null
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return null
    throw error
  }
}

const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'token' in value

/** Moves the file away before deleting it: of several processes that find it stale, one succeeds. */
async function removeStale(path: string, judged: Owner | null): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  const moved = await readOwner(aside)
  // Somebody was faster and this is their new lock.
  if (moved && moved.token !== judged?.token) await putBack(aside, path)
  await rm(aside, { force: true })
}

async function putBack(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path)
  } catch (error) {
    // A third process has made its own in the instant between: it must not be removed as well.
    if (!hasCode(error, 'EEXIST')) throw error
  }
}

async function isAlive({ pid, startTime }: Owner): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    if (!hasCode(error, 'EPERM')) return false
  }
  const currentStartTime = await startTimeOf(pid)
  return startTime === null || currentStartTime === null || startTime === currentStartTime
}

/** Field 22 of /proc/<pid>/stat (see proc(5)); null where there is no such file. Field 2 may contain blanks. */
async function startTimeOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
