import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inspect } from 'node:util'
import { sandboxChannel } from '@parley/runtime/channels/sandbox'
import { createGuardedFetch } from '@parley/runtime/http'
import {
  type Clock,
  type HttpCaller,
  type Logger,
  type Pipeline,
  systemClock,
} from '@parley/runtime/pipeline'
import { type Accounts, createAccounts, createStore, type MongoStore } from '@parley/runtime/store'
import { silentLogger, startTestDatabase } from '@parley/runtime/testing'
import type { App } from '../app.ts'
import { assembleServer } from '../assembleServer.ts'
import { parseConfig } from '../config.ts'
import type { LiveHub } from '../live/LiveHub.ts'
import type { Mail } from '../mail/mailer.ts'
import { MediaFiles } from '../media/MediaFiles.ts'
import { createStorage } from '../media/storage/createStorage.ts'
import { Client } from './Client.ts'
import { checkAnswers } from './checkAnswers.ts'

export interface TestServerOptions {
  /** Environment variables; rate limits are off unless they say otherwise. */
  readonly env?: Readonly<Record<string, string>>
  readonly clock?: Clock
  readonly logger?: Logger
  /** False: there is no mail server. */
  readonly canMail?: boolean
  readonly http?: HttpCaller
  readonly editorDir?: string
}

/** The whole server in this process, over real HTTP and a real database of its own; only mail is kept back. */
export interface TestServer {
  readonly baseUrl: string
  readonly app: App
  readonly accounts: Accounts
  readonly store: MongoStore
  readonly pipeline: Pipeline
  readonly live: LiveHub
  readonly mails: readonly Mail[]
  readonly dataDir: string
  /** Somebody without any credential. */
  readonly stranger: Client
  close(): Promise<void>
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { clock = systemClock } = options
  const bugs: unknown[] = []
  const logger = options.logger ?? {
    ...silentLogger,
    error: (fields: object, message: string) => bugs.push({ message, ...fields }),
  }
  const database = await startTestDatabase()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-api-'))
  const { connection } = database
  const store = createStore({ connection, logger, secretKey: randomBytes(32) })
  const accounts = createAccounts(connection)
  await Promise.all([store.ensureIndexes(), accounts.ensureIndexes()])
  const channels = [sandboxChannel({ clock })]
  const http = options.http ?? {
    call: async () => ({ outcome: 'failed' as const, reason: 'no network here' }),
  }
  const mails: Mail[] = []
  const mailer = {
    canSend: options.canMail ?? true,
    send: (mail: Mail) => {
      mails.push(mail)
      return Promise.resolve()
    },
  }
  const httpServer = createServer()
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  // The address of a TCP server is always an object.
  const { port } = httpServer.address() as AddressInfo
  const baseUrl = `http://127.0.0.1:${port}`
  const config = parseConfig({
    PARLEY_RATE_LIMITS: 'off',
    PARLEY_PUBLIC_URL: baseUrl,
    PARLEY_DATA_DIR: dataDir,
    ...options.env,
  })
  const guardedFetch = createGuardedFetch({ allowedHosts: config.allowedPrivateHosts })
  const storage = createStorage(config, logger)
  const mediaFiles = new MediaFiles(dataDir, storage)
  await mediaFiles.cleanUp()
  const { app, pipeline, live, start, stop } = assembleServer({
    config,
    connection,
    store,
    accounts,
    channels,
    clock,
    logger,
    mailer,
    http,
    guardedFetch,
    mediaFiles,
    httpServer,
    isAlone: true,
    random: () => 0.5,
    editorDir: options.editorDir ?? null,
  })
  checkAnswers(app.express, (difference) => bugs.push(difference))
  httpServer.on('request', app.express)
  await start()

  return {
    baseUrl,
    app,
    accounts,
    store,
    pipeline,
    live,
    mails,
    dataDir,
    stranger: new Client(baseUrl, {}),
    async close() {
      app.close()
      httpServer.closeAllConnections()
      await new Promise((resolve) => httpServer.close(resolve))
      await stop()
      await guardedFetch.close()
      await storage.close()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
      // An answer that hides a bug from clients must not hide it from its test.
      if (bugs.length > 0) throw new Error(`The server logged errors: ${inspect(bugs)}`)
    },
  }
}
