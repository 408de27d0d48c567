import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const START_TIMEOUT_MS = 30_000

/** The built server as a process of its own on a data folder that outlives it. */
export class ServerProcess {
  readonly baseUrl: string
  readonly dataDir: string
  readonly #port: number
  readonly #environment: Record<string, string>
  #child: ChildProcess | null = null
  /** What the server wrote, for the message of a test that fails. */
  output = ''

  private constructor(port: number, dataDir: string, environment: Record<string, string>) {
    this.#port = port
    this.baseUrl = `http://127.0.0.1:${port}`
    this.dataDir = dataDir
    this.#environment = environment
  }

  static async create(environment: Record<string, string> = {}): Promise<ServerProcess> {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-e2e-'))
    return new ServerProcess(await freePort(), dataDir, environment)
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'runServer.mjs')], {
      env: {
        ...process.env,
        PORT: String(this.#port),
        PARLEY_DATA_DIR: this.dataDir,
        PARLEY_RATE_LIMITS: 'off',
        NODE_ENV: 'production',
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output = (this.output + text).slice(-20_000)
      })
    }
    const deadline = Date.now() + START_TIMEOUT_MS
    while (Date.now() < deadline) {
      if (child.exitCode !== null) throw new Error(`The server ended at its start:\n${this.output}`)
      if (await this.#isReady()) return
      await delay(50)
    }
    throw new Error(`The server did not start in ${START_TIMEOUT_MS} ms:\n${this.output}`)
  }

  /** What a power cut does to a process. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  /** Stops it and removes its data. */
  async dispose(): Promise<void> {
    await this.kill()
    await rm(this.dataDir, { recursive: true, force: true })
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  async #isReady(): Promise<boolean> {
    try {
      const response = await fetch(`${this.baseUrl}/readyz`)
      return response.ok
    } catch {
      return false
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  server.close()
  await once(server, 'close')
  return address.port
}
