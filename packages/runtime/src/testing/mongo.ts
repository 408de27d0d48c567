import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import { connectStore } from '../store/connectStore.ts'

/** A database that one test file has for itself. */
export interface TestDatabase {
  /** Names the database too. */
  readonly uri: string
  readonly connection: Connection
  /** Drops the database and lets go of everything. */
  close(): Promise<void>
}

/** An empty database with a name of its own, on the server that `MONGODB_URI` names. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const server = process.env.MONGODB_URI ?? ''
  const uri = withDatabase(server, `parley_test_${randomUUID().replaceAll('-', '')}`)
  const connection = await connectStore(uri)
  return {
    uri,
    connection,
    async close() {
      await connection.dropDatabase()
      await connection.close()
    },
  }
}

function withDatabase(server: string, name: string): string {
  const uri = new URL(server)
  uri.pathname = `/${name}`
  return uri.href
}
