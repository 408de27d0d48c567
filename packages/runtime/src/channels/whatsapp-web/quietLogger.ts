import type { Logger } from '../../pipeline/ports/services.ts'

type ObjectAndMessage = (fields: unknown, message?: string) => void

/** Baileys' own log, errors only: below that it writes message contents and keys. */
export function quietLogger(logger: Logger, numberId: string) {
  const silent: ObjectAndMessage = () => undefined
  const report: ObjectAndMessage = (fields, message) => {
    logger.warn({ numberId, reason: reasonIn(fields) }, `baileys: ${message ?? 'error'}`)
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

/** The message of the error in the fields, under either of the names that Baileys gives it. */
function reasonIn(fields: unknown): string | undefined {
  if (typeof fields !== 'object' || fields === null) return undefined
  const causes = ['err' in fields && fields.err, 'error' in fields && fields.error]
  return causes.find((cause) => cause instanceof Error)?.message
}
