import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, MongoClient } from 'mongodb'
import { DatabaseServer, type ServerDependencies, type ServerOptions } from '../DatabaseServer.ts'

/** A database in a temporary folder with a connected client, for one test file. */
export interface TestDatabase {
  server: DatabaseServer
  client: MongoClient
  db: Db
  dataDir: string
  stop(): Promise<void>
}

export async function startTestDatabase(
  options: Partial<ServerOptions> = {},
  dependencies: ServerDependencies = {},
): Promise<TestDatabase> {
  const dataDir = options.dataDir ?? (await makeTempFolder())
  const server = await DatabaseServer.start(
    { durability: 'none', ...options, dataDir },
    dependencies,
  )
  const client = await new MongoClient(server.uri).connect()
  return {
    server,
    client,
    db: client.db('test'),
    dataDir,
    stop: async () => {
      await client.close()
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export const makeTempFolder = () => mkdtemp(join(tmpdir(), 'parley-embedded-db-'))
