import { readFileSync } from 'node:fs'

const CHECK_EVERY_MS = 500

/** How long a graceful shutdown may take before the process that nobody waits for is ended by force. */
const SHUTDOWN_LIMIT_MS = 15_000

/**
 * Asks this process to stop (SIGTERM, so that it closes what it has open) when the process that started it has gone.
 *
 * npm cannot pass a SIGKILL on, and its SIGTERM reaches only the shell that it runs scripts in: without this, the
 * server would live on and hold its port. A server that is meant to outlive its parent sets PARLEY_DETACHED.
 */
export function stopWhenOrphaned() {
  if (process.env.PARLEY_DETACHED) return
  const atStart = lineage()
  const timer = setInterval(() => {
    if (lineage() === atStart) return
    clearInterval(timer)
    setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  }, CHECK_EVERY_MS)
  timer.unref()
}

/**
 * The processes above this one, up to the one whose end must stop us. Between npm and us there may be the shell that
 * npm ran the script in, which stays when npm is killed; some shells replace themselves by the script, others do not.
 */
function lineage() {
  const parent = process.ppid
  const shell = process.env.npm_lifecycle_event ? findShell(parent) : undefined
  return shell === undefined ? `${parent}` : `${parent} ${shell.parent}`
}

/** The parent of process `id` if that is a shell. Knows only Linux; the shells of macOS replace themselves. @param {number} id */
function findShell(id) {
  const stat = readProcessStat(id)
  const [, name = '', parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(stat) ?? []
  return /^(sh|dash|ash|bash|busybox)$/.test(name) ? { parent } : undefined
}

/** @param {number} id */
function readProcessStat(id) {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8')
  } catch {
    // Not Linux, or the process has just gone: then our own parent has changed too, and that is seen without this.
    return ''
  }
}
