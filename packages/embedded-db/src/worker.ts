import { parentPort, workerData } from 'node:worker_threads'
import { DatabaseServer, type Logger, type ServerOptions } from './DatabaseServer.ts'
import type { WorkerRequest, WorkerResponse } from './workerMessages.ts'

/* Entry point of the thread in which the embedded database runs; see startEmbeddedDatabase.ts for the other side. */

if (!parentPort) throw new Error('worker.js must be started as a worker thread')
const port = parentPort
const post = (message: WorkerResponse) => port.postMessage(message)

const logger: Logger = {
  info: (fields, message) =>
    post({ type: 'log', level: 'info', fields: cloneable(fields), message }),
  warn: (fields, message) =>
    post({ type: 'log', level: 'warn', fields: cloneable(fields), message }),
  error: (fields, message) =>
    post({ type: 'log', level: 'error', fields: cloneable(fields), message }),
}

// The other side passes ServerOptions as workerData, which has no type of its own.
const server = await DatabaseServer.start(workerData as ServerOptions, { logger })

port.on('message', (request: WorkerRequest) => {
  void answer(request)
})
post({ type: 'started', uri: server.uri })

async function answer({ id, action, folder }: WorkerRequest): Promise<void> {
  try {
    const result = await perform(action, folder)
    post({ type: 'done', id, result })
  } catch (error) {
    post({ type: 'failed', id, error })
  }
  if (action === 'close') port.close()
}

function perform(action: WorkerRequest['action'], folder = ''): Promise<unknown> {
  if (action === 'backup') return server.backup(folder)
  return action === 'validate' ? server.validate() : server.close()
}

/** Errors survive the way between threads only partly; what matters is their text. */
function cloneable(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      value instanceof Error ? { message: value.message, stack: value.stack } : value,
    ]),
  )
}
