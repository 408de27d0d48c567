import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly, SetupError } from './run.mjs'
import { fingerprint, readStamps, sourceFiles, writeStamps } from './stamps.mjs'
import { readWorkspace } from './workspace.mjs'

/** @typedef {import('./workspace.mjs').WorkspacePackage} WorkspacePackage */

/**
 * Builds the packages whose sources, or those of a package that they depend on, have changed since their last build.
 * Packages that do not depend on each other are built at the same time.
 * @param {string} root @param {(line: string) => void} log
 * @throws {SetupError} with the compiler's own output
 */
export async function buildPackages(root, log) {
  const packages = readWorkspace(root).filter(({ scripts }) => scripts.build !== undefined)
  const wanted = sourceFingerprints(root, packages)
  const stamps = readStamps(root)
  const outdated = packages.filter(
    ({ name, directory }) =>
      stamps.builds[name] !== wanted[name] || !existsSync(join(directory, 'dist')),
  )
  if (outdated.length === 0) return

  log(`Building ${outdated.map(({ name }) => name.replace('@parley/', '')).join(', ')} …`)
  /** @type {Map<string, Promise<void>>} */
  const builds = new Map()
  for (const owner of outdated) {
    const build = async () => {
      await Promise.all(owner.needs.flatMap((needed) => builds.get(needed) ?? []))
      await buildOne(root, owner)
      stamps.builds[owner.name] = wanted[owner.name] ?? ''
      writeStamps(root, stamps)
    }
    builds.set(owner.name, build())
  }
  // All are waited for before the first failure is shown, so that no compiler is still writing when this returns.
  const results = await Promise.allSettled(builds.values())
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

/**
 * Runs the package's script as `npm run build` would, without npm's own start-up time.
 * @param {string} root @param {WorkspacePackage} owner
 */
async function buildOne(root, { name, directory, scripts }) {
  const { isOk, output } = await runQuietly(scripts.build ?? '', { root, cwd: directory })
  if (!isOk) throw new SetupError(`${output}\n\n${name} could not be built; the reason is above.`)
}

/**
 * @param {string} root
 * @param {WorkspacePackage[]} packages dependencies first
 */
function sourceFingerprints(root, packages) {
  const common = ['tsconfig.base.json', 'pnpm-lock.yaml'].map((name) => join(root, name))
  /** @type {Record<string, string>} */
  const fingerprints = {}
  for (const { name, directory, needs } of packages) {
    fingerprints[name] = fingerprint({
      root,
      files: [...common, ...sourceFiles(directory)],
      texts: needs.map((needed) => fingerprints[needed] ?? ''),
    })
  }
  return fingerprints
}
