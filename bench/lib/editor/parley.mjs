import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { aFlow } from './graph.mjs'

const PROGRAM = fileURLToPath(new URL('../rest/parley.mjs', import.meta.url))
const OWNER = { email: 'bench@example.com', password: 'correct horse battery' }

/**
 * Parley as an operator runs it, on fresh data, with an owner who is logged in in `context`.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} program that starts the server
 */
export async function startParley(context, program = PROGRAM) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'))
  const port = await freePort()
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      PARLEY_DATA_DIR: dataDir,
      PARLEY_RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const baseUrl = `http://127.0.0.1:${port}`
  const isReady = () =>
    fetch(`${baseUrl}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error('Parley ended at its start')
    await sleep(50)
  }
  const call = async (method, url, data) => {
    const answer = await context.request.fetch(`${baseUrl}/api/v1${url}`, {
      method,
      data,
      headers: { origin: baseUrl },
      timeout: 60_000,
    })
    if (!answer.ok()) throw new Error(`${method} ${url}: ${await answer.text()}`)
    return (await answer.json()).data
  }
  return {
    baseUrl,
    signUp: () => call('POST', '/auth/sign-up', OWNER),
    /** @returns the address of its canvas */
    async addFlow(count) {
      const { id } = await call('POST', '/flows', { name: `${count} nodes`, draft: aFlow(count) })
      return `${baseUrl}/flows/${id}`
    },
    fitButton: 'Show the whole flow',
    async stop() {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function freePort() {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
