import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const TRY_EVERY_MS = 200
const SIGN_OF_LIFE_EVERY_MS = 5_000

/** Twelve missed signs of life: the holder is dead, even if another process has its id today. */
const SILENT_FOR_MS = 60_000

/**
 * Runs `work` while no other process runs its own under the same lock file.
 *
 * The lock is a file that names its holder. A holder that died (its process is gone, or the file has not been touched
 * for a minute) loses the lock to whoever waits for it.
 *
 * @template T
 * @param {string} path the lock file; its folder is made when missing
 * @param {() => Promise<T>} work
 * @param {(holder: string) => void} [onWait] called once, when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  const self = `${hostname()} ${process.pid}`
  await mkdir(dirname(path), { recursive: true })
  let isTold = false
  while (!(await tryToTake(path, self))) {
    const holder = await findHolder(path)
    if (holder === undefined) continue
    if (await isDead(path, holder)) {
      await removeDead(path, holder)
      continue
    }
    if (!isTold) onWait?.(holder)
    isTold = true
    await sleep(TRY_EVERY_MS)
  }
  const signOfLife = setInterval(() => {
    const now = new Date()
    // Fails only when the file was removed by hand; then there is nothing left to keep alive.
    utimes(path, now, now).catch(() => clearInterval(signOfLife))
  }, SIGN_OF_LIFE_EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(signOfLife)
    // Somebody else's by now, if this process was suspended for so long that it counted as dead.
    if ((await findHolder(path)) === self) await rm(path, { force: true })
  }
}

/** @param {string} path @param {string} self */
async function tryToTake(path, self) {
  try {
    await writeFile(path, self, { flag: 'wx' })
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

/** @param {string} path */
async function findHolder(path) {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** @param {string} path @param {string} holder */
async function isDead(path, holder) {
  // Given back meanwhile, most likely: then there is only the holder to judge by.
  const file = await stat(path).catch(() => undefined)
  if (file !== undefined && Date.now() - file.mtimeMs > SILENT_FOR_MS) return true
  const [host, processId] = holder.split(' ')
  // Just made and not yet written, or held on another machine: only its silence can tell.
  if (host !== hostname() || !processId) return false
  try {
    process.kill(Number(processId), 0)
    return false
  } catch (error) {
    return isCode(error, 'ESRCH')
  }
}

/**
 * Two processes may find the same dead lock. Moving it away first means that only one of them gets it; and what was
 * moved is looked at again, because between the look and the move it may have become somebody's living lock.
 * @param {string} path @param {string} deadHolder
 */
async function removeDead(path, deadHolder) {
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  const moved = await readFile(aside, 'utf8')
  if (moved === deadHolder) await rm(aside)
  else await rename(aside, path)
}

/** @param {unknown} error @param {string} code */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code
}
