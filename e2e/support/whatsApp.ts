import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { connectToTestServer, type RemoteServer } from '@parley/whatsapp-test-server/client'

const dist = fileURLToPath(new URL('../../packages/whatsapp-test-server/dist/', import.meta.url))

/** The WhatsApp Web test server in a process of its own: phones on it can link devices and write to each other. */
export class WhatsAppProcess {
  readonly phones: RemoteServer
  /** What a server needs to know to take this WhatsApp for the real one. */
  readonly environment: Readonly<Record<string, string>>
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, ready: ReadyLine) {
    this.#child = child
    this.phones = connectToTestServer(ready.controlUrl)
    this.environment = {
      PARLEY_WHATSAPP_WS_URL: ready.url,
      WHATSAPP_TEST_SERVER_ROOT_KEY: ready.rootKey,
      NODE_EXTRA_CA_CERTS: ready.caFile,
      NODE_OPTIONS: `--import=${pathToFileURL(`${dist}trust-from-environment.js`).href}`,
    }
  }

  static async start(): Promise<WhatsAppProcess> {
    const child = spawn(process.execPath, [`${dist}main.js`, '--stop-with-stdin'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: child.stdout })
    const [line] = (await once(lines, 'line')) as [string] // `line` events carry one text
    return new WhatsAppProcess(child, JSON.parse(line) as ReadyLine) // written by its main.ts
  }

  /** Rules of the protocol that somebody broke; a test ends with none. */
  async errors(): Promise<readonly string[]> {
    return (await this.phones.info()).errors
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return
    const exited = once(this.#child, 'exit')
    this.#child.kill()
    await exited
  }
}

interface ReadyLine {
  readonly url: string
  readonly controlUrl: string
  readonly rootKey: string
  readonly caFile: string
}
