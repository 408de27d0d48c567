import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connectToTestServer, type RemoteServer } from './client.ts'

/** The same file seen from the sources and from the build. */
const BUILT_PROGRAM = join(import.meta.dirname, '..', '..', 'dist', 'main.js')

export interface ProcessOptions {
  /** Added before every stanza that the server sends. Default 0. */
  latencyMs?: number
  /** The program to run. Default: the built one of this package. */
  program?: string
}

/** A test server in a process of its own. */
export interface TestServerProcess {
  remote: RemoteServer
  /** The WebSocket address, as Baileys takes it. */
  url: string
  /** What the environment of a Parley server needs to talk to this server instead of WhatsApp. */
  environment: { PARLEY_WHATSAPP_WS_URL: string; NODE_EXTRA_CA_CERTS: string }
  /** Ends the process. May be called twice. */
  stop(): Promise<void>
}

/**
 * Starts a test server in a process of its own, which also ends when this one does, however that happens.
 * @throws {Error} when the package was not built, or the process ends before it is ready.
 */
export async function startTestServerProcess({
  latencyMs = 0,
  program = BUILT_PROGRAM,
}: ProcessOptions = {}): Promise<TestServerProcess> {
  if (!existsSync(program)) {
    throw new Error(`${program} is missing; build @parley/whatsapp-test-server first`)
  }
  const args = [program, '--stop-with-stdin', '--latency-ms', String(latencyMs)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const firstLine = once(createInterface(child.stdout), 'line')
  const line: unknown = await Promise.race([
    firstLine.then(([text]) => JSON.parse(String(text))),
    exited.then(([code]) => {
      throw new Error(`The WhatsApp test server ended with ${code} before it was ready`)
    }),
  ])
  // What main.ts prints.
  const { url, caFile } = line as { url: string; caFile: string }
  return {
    remote: connectToTestServer(url),
    url,
    environment: { PARLEY_WHATSAPP_WS_URL: url, NODE_EXTRA_CA_CERTS: caFile },
    stop: async () => {
      child.stdin.end()
      await exited
    },
  }
}
