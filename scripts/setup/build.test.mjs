import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildPackages } from './build.mjs'
import { temporaryFolder, workspaceFiles } from './temporaryWorkspace.mjs'

/** A workspace where shared is below api, and cli is alone. */
function aWorkspace() {
  const { root, write } = temporaryFolder(workspaceFiles({ api: ['shared'], shared: [], cli: [] }))
  /** Builds, and tells which packages were built. */
  const build = async () => {
    const log = join(root, 'build.log')
    rmSync(log, { force: true })
    await buildPackages(root, () => {})
    return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  }
  return { root, write, build }
}

test('builds everything once, what others need first', async () => {
  const { build } = aWorkspace()
  const built = await build()
  expect(built.toSorted()).toEqual(['api', 'cli', 'shared'])
  expect(built.indexOf('shared')).toBeLessThan(built.indexOf('api'))
  expect(await build()).toEqual([])
})

test('builds a changed package and those above it again', async () => {
  const { build, write } = aWorkspace()
  await build()
  write('packages/shared/src/index.ts', '// changed')
  expect(await build()).toEqual(['shared', 'api'])
})

test('builds again when a file is added or the output has gone', async () => {
  const { root, build, write } = aWorkspace()
  await build()
  write('packages/cli/src/more.ts', '')
  expect(await build()).toEqual(['cli'])
  rmSync(join(root, 'packages/cli/dist'), { recursive: true })
  expect(await build()).toEqual(['cli'])
})

test('does not build again for a test, or for a file that was written anew with the same content', async () => {
  const { build, write } = aWorkspace()
  await build()
  write('packages/shared/src/index.test.ts', '// a test')
  write('packages/shared/src/index.ts', '// empty')
  expect(await build()).toEqual([])
})

test('shows why a build failed, builds nothing above it, and tries again the next time', async () => {
  const { root, build, write } = aWorkspace()
  write('packages/shared/src/index.ts', 'broken')
  await expect(build()).rejects.toThrow(/broken[^]*shared could not be built/)
  expect(readFileSync(join(root, 'build.log'), 'utf8')).not.toContain('api')
  await expect(build()).rejects.toThrow('shared could not be built')
  write('packages/shared/src/index.ts', '// repaired')
  expect(await build()).toEqual(['shared', 'api'])
})
