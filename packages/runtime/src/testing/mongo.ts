import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startInProcess } from '@parley/embedded-db'
import type { Connection } from 'mongoose'
import { connectStore } from '../store/connectStore.ts'

/** A database that a test has for itself. */
export interface TestDatabase {
  /** Names the database too. */
  readonly uri: string
  readonly connection: Connection
  /** Drops the database and lets go of everything. */
  close(): Promise<void>
}

/** An empty database with a name of its own: on the server that `MONGODB_URI` names, otherwise on an embedded one. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const server = await takeServer()
  const uri = withDatabase(server.uri, `parley_test_${randomUUID().replaceAll('-', '')}`)
  const connection = await connectStore(uri)
  return {
    uri,
    connection,
    async close() {
      await connection.dropDatabase()
      await connection.close()
      await server.giveBack()
    },
  }
}

interface Server {
  readonly uri: string
  stop(): Promise<void>
}

/** The embedded server is one for all who need it at a time; it stops with the last of them. */
let running: { readonly server: Promise<Server>; users: number } | null = null

async function takeServer(): Promise<{ uri: string; giveBack: () => Promise<void> }> {
  const given = process.env.MONGODB_URI
  if (given) return { uri: given, giveBack: async () => undefined }
  running ??= { server: startEmbedded(), users: 0 }
  const mine = running
  mine.users += 1
  const server = await mine.server
  return {
    uri: server.uri,
    async giveBack() {
      mine.users -= 1
      if (mine.users > 0) return
      if (running === mine) running = null
      await server.stop()
    },
  }
}

async function startEmbedded(): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-test-'))
  // What a test writes need not outlive the machine.
  const server = await startInProcess({ dataDir, durability: 'none' })
  return {
    uri: server.uri,
    async stop() {
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** By text, because a connection string with several hosts is no URL. */
function withDatabase(uri: string, name: string): string {
  const [, server = uri, query = ''] =
    /^(\w+(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri) ?? []
  return `${server}/${name}${query}`
}
