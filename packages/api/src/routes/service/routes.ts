import { timingSafeEqual } from 'node:crypto'
import { type Request, Router } from 'express'
import type { AppDependencies } from '../../dependencies.ts'
import { ApiError, unauthorized } from '../../errors.ts'
import type { Metrics } from '../../metrics/metrics.ts'

/** For those who run the server: is it alive, is it ready, how is it doing. */
export function serviceRoutes({ accounts, config }: AppDependencies, metrics: Metrics): Router {
  const router = Router()

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })

  router.get('/readyz', async (_request, response) => {
    try {
      await accounts.users.isEmpty()
      response.json({ status: 'ready' })
    } catch {
      // The reason is in the log of whatever failed; here only the fact matters.
      response.status(503).json({ status: 'the database does not answer' })
    }
  })

  router.get('/metrics', async (request, response) => {
    admitToMetrics(request, config.metricsToken)
    const { contentType, text } = await metrics.read()
    response.type(contentType).send(text)
  })

  return router
}

/** Figures tell a lot about a business, so strangers do not get them. */
function admitToMetrics(request: Request, token: string | undefined): void {
  if (token !== undefined) {
    const given = Buffer.from(request.headers.authorization ?? '')
    const wanted = Buffer.from(`Bearer ${token}`)
    if (given.length === wanted.length && timingSafeEqual(given, wanted)) return
    throw unauthorized('Send the metrics token as Authorization: Bearer')
  }
  // A proxy on this machine passes strangers on, and says so.
  const isDirect = request.headers['x-forwarded-for'] === undefined
  if (isDirect && LOOPBACK.has(request.socket.remoteAddress ?? '')) return
  throw new ApiError(
    'FORBIDDEN',
    'Metrics are for this machine only, unless PARLEY_METRICS_TOKEN is set',
  )
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
