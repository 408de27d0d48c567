import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServerProcess } from './control/start-process.ts'
import { Journal } from './journal.ts'

/** Below the package, so that the built files find what they import. */
const PACKAGE = join(import.meta.dirname, '..')
const BUILT = join(PACKAGE, 'node_modules', '.cache', 'main-test')
const MAIN = join(BUILT, 'main.js')
const processes: ChildProcess[] = []

beforeAll(() => {
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
  const compiler = join(typescript, '..', 'bin', 'tsc')
  const options = ['-p', 'tsconfig.build.json', '--outDir', BUILT]
  execFileSync(process.execPath, [compiler, ...options], { cwd: PACKAGE })
})

afterAll(() => {
  for (const child of processes) child.kill()
  rmSync(BUILT, { recursive: true, force: true })
})

interface Line {
  url: string
  rootKey: string
  caFile: string
  qr: string
  connected: boolean
}

/** Starts a program and collects the JSON lines that it prints. */
function start(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, args, {
    cwd: PACKAGE,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  processes.push(child)
  const lines = new Journal<Partial<Line>>('line', (line) => JSON.stringify(line))
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('{')) lines.add(JSON.parse(line))
  })
  const waitFor = (name: keyof Line) => lines.waitFor((line) => name in line, 20_000)
  return { child, waitFor }
}

test('a server and a bot that knows nothing of tests talk in processes of their own', async () => {
  const { remote, environment, stop } = await startTestServerProcess({ program: MAIN })
  const { rootKey } = await remote.info()
  const bot = start(
    [
      '--import',
      join(BUILT, 'trust-from-environment.js'),
      fileURLToPath(new URL('./testing/plain-bot.mjs', import.meta.url)),
    ],
    {
      WHATSAPP_URL: environment.PARLEY_WHATSAPP_WS_URL,
      WHATSAPP_TEST_SERVER_ROOT_KEY: rootKey,
      NODE_EXTRA_CA_CERTS: environment.NODE_EXTRA_CA_CERTS,
    },
  )
  expect((await bot.waitFor('rootKey')).rootKey).toBe(rootKey)
  const owner = await remote.createPhone()
  const alice = await remote.createPhone()
  const { qr = '' } = await bot.waitFor('qr')
  await owner.scanQr(qr)
  await bot.waitFor('connected')

  await alice.sendText(owner, 'show me')
  const picture = await alice.waitFor(({ type }) => type === 'image', 20_000)
  expect(picture.media?.error).toBeUndefined()
  expect(await remote.failures()).toEqual([])

  await stop()
  await expect(remote.info()).rejects.toThrow('fetch failed')
  // A second call waits for nothing.
  await stop()
})

test('the program prints its addresses, and ends when it is told to', async () => {
  const { child, waitFor } = start([MAIN, '--port', '0'])
  expect(await waitFor('url')).toEqual({
    url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/ws\/chat$/),
    controlUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/control$/),
    rootKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    caFile: expect.stringMatching(/ca\.pem$/),
  })
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('a program that ends at once is an error in words', async () => {
  const program = join(BUILT, 'trust-from-environment.js')
  await expect(startTestServerProcess({ program })).rejects.toThrow('before it was ready')
  const missing = startTestServerProcess({ program: join(BUILT, 'nothing.js') })
  await expect(missing).rejects.toThrow('build @parley/whatsapp-test-server first')
})
