import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** Something went wrong that the person at the keyboard can act on: shown as it is, without a stack. */
export class SetupError extends Error {}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * @typedef {object} RunOptions
 * @property {string} root where the workspace is: its node_modules/.bin is on the path
 * @property {string} [cwd] the root when left out; its own node_modules/.bin is on the path too
 * @property {Record<string, string>} [env] added to this process's environment
 */

/**
 * Runs a shell command with its output shown as it comes.
 * @param {string} command @param {RunOptions} options
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function runShown(command, options) {
  const { isOk } = await start(command, options, 'inherit')
  return isOk
}

/**
 * Runs a shell command and keeps its output, for the case that it fails.
 * @param {string} command @param {RunOptions} options
 */
export function runQuietly(command, options) {
  return start(command, options, 'pipe')
}

/** Passes a signal on to every command that is running now. @param {NodeJS.Signals} signal */
export function stopRunning(signal) {
  for (const child of running) child.kill(signal)
}

/**
 * @param {string} command @param {RunOptions} options @param {'inherit' | 'pipe'} output
 * @returns {Promise<{ isOk: boolean, output: string }>}
 */
function start(command, { root, cwd = root, env }, output) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd,
      shell: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env, PATH: binPath(root, cwd) },
    })
    running.add(child)
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
    }
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve({ isOk: code === 0, output: text.trim() })
    })
  })
}

/** @param {string} root @param {string} cwd */
function binPath(root, cwd) {
  const folders = [...new Set([cwd, root])].map((folder) => join(folder, 'node_modules', '.bin'))
  return [...folders, process.env.PATH].join(delimiter)
}
