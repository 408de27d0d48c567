import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { temporaryFolder } from './temporaryWorkspace.mjs'

const LIVES_MS = 1500

const SERVER = `
  import { stopWhenOrphaned } from '${new URL('./orphan.mjs', import.meta.url).href}'
  stopWhenOrphaned()
  process.on('SIGTERM', () => { console.log('asked to stop'); process.exit() })
  setTimeout(() => { console.log('lived on'); process.exit() }, ${LIVES_MS})
  process.stderr.write('runs')
`

/** What npm does: runs the command of a script in a shell, and waits. */
const NPM = `require('node:child_process').spawn(process.argv[1], { shell: true, stdio: 'inherit' })`

/**
 * Starts a small server as npm would, kills npm as nothing can prevent, and returns what the server said until its end.
 * @param {(server: string) => string} command
 * @param {Record<string, string>} [env]
 */
async function killNpmAbove(command, env = {}) {
  const { root } = temporaryFolder({ 'server.mjs': SERVER })
  const npm = spawn(
    process.execPath,
    ['-e', NPM, command(`"${process.execPath}" "${join(root, 'server.mjs')}"`)],
    {
      env: { ...process.env, npm_lifecycle_event: 'start', PARLEY_DETACHED: '', ...env },
    },
  )
  await once(npm.stderr, 'data')
  npm.kill('SIGKILL')
  return text(npm.stdout)
}

test('stops when npm is killed and the shell between them goes on', async () => {
  expect(await killNpmAbove((server) => `${server}; true`)).toBe('asked to stop\n')
})

test('stops when npm is killed and there is no shell between them', async () => {
  expect(await killNpmAbove((server) => `exec ${server}`)).toBe('asked to stop\n')
})

test('lives on when it was started to outlive its parent', async () => {
  expect(await killNpmAbove((server) => `${server}; true`, { PARLEY_DETACHED: '1' })).toBe(
    'lived on\n',
  )
})
