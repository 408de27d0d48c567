import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly, SetupError } from './run.mjs'
import { fingerprint, readStamps, writeStamps } from './stamps.mjs'
import { readWorkspace } from './workspace.mjs'

/**
 * Installs the dependencies when they are missing or when what they are made from has changed.
 * @param {string} root @param {(line: string) => void} log
 * @throws {SetupError} with pnpm's own output
 */
export async function installDependencies(root, log) {
  const directories = [root, ...readWorkspace(root).map(({ directory }) => directory)]
  const wanted = fingerprint({
    root,
    files: [
      ...['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc'].map((name) => join(root, name)),
      ...directories.map((directory) => join(directory, 'package.json')),
    ],
    // Prebuilt binaries differ between these, and a folder can be shared between them.
    texts: [process.platform, process.arch, process.versions.modules],
  })
  const stamps = readStamps(root)
  const isInstalled = directories.every((directory) => existsSync(join(directory, 'node_modules')))
  if (isInstalled && stamps.install === wanted) return

  log(
    isInstalled
      ? 'Updating dependencies …'
      : 'Installing dependencies (a minute or two the first time) …',
  )
  const { isOk, output } = await runQuietly(installCommand(root), { root })
  if (!isOk)
    throw new SetupError(
      `${output}\n\nThe dependencies could not be installed; the reason is above.`,
    )
  // Read again: the installation may have emptied node_modules, and with it the stamps of the builds.
  writeStamps(root, { ...readStamps(root), install: wanted })
}

/** npx fetches the right pnpm, so that nothing but Node has to be on the machine. @param {string} root */
function installCommand(root) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [pnpm] = packageManager.split('+')
  return [
    `npx --yes ${pnpm} install --frozen-lockfile`,
    // NODE_ENV=production would leave out what the build needs.
    '--prod=false',
    // Nobody is there to answer when pnpm wants to replace a node_modules that something else made.
    '--config.confirmModulesPurge=false',
  ].join(' ')
}
