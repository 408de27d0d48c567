import type { GuardedDownload } from '@parley/runtime/http'
import type { Channel, Clock, HttpCaller, Logger, Pipeline } from '@parley/runtime/pipeline'
import type { Accounts, FlowDraft, MongoStore } from '@parley/runtime/store'
import type { Credentials } from './auth/Credentials.ts'
import type { Logins } from './auth/Logins.ts'
import type { Config } from './config.ts'
import type { RateLimits } from './limits/rateLimits.ts'
import type { LiveHub } from './live/LiveHub.ts'
import type { Mailer } from './mail/mailer.ts'
import type { MediaFiles } from './media/MediaFiles.ts'
import type { WebhookService } from './webhooks/WebhookService.ts'

/** Everything that the app is given by `main`, and by tests. */
export interface AppDependencies {
  readonly config: Config
  readonly store: MongoStore
  readonly accounts: Accounts
  readonly pipeline: Pipeline
  /** The channels whose numbers can connect in this server. */
  readonly channels: readonly Channel[]
  readonly clock: Clock
  readonly logger: Logger
  readonly mailer: Mailer
  /** Calls addresses that authors wrote. */
  readonly http: HttpCaller
  /** Fetches files from addresses that users wrote. */
  readonly downloads: GuardedDownload
  readonly live: LiveHub
  readonly drafts: SharedDrafts
  readonly credentials: Credentials
  readonly mediaFiles: MediaFiles
  /** Makes the groups that the instance API was asked for: now, as far as this process can. */
  readonly groupQueue: { work(numberId: string): Promise<void> }
  readonly webhooks: WebhookService
  /** Publishes flows when their time has come; to be told when there is one more. */
  readonly scheduledPublisher: { look(): Promise<void> }
  /** Folder of the built editor; null: there is only the API. */
  readonly editorDir: string | null
}

/** Drafts that people edit at this moment live in memory first; these keep the flow records in step with them. */
export interface SharedDrafts {
  /** Brings the flow record up to date. */
  flush(flowId: string): Promise<void>
  /** Does to the draft what makes `after` of `before`, also for everybody who edits it; then the flow record says so. */
  change(
    flowId: string,
    drafts: { readonly before: FlowDraft; readonly after: FlowDraft },
  ): Promise<void>
  /** The draft as a Yjs update, for a browser that is about to edit it; null when there is no such flow. */
  read(workspaceId: string, flowId: string): Promise<Uint8Array | null>
  /** The flow is gone. */
  forget(flowId: string): Promise<void>
  /** A login has ended. */
  cutOff(loginId: string): void
}

/** What routes get: the above and what the app makes of it. */
export interface RouteDependencies extends AppDependencies {
  readonly logins: Logins
  readonly limits: RateLimits
}
