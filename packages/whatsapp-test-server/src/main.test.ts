import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectToTestServer } from './control/client.ts'
import { Journal } from './journal.ts'

/** Below the package, so that the built files find what they import. */
const PACKAGE = join(import.meta.dirname, '..')
const BUILT = join(PACKAGE, 'node_modules', '.cache', 'main-test')
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
  const server = start([join(BUILT, 'main.js'), '--stop-with-stdin'])
  const { url = '', rootKey = '', caFile = '' } = await server.waitFor('url')
  const bot = start(
    [
      '--import',
      join(BUILT, 'trust-from-environment.js'),
      fileURLToPath(new URL('./testing/plain-bot.mjs', import.meta.url)),
    ],
    {
      WHATSAPP_URL: url,
      WHATSAPP_TEST_SERVER_ROOT_KEY: rootKey,
      NODE_EXTRA_CA_CERTS: caFile,
    },
  )
  expect((await bot.waitFor('rootKey')).rootKey).toBe(rootKey)
  const remote = connectToTestServer(url)
  const owner = await remote.createPhone()
  const alice = await remote.createPhone()
  const { qr = '' } = await bot.waitFor('qr')
  await owner.scanQr(qr)
  await bot.waitFor('connected')

  await alice.sendText(owner, 'show me')
  const picture = await alice.waitFor(({ type }) => type === 'image', 20_000)
  expect(picture.media?.error).toBeUndefined()
  expect((await remote.info()).errors).toEqual([])

  server.child.stdin?.end()
  expect(await once(server.child, 'exit')).toEqual([0, null])
})
