import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { Database } from './engine/Database.ts'
import { collectGarbage, deleteExpired } from './engine/housekeeping.ts'
import { type ValidationReport, validateDatabase } from './engine/validate.ts'
import { LockFile } from './LockFile.ts'
import { Connection } from './server/Connection.ts'
import { Cursors } from './server/Cursors.ts'
import type { Services } from './server/commands/command.ts'
import { Credentials } from './server/scram.ts'
import { type Durability, LmdbStore } from './storage/LmdbStore.ts'

/** The parts of a pino logger that the database uses. */
export interface Logger {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface ServerOptions {
  /** Folder of the data; created when missing. One process at a time may use it. */
  dataDir: string
  /** TCP port on 127.0.0.1; 0, the default, takes a free one. */
  port?: number
  /** How long to wait for another process to give up the data folder. Default 10,000. */
  lockTimeoutMs?: number
  /** `none` skips syncing to disk and is for tests only. Default `sync`. */
  durability?: Durability
  /** Time between two searches for expired documents (TTL indexes). Default 60,000. */
  expiryIntervalMs?: number
  /** Memory that one sort, group or facet may take. Default 100 MiB. */
  memoryLimitBytes?: number
  /** Largest size of the data file. Default 64 GiB (address space, not disk). */
  mapSizeBytes?: number
}

/** What tests replace. */
export interface ServerDependencies {
  logger?: Logger | undefined
  /** Epoch milliseconds, for expiry. */
  now?: () => number
}

const HOST = '127.0.0.1'
const USER = 'parley'
const DATABASE_NAME = 'parley'
const DEFAULT_EXPIRY_INTERVAL_MS = 60_000
const DEFAULT_LOCK_TIMEOUT_MS = 10_000

/** The database and its TCP server, in this thread. Other users of the machine need the password of the URI. */
export class DatabaseServer {
  /** Connection string for MongoDB drivers, with a password that changes at each start. */
  readonly uri: string
  readonly #database: Database
  readonly #server: Server
  readonly #lock: LockFile
  readonly #connections: Set<Connection>
  readonly #services: Services
  readonly #timer: NodeJS.Timeout
  readonly #now: () => number
  /** Expiry and garbage, one after the other. */
  #housekeeping: Promise<void> = Promise.resolve()
  #closing: Promise<void> | null = null

  /** @throws {DataFolderLockedError} when another process keeps the data folder. */
  static async start(
    options: ServerOptions,
    dependencies: ServerDependencies = {},
  ): Promise<DatabaseServer> {
    await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
    const lock = await LockFile.acquire(
      options.dataDir,
      options.lockTimeoutMs ?? DEFAULT_LOCK_TIMEOUT_MS,
    )
    let database: Database | null = null
    try {
      const store = new LmdbStore({
        folder: options.dataDir,
        durability: options.durability ?? 'sync',
        ...(options.mapSizeBytes === undefined ? {} : { mapSizeBytes: options.mapSizeBytes }),
      })
      database = new Database(store, { memoryLimitBytes: options.memoryLimitBytes })
      await dropUnfinishedIndexes(database)
      const server = createServer()
      const port = await listen(server, options.port ?? 0)
      return new DatabaseServer({ options, dependencies, lock, database, server, port })
    } catch (error) {
      await database?.close()
      await lock.release()
      throw error
    }
  }

  private constructor({ options, dependencies, lock, database, server, port }: Parts) {
    const password = randomBytes(32).toString('base64url')
    this.uri = `mongodb://${USER}:${password}@${HOST}:${port}/${DATABASE_NAME}?directConnection=true&authSource=admin`
    this.#lock = lock
    this.#database = database
    this.#server = server
    this.#connections = new Set()
    this.#now = dependencies.now ?? Date.now
    const logger = dependencies.logger
    this.#services = {
      database,
      cursors: new Cursors(),
      credentials: new Credentials(USER, password),
      startedAt: Date.now(),
      connectionCount: () => this.#connections.size,
      onUnexpectedError: (error) => logger?.error({ err: error }, 'embedded database failed'),
    }
    let lastConnectionId = 0
    server.on('connection', (socket) => {
      const connection = new Connection(++lastConnectionId, socket, this.#services)
      this.#connections.add(connection)
      socket.on('close', () => this.#connections.delete(connection))
    })
    this.#timer = setInterval(() => {
      this.runHousekeeping().catch(this.#services.onUnexpectedError)
    }, options.expiryIntervalMs ?? DEFAULT_EXPIRY_INTERVAL_MS)
    this.#timer.unref()
    logger?.info({ port, dataDir: options.dataDir }, 'embedded database started')
  }

  /** Deletes expired documents and what dropped collections left, and forgets idle cursors. */
  runHousekeeping(): Promise<void> {
    const run = async () => {
      await deleteExpired(this.#database, this.#now())
      await collectGarbage(this.#database)
      await this.#services.cursors.killIdle(Date.now())
    }
    this.#housekeeping = this.#housekeeping.then(run, run)
    return this.#housekeeping
  }

  /** Writes a consistent copy into `folder`, which can be used as a data folder. @throws when it holds one already. */
  async backup(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await this.#database.store.backup(folder)
  }

  /** Checks all documents and index entries against each other. */
  validate(): Promise<ValidationReport> {
    this.#database.store.refresh()
    return validateDatabase(this.#database)
  }

  /** Ends all connections and releases the data folder. Acknowledged writes are on disk already. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    clearInterval(this.#timer)
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    for (const connection of this.#connections) connection.close()
    await closed
    // Whoever began it is told of its failure; that must not keep the data folder locked.
    await this.#housekeeping.catch(() => undefined)
    await this.#database.close()
    await this.#lock.release()
  }
}

interface Parts {
  options: ServerOptions
  dependencies: ServerDependencies
  lock: LockFile
  database: Database
  server: Server
  port: number
}

/** An index whose building was interrupted is not complete; its creation was never acknowledged. */
async function dropUnfinishedIndexes(database: Database): Promise<void> {
  const { catalog } = database
  const unfinished = catalog
    .all()
    .flatMap((collection) =>
      collection.indexes
        .filter((index) => index.state === 'building')
        .map((index) => ({ collection, index })),
    )
  if (unfinished.length === 0) return
  await database.write(() => {
    for (const { collection, index } of unfinished) catalog.dropIndex(collection, index)
  })
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(address.port)
      else reject(new Error('The embedded database could not listen'))
    })
  })
}
