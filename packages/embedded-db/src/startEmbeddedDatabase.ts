import { Worker } from 'node:worker_threads'
import type { DatabaseServer, Logger, ServerDependencies, ServerOptions } from './DatabaseServer.ts'
import type { ValidationReport } from './engine/validate.ts'
import type { WorkerRequest, WorkerResponse } from './workerMessages.ts'

/** A running database. */
export interface EmbeddedDatabase {
  /** Connection string for MongoDB drivers and Mongoose. It contains a password: do not log it. */
  readonly uri: string
  /** Ends all connections and releases the data folder. */
  close(): Promise<void>
  /** Writes a consistent copy into `folder` while the database goes on; it can be used as a data folder. */
  backup(folder: string): Promise<void>
  /** Checks all documents and index entries against each other. */
  validate(): Promise<ValidationReport>
}

export interface EmbeddedDatabaseOptions extends ServerOptions {
  logger?: Logger
}

/** Commands leave much short-lived rubbish; with V8's usual 16 MB a tenth of the time goes into collecting it. */
const YOUNG_GENERATION_MB = 96

/**
 * Starts the database in a thread of its own, so that its work does not delay the program. Needs the built package,
 * because a worker cannot load TypeScript; from sources use {@link startInProcess}.
 * @throws {DataFolderLockedError} when another process keeps the data folder.
 */
export async function startEmbeddedDatabase({
  logger,
  ...options
}: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: options,
    // The program's own flags, such as an input type or a loader, are not meant for this thread.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  })
  const thread = new DatabaseThread(worker, logger)
  const uri = await thread.started
  return {
    uri,
    close: async () => {
      await thread.request('close')
    },
    backup: async (folder) => {
      await thread.request('backup', folder)
    },
    // The thread answers with what DatabaseServer.validate returns; messages carry no types.
    validate: async () => (await thread.request('validate')) as ValidationReport,
  }
}

/** Starts the database in this thread: for tests and for tools that do nothing else. */
export async function startInProcess(
  options: ServerOptions,
  dependencies?: ServerDependencies,
): Promise<DatabaseServer> {
  // A program that uses the thread of its own does not load the database's code a second time.
  const { DatabaseServer } = await import('./DatabaseServer.ts')
  return DatabaseServer.start(options, dependencies)
}

interface Waiting {
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
}

/** The program's end of the line to the database's thread. */
class DatabaseThread {
  /** The connection string, when the database accepts connections. */
  readonly started: Promise<string>
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #closing: Promise<unknown> | null = null
  #failure: Error | null = null

  constructor(worker: Worker, logger: Logger | undefined) {
    this.#worker = worker
    this.started = new Promise((resolve, reject) => {
      worker.on('message', (response: WorkerResponse) => {
        if (response.type === 'started') resolve(response.uri)
        else if (response.type === 'log')
          logger?.[response.level](response.fields, response.message)
        else this.#settle(response)
      })
      worker.on('error', (error) => {
        logger?.error({ err: error }, 'embedded database stopped by an error')
        reject(error)
        this.#fail(error)
      })
      worker.on('exit', () => {
        const error = new Error('The embedded database has stopped')
        reject(error)
        this.#fail(error)
      })
    })
  }

  request(action: WorkerRequest['action'], folder?: string): Promise<unknown> {
    if (action !== 'close') return this.#send(action, folder)
    this.#closing ??= this.#send(action)
    return this.#closing
  }

  #send(action: WorkerRequest['action'], folder?: string): Promise<unknown> {
    if (this.#failure) return action === 'close' ? Promise.resolve() : Promise.reject(this.#failure)
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      const request: WorkerRequest = { id, action, ...(folder === undefined ? {} : { folder }) }
      this.#worker.postMessage(request)
    })
  }

  #settle(response: Extract<WorkerResponse, { type: 'done' | 'failed' }>): void {
    const waiting = this.#waiting.get(response.id)
    this.#waiting.delete(response.id)
    if (response.type === 'done') waiting?.resolve(response.result)
    else waiting?.reject(response.error)
  }

  #fail(error: Error): void {
    this.#failure ??= error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
