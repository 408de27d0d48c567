import type { Server } from 'node:http'
import type { GuardedDownload, GuardedFetch } from '@parley/runtime/http'
import { createPipeline, localWakeups, newId, type Pipeline } from '@parley/runtime/pipeline'
import { type App, createApp } from './app.ts'
import { Credentials } from './auth/Credentials.ts'
import type { AppDependencies } from './dependencies.ts'
import { ScheduledPublisher } from './flows/ScheduledPublisher.ts'
import { type ShareDraftsOptions, shareDrafts } from './flows/shareDrafts.ts'
import { LiveHub } from './live/LiveHub.ts'
import { GroupQueue } from './public/instanceApi/GroupQueue.ts'
import { createWebhooks } from './webhooks/createWebhooks.ts'

/** What a server is made of that differs between the real one and that of the tests. */
export interface ServerParts
  extends Pick<
    AppDependencies,
    | 'config'
    | 'store'
    | 'accounts'
    | 'channels'
    | 'clock'
    | 'logger'
    | 'mailer'
    | 'http'
    | 'mediaFiles'
    | 'editorDir'
  > {
  readonly connection: ShareDraftsOptions['connection']
  readonly guardedFetch: GuardedFetch & GuardedDownload
  /** Editors connect to it; its requests are the caller's to hand to the app. */
  readonly httpServer: Server
  /** No other process works on the same database. */
  readonly isAlone: boolean
  /** Between 0 and 1, for what is spread over time. */
  readonly random?: () => number
}

export interface AssembledServer {
  readonly app: App
  readonly pipeline: Pipeline
  readonly live: LiveHub
  /** Begins to work: webhooks first, so that nothing happens that they do not see. */
  readonly start: () => Promise<void>
  /** Finishes what is in hand. To be called when no requests come in any more. */
  readonly stop: () => Promise<void>
}

/** Puts a server together of what does not depend on where and for whom it runs. */
export function assembleServer(parts: ServerParts): AssembledServer {
  const { config, store, accounts, channels, clock, logger, http, guardedFetch, isAlone } = parts
  const { publicUrl } = config
  const live = new LiveHub()
  const ownerId = newId('own')
  const pipeline = createPipeline({
    store,
    channels,
    clock,
    logger,
    http,
    live,
    wakeups: localWakeups(),
    ownerId,
    settings: { isAlone },
  })
  const credentials = new Credentials({ accounts, clock, logger })
  const groupQueue = new GroupQueue({ store, pipeline, live, clock, logger })
  const publisher = { store, accounts, live, clock, logger, ownerId }
  const scheduledPublisher = new ScheduledPublisher(publisher)
  const webhooks = createWebhooks({
    ...publisher,
    fetch: guardedFetch,
    publicUrl,
    isAlone,
    ...(parts.random && { random: parts.random }),
  })
  const { httpServer, connection } = parts
  const sharing = { httpServer, connection, accounts, credentials, clock, live, logger, publicUrl }
  const drafts = shareDrafts(sharing)
  const app = createApp({
    ...parts,
    pipeline,
    downloads: guardedFetch,
    live,
    drafts,
    credentials,
    groupQueue,
    webhooks,
    scheduledPublisher,
  })
  return {
    app,
    pipeline,
    live,
    async start() {
      await webhooks.start()
      groupQueue.start()
      await scheduledPublisher.start()
      await pipeline.start()
    },
    async stop() {
      await drafts.close()
      await scheduledPublisher.stop()
      await groupQueue.stop()
      await pipeline.stop()
      await webhooks.stop()
    },
  }
}
