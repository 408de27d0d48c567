const CHECK_EVERY_MS = 500

/** How long a graceful shutdown may take before the process that nobody waits for is ended by force. */
const SHUTDOWN_LIMIT_MS = 15_000

/**
 * Asks this process to stop (SIGTERM, so that it closes what it has open) when the process that started it has gone.
 *
 * npm passes SIGINT and SIGTERM on, but it cannot pass on a SIGKILL: without this, the server would live on and hold
 * its port. A server that is meant to outlive its parent sets PARLEY_DETACHED.
 */
export function stopWhenOrphaned() {
  if (process.env.PARLEY_DETACHED) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  }, CHECK_EVERY_MS)
  timer.unref()
}
