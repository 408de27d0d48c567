import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/**
 * A folder with the given files, for one test; it is removed when the test has finished.
 * @param {Record<string, string>} files contents by path
 */
export function temporaryFolder(files) {
  const root = mkdtempSync(join(tmpdir(), 'parley-setup-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  /** @param {string} path @param {string} text */
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  return { root, write }
}

/**
 * The files of a workspace whose packages' builds append the package's name to build.log.
 * @param {Record<string, string[]>} packages the names of the packages that each one needs
 */
export function workspaceFiles(packages) {
  const entries = Object.entries(packages).map(([name, needs]) => {
    const dependencies = Object.fromEntries(needs.map((needed) => [needed, 'workspace:*']))
    const build = `echo ${name} >> ../../build.log && mkdir -p dist && ! grep -n broken src/*`
    return [
      `packages/${name}/package.json`,
      JSON.stringify({ name, dependencies, scripts: { build } }),
    ]
  })
  const sources = Object.keys(packages).map((name) => [`packages/${name}/src/index.ts`, '// empty'])
  return Object.fromEntries([
    ['pnpm-workspace.yaml', "packages:\n  - 'packages/*'\n\ncatalog:\n  zod: ^4\n"],
    ...entries,
    ...sources,
  ])
}
