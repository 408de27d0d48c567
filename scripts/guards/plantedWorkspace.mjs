import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * A copy of the workspace's settings in a temporary folder, with the dependencies of the real one, in which files can be
 * planted to see what the checks say about them. Without sources of its own, unless `sources` names some to copy.
 * @param {{ files: Record<string, string>, sources?: string[] }} contents by path from the root
 */
export async function plantWorkspace({ files, sources = [] }) {
  const folder = await mkdtemp(join(tmpdir(), 'parley-guard-'))
  for (const name of ['.oxlintrc.json', 'tsconfig.base.json', 'package.json']) {
    await cp(join(ROOT, name), join(folder, name))
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const name of await readdir(join(ROOT, 'packages'))) {
    const from = join(ROOT, 'packages', name)
    const to = join(folder, 'packages', name)
    await mkdir(to, { recursive: true })
    for (const setting of ['package.json', 'tsconfig.json', 'tsconfig.engine.json']) {
      if (existsSync(join(from, setting))) await cp(join(from, setting), join(to, setting))
    }
    await symlink(join(from, 'node_modules'), join(to, 'node_modules'))
  }
  for (const source of sources) {
    await cp(join(ROOT, source), join(folder, source), { recursive: true })
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return {
    folder,
    lint: () => lint(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/**
 * What the linter says, as it is called by `npm test`, by path of the file from the root.
 * @param {string} folder
 */
async function lint(folder) {
  const { output } = await run(folder, 'oxlint', [
    '--type-aware',
    '--max-warnings=0',
    '--format=json',
  ])
  /** @type {{ diagnostics: { filename: string, code?: string, message: string, help?: string }[] }} */
  const { diagnostics } = JSON.parse(output)
  /** @type {Record<string, { rule: string, text: string }[]>} */
  const found = {}
  for (const { filename, code = '', message, help = '' } of diagnostics) {
    found[filename] ??= []
    found[filename].push({ rule: code, text: `${message} ${help}` })
  }
  return found
}

/**
 * Runs one of the workspace's own tools; a failing exit code is an answer here, not an error.
 * @param {string} folder @param {string} tool @param {string[]} args
 * @returns {Promise<{ isOk: boolean, output: string }>}
 */
export function run(folder, tool, args) {
  const program = join(ROOT, 'node_modules', '.bin', tool)
  return new Promise((resolve) => {
    execFile(program, args, { cwd: folder, maxBuffer: 1e8 }, (error, output) => {
      resolve({ isOk: error === null, output })
    })
  })
}
