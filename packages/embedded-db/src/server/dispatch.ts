import { decode } from '../bson/codec.ts'
import { cutDocumentArray, firstFieldName } from '../bson/raw.ts'
import { type Doc, toNumber } from '../bson/values.ts'
import { DatabaseError, notSupported } from '../errors.ts'
import type { Connection } from './Connection.ts'
import { bulkWriteCommands } from './commands/bulkWrite.ts'
import { catalogCommands } from './commands/catalog.ts'
import type { Command, Reply, Services } from './commands/command.ts'
import { diagnosticCommands } from './commands/diagnostics.ts'
import { handshakeCommands } from './commands/handshake.ts'
import { readCommands } from './commands/read.ts'
import { writeCommands } from './commands/write.ts'
import type { Message } from './wire.ts'

/** All commands, by their names in lower case. */
const commands = new Map<string, Command>(
  Object.entries({
    ...handshakeCommands,
    ...catalogCommands,
    ...readCommands,
    ...writeCommands,
    ...bulkWriteCommands,
    ...diagnosticCommands,
  }),
)

/** What a client may do before it has proven the password. */
const PUBLIC_COMMANDS = new Set(Object.keys(handshakeCommands))

/** Runs one command. Errors become replies with `ok: 0`. */
export async function dispatch(
  services: Services,
  connection: Connection,
  message: Message,
): Promise<Reply> {
  try {
    return await run(services, connection, message)
  } catch (error) {
    return errorReply(error, services)
  }
}

function run(
  services: Services,
  connection: Connection,
  { body: raw, sequences, isLegacy }: Message,
): Reply | Promise<Reply> {
  const name = firstFieldName(raw)
  const key = name.toLowerCase()
  const command = commands.get(key)
  const isPublic = PUBLIC_COMMANDS.has(key)
  if (!connection.isAuthenticated && !isPublic)
    throw new DatabaseError(13, 'Unauthorized', `Command ${name} requires authentication`)
  if (!command || (isLegacy && !isPublic))
    throw new DatabaseError(
      59,
      'CommandNotFound',
      `no such command: '${name}'. Parley's embedded database does not support it`,
    )
  let bodyBytes = raw
  if (key === 'insert') {
    const cut = cutDocumentArray(raw, 'documents')
    if (cut) {
      bodyBytes = cut.rest
      sequences.documents = [...(sequences.documents ?? []), ...cut.documents]
    }
  }
  const body = decode(bodyBytes)
  refuseTransactions(body)
  services.database.store.refresh()
  const databaseName = typeof body.$db === 'string' ? body.$db : 'admin'
  const deadline = deadlineOf(body)
  return command({ services, connection, name, databaseName, body, sequences, deadline })
}

function refuseTransactions(body: Doc): void {
  if (body.txnNumber !== undefined || body.autocommit !== undefined)
    throw notSupported('transactions and retryable writes')
}

function deadlineOf({ maxTimeMS, getMore }: Doc): number | null {
  // On getMore it is a time to wait for new data, which only tailable cursors do.
  const limit = getMore === undefined ? toNumber(maxTimeMS) : 0
  return limit > 0 ? Date.now() + limit : null
}

function errorReply(error: unknown, { onUnexpectedError }: Services): Doc {
  if (error instanceof DatabaseError)
    return {
      ok: 0,
      errmsg: error.message,
      code: error.code,
      codeName: error.codeName,
      ...error.details,
    }
  onUnexpectedError(error)
  const message = error instanceof Error ? error.message : String(error)
  return { ok: 0, errmsg: `Internal error: ${message}`, code: 1, codeName: 'InternalError' }
}
