import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const PATIENCE_MS = 30_000

/**
 * A server on fresh data, with a WhatsApp of its own whose phones nobody holds in a hand.
 * @param {string} root @param {string} dataDir
 */
export async function startServer(root, dataDir) {
  const whatsAppDist = join(root, 'packages/whatsapp-test-server/dist')
  const whatsApp = spawn(process.execPath, [join(whatsAppDist, 'main.js'), '--stop-with-stdin'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: whatsApp.stdout }), 'line')
  const whatsAppReady = JSON.parse(line)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [join(root, 'scripts/serve.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      PARLEY_DATA_DIR: dataDir,
      PARLEY_PUBLIC_URL: url,
      PARLEY_RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      PARLEY_WHATSAPP_WS_URL: whatsAppReady.url,
      WHATSAPP_TEST_SERVER_ROOT_KEY: whatsAppReady.rootKey,
      NODE_EXTRA_CA_CERTS: whatsAppReady.caFile,
      NODE_OPTIONS: `--import=${pathToFileURL(join(whatsAppDist, 'trust-from-environment.js')).href}`,
    },
  })
  await untilReady(url)
  // By its path, because only what has been built can be imported here.
  const { connectToTestServer } = await import(
    pathToFileURL(join(whatsAppDist, 'control/client.js')).href
  )
  return {
    url,
    /** @type {import('./seed.mjs').WhatsApp} */
    whatsApp: connectToTestServer(whatsAppReady.controlUrl),
    async stop() {
      for (const child of [server, whatsApp]) {
        if (child.exitCode !== null) continue
        const exited = once(child, 'exit')
        child.kill()
        await exited
      }
    },
  }
}

/** @param {string} url */
async function untilReady(url) {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    // Refused until it listens.
    const response = await fetch(`${url}/readyz`).catch(() => null)
    if (response?.ok) return
    await sleep(100)
  }
  throw new Error(`The server did not start in ${PATIENCE_MS} ms.`)
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
