import express, { type Express } from 'express'
import { Logins } from './auth/Logins.ts'
import type { AppDependencies, RouteDependencies } from './dependencies.ts'
import { ApiError } from './errors.ts'
import { type Endpoint, mountEndpoints } from './http/endpoint.ts'
import { handleError } from './http/handleError.ts'
import { requestId } from './http/requestId.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { createRateLimits, noRateLimits } from './limits/rateLimits.ts'
import { createMetrics } from './metrics/metrics.ts'
import { documentRoutes } from './openapi/routes.ts'
import { chatApiOnSharedPaths } from './public/chatApi/dialect.ts'
import { chatApiEndpoints } from './public/chatApi/routes.ts'
import { instanceApiEndpoints } from './public/instanceApi/routes.ts'
import { groupEndpoints } from './public/sessionApi/groupRoutes.ts'
import { sessionApiEndpoints } from './public/sessionApi/routes.ts'
import { whatomateEndpoints } from './public/whatomate/routes.ts'
import { whautoChatEndpoints } from './public/whautoChat/routes.ts'
import { auditLogEndpoints } from './routes/auditLog/routes.ts'
import { authEndpoints } from './routes/auth/routes.ts'
import { contactEndpoints } from './routes/contacts/routes.ts'
import { conversationEndpoints } from './routes/conversations/routes.ts'
import { eventStreams } from './routes/events/routes.ts'
import { flowEndpoints } from './routes/flows/routes.ts'
import { simulateHttpEndpoints } from './routes/flows/simulateHttp.ts'
import { keyEndpoints } from './routes/keys/routes.ts'
import { mediaEndpoints } from './routes/media/routes.ts'
import { messageEndpoints } from './routes/messages/routes.ts'
import { numberEndpoints } from './routes/numbers/routes.ts'
import { sandboxEndpoints } from './routes/sandbox/routes.ts'
import { serviceRoutes } from './routes/service/routes.ts'
import { templateEndpoints } from './routes/templates/routes.ts'
import { tokenEndpoints } from './routes/tokens/routes.ts'
import { webhookEndpoints } from './routes/webhooks/routes.ts'
import { workspaceEndpoints } from './routes/workspaces/routes.ts'
import { pages } from './startPage/pages.ts'

export interface App {
  readonly express: Express
  /** All operations of the REST API, as data. */
  readonly endpoints: readonly Endpoint[]
  /** Ends what would keep connections open: event streams. */
  close(): void
}

/** Puts the HTTP server's application together. It listens nowhere and starts nothing by itself. */
export function createApp(dependencies: AppDependencies): App {
  const { accounts, clock, config, credentials, logger } = dependencies
  const { publicUrl } = config
  const logins = new Logins({ accounts, credentials, clock, publicUrl })
  const limits = config.hasRateLimits ? createRateLimits(config.limits) : noRateLimits
  const routes: RouteDependencies = { ...dependencies, logins, limits }
  const streams = eventStreams(routes)
  const endpoints = [...allEndpoints(routes), ...streams.endpoints]

  const app = express()
  app.disable('x-powered-by')
  // Answers differ with every change; hashing each for a tag that nobody sends back is work for nothing.
  app.set('etag', false)
  app.set('query parser', 'simple')
  app.set('trust proxy', config.trustProxy)
  const { live, store, webhooks } = dependencies
  const metrics = createMetrics({ figures: accounts.figures, live, logger, store, webhooks })
  app.use(requestId, securityHeaders({ isHttps: publicUrl.startsWith('https:') }), metrics.observe)
  mountEndpoints(app, endpoints, { authentication: { credentials, logins }, limits })
  app.use(serviceRoutes(dependencies, metrics))
  app.use(documentRoutes(endpoints))
  app.use(pages({ editorDir: dependencies.editorDir, publicUrl }))
  app.use((request) => {
    throw new ApiError(
      'NOT_FOUND',
      `There is no ${request.method} ${request.originalUrl.split('?')[0]}`,
    )
  })
  app.use(handleError(logger))
  return { express: app, endpoints, close: () => streams.close() }
}

/** Most called first: routes are tried in their order. */
const allEndpoints = (dependencies: RouteDependencies): readonly Endpoint[] => [
  ...sessionApiEndpoints(dependencies),
  ...chatApiEndpoints(dependencies),
  ...groupEndpoints(dependencies),
  ...instanceApiEndpoints(dependencies),
  ...whautoChatEndpoints(dependencies),
  ...whatomateEndpoints(dependencies),
  ...sandboxEndpoints(dependencies),
  ...numberEndpoints(dependencies),
  ...flowEndpoints(dependencies),
  ...simulateHttpEndpoints(dependencies),
  ...contactEndpoints(dependencies).map((each) => ({ ...each, dialect: chatApiOnSharedPaths })),
  ...conversationEndpoints(dependencies),
  ...mediaEndpoints(dependencies),
  ...messageEndpoints(dependencies),
  ...templateEndpoints(dependencies),
  ...authEndpoints(dependencies),
  ...tokenEndpoints(dependencies),
  ...keyEndpoints(dependencies),
  ...webhookEndpoints(dependencies),
  ...workspaceEndpoints(dependencies),
  ...auditLogEndpoints(dependencies),
]
