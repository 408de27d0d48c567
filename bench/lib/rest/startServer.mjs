import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/**
 * A server as a process of its own, on a free port and an empty data folder; ready when this resolves. `isGraceful`: it
 * ends in order when it is told to, which also writes a profile; `env` is added to its environment.
 */
export async function startServer(program, { isGraceful, env = {} }) {
  const port = await freePort()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'))
  const folder = process.env.PROFILE
  const flags = folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
  const child = spawn(process.execPath, [...flags, fileURLToPath(program)], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      PARLEY_DATA_DIR: dataDir,
      PARLEY_RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const baseUrl = `http://127.0.0.1:${port}`
  for (;;) {
    const isReady = await fetch(`${baseUrl}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) break
    if (child.exitCode !== null) throw new Error(`${program.pathname} ended at its start`)
    await sleep(50)
  }
  return {
    port,
    baseUrl,
    async stop() {
      const exited = once(child, 'exit')
      child.kill(isGraceful ? 'SIGTERM' : 'SIGKILL')
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
