import type { Logger } from '../../pipeline/ports.ts'

type ObjectAndMessage = (fields: unknown, message?: string) => void

/** Baileys' own log, errors only: below that it writes message contents and keys. */
export function quietLogger(logger: Logger, numberId: string) {
  const silent: ObjectAndMessage = () => undefined
  const report: ObjectAndMessage = (fields, message) => {
    const cause =
      typeof fields === 'object' && fields !== null && 'err' in fields ? fields.err : null
    const reason = cause instanceof Error ? cause.message : undefined
    logger.warn({ numberId, reason }, `baileys: ${message ?? 'error'}`)
  }
  const quiet = {
    level: 'error',
    child: () => quiet,
    trace: silent,
    debug: silent,
    info: silent,
    warn: silent,
    error: report,
  }
  return quiet
}
