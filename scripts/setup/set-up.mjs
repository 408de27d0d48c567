import { join } from 'node:path'
import { buildPackages } from './build.mjs'
import { installDependencies } from './install.mjs'
import { withLock } from './lock.mjs'

/** @typedef {'install' | 'build'} SetupStep */

const STEPS = { install: installDependencies, build: buildPackages }

/**
 * Brings the checkout up to date. Steps that have nothing to do take milliseconds. Commands that run at the same time
 * in one checkout wait for each other here.
 * @param {string} root @param {SetupStep[]} steps @param {(line: string) => void} log
 * @throws {import('./run.mjs').SetupError} when a step fails
 */
export function setUp(root, steps, log) {
  return withLock(
    join(root, '.parley', 'setup.lock'),
    async () => {
      for (const step of steps) await STEPS[step](root, log)
    },
    (holder) =>
      log(
        `Waiting for another Parley command that is setting up this folder (process ${holder}) …`,
      ),
  )
}
