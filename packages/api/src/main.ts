import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { DataFolderLockedError, startEmbeddedDatabase } from '@parley/embedded-db'
import { createGuardedFetch, createHttpCaller } from '@parley/runtime/http'
import { systemClock } from '@parley/runtime/pipeline'
import { connectStore, createAccounts, createStore } from '@parley/runtime/store'
import pino, { type Logger } from 'pino'
import { assembleServer } from './assembleServer.ts'
import { createChannels } from './channels/createChannels.ts'
import { createVoiceNotes } from './channels/voice/createVoiceNotes.ts'
import { type Config, ConfigError, parseConfig } from './config.ts'
import { createMailer } from './mail/mailer.ts'
import { MediaFiles } from './media/MediaFiles.ts'
import { createStorage } from './media/storage/createStorage.ts'
import { loadSecretKey } from './secretKey.ts'

/** Requests in hand get this long to finish when the server stops. */
const SHUTDOWN_PATIENCE_MS = 8_000

/**
 * Runs the server until it is told to stop by SIGTERM or SIGINT. Log lines (JSON) go to stderr, words for people to
 * stdout.
 *
 * @throws {ConfigError} when it cannot start for a reason that the operator can change.
 */
export async function main(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const config = parseConfig(env)
  const logger = pino({ level: config.logLevel }, pino.destination(2))
  const server = await startServer(config, logger)
  process.stdout.write(`Parley is ready at ${server.url}\n`)

  const stop = (signal: string) => {
    process.off('SIGTERM', stop).off('SIGINT', stop)
    logger.info({ signal }, 'stopping')
    // Everything is on disk then. Timers that Baileys leaves behind would keep the process for half a minute more.
    void server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'could not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
}

export interface RunningServer {
  /** For people on this machine. */
  readonly url: string
  /** Finishes what is in hand, then lets go of everything. */
  close(): Promise<void>
}

/** Wires everything together: the only place that knows concrete channels and databases. */
export async function startServer(config: Config, logger: Logger): Promise<RunningServer> {
  const clock = systemClock
  const secretKey = config.secretKey ?? (await loadSecretKey(config.dataDir))
  const database = await openDatabase(config, logger)
  const { connection } = database
  const store = createStore({ connection, logger, secretKey })
  const accounts = createAccounts(connection)
  await Promise.all([store.ensureIndexes(), accounts.ensureIndexes()])

  const storage = createStorage(config, logger)
  const mediaFiles = new MediaFiles(config.dataDir, storage)
  await mediaFiles.cleanUp()
  const guard = { allowedHosts: config.allowedPrivateHosts }
  const guardedFetch = createGuardedFetch(guard)
  const channels = createChannels({
    config,
    store,
    accounts,
    mediaFiles,
    guardedFetch,
    voiceNotes: await createVoiceNotes(config.searchPath, logger),
    clock,
    logger,
  })
  const http = createHttpCaller(guard)
  const httpServer = createServer()
  const { app, start, stop } = assembleServer({
    config,
    connection,
    store,
    accounts,
    channels,
    clock,
    logger,
    mailer: createMailer(config.smtp, logger),
    http,
    guardedFetch,
    mediaFiles,
    httpServer,
    isAlone: database.isOurs,
    editorDir: findEditor(),
  })
  httpServer.on('request', app.express)
  await start()
  await listen(httpServer, config)
  logger.info({ port: config.port, isEmbedded: database.isOurs }, 'ready')

  return {
    url: urlOf(httpServer, config),
    async close() {
      app.close()
      await closeServer(httpServer)
      await stop()
      await http.close()
      await guardedFetch.close()
      await storage.close()
      await connection.close()
      await database.close()
      logger.info({}, 'stopped')
    },
  }
}

/** The server that MONGODB_URI names, or our own in the data folder. */
async function openDatabase({ mongodbUri, dataDir }: Config, logger: Logger) {
  if (mongodbUri !== undefined) {
    const connection = await connectStore(mongodbUri)
    return { connection, isOurs: false, close: () => Promise.resolve() }
  }
  try {
    const embedded = await startEmbeddedDatabase({ dataDir: path.join(dataDir, 'db'), logger })
    const connection = await connectStore(embedded.uri)
    return { connection, isOurs: true, close: () => embedded.close() }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== DataFolderLockedError.name) throw error
    throw new ConfigError(error.message, { cause: error })
  }
}

async function listen(httpServer: Server, { host, port }: Config): Promise<void> {
  httpServer.listen(port, host)
  try {
    await once(httpServer, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    const why = code === 'EACCES' ? 'may not be used' : 'is in use'
    throw new ConfigError(`Port ${port} ${why}. Set PORT to another one`, { cause: error })
  }
}

function urlOf(httpServer: Server, { publicUrl, port }: Config): string {
  const address = httpServer.address()
  // Port 0 asked for any free one.
  return port === 0 && typeof address === 'object' && address
    ? `http://localhost:${address.port}`
    : publicUrl
}

async function closeServer(httpServer: Server): Promise<void> {
  const closed = new Promise((resolve) => httpServer.close(resolve))
  httpServer.closeIdleConnections()
  const impatience = setTimeout(() => httpServer.closeAllConnections(), SHUTDOWN_PATIENCE_MS)
  await closed
  clearTimeout(impatience)
}

/** The editor, when it has been built beside this package. */
function findEditor(): string | null {
  const folder = path.join(import.meta.dirname, '../../editor/dist')
  return existsSync(path.join(folder, 'index.html')) ? folder : null
}
