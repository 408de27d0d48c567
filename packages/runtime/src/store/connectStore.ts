import mongoose, { type Connection } from 'mongoose'

/** How long a call waits for a server to talk to. Longer than an election of a new primary takes. */
const SERVER_SELECTION_MS = 15_000
const CONNECT_MS = 10_000
/** Calls are grouped, so few are under way at a time. */
const MAX_CONNECTIONS = 20

/**
 * Opens a connection to the database and waits until it is there. Whoever opens it closes it. A name in the URI's path
 * is the database's; `database` goes before it.
 *
 * `retryWrites` keeps the driver's default: it repeats writes on a replica set, and does not try to on a server that
 * stands alone, which is what the embedded database says it is.
 *
 * @throws when no server answers in time.
 */
export async function connectStore(
  uri: string,
  options: { readonly database?: string } = {},
): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    ...(options.database === undefined ? {} : { dbName: options.database }),
    serverSelectionTimeoutMS: SERVER_SELECTION_MS,
    connectTimeoutMS: CONNECT_MS,
    maxPoolSize: MAX_CONNECTIONS,
    // "Resolved" means "will be there after a crash".
    writeConcern: { w: 'majority', journal: true },
    // A lost connection is an error at once, not a queue in memory that grows.
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    ignoreUndefined: true,
  })
  return connection.asPromise()
}
