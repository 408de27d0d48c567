// What the linter cannot see: packages that were not declared, and folders too deep for its rules.
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantWorkspace, ROOT, run } from './plantedWorkspace.mjs'

describe('a package finds only what its package.json names', () => {
  /** By package: what it names, and what others name and it does not. */
  const IMPORTS = {
    shared: { named: ['zod'], notNamed: ['mongoose', 'react', '@parley/runtime/engine'] },
    editor: {
      named: ['react', '@parley/shared'],
      notNamed: ['mongoose', 'express', '@parley/api'],
    },
  }
  const cases = Object.entries(IMPORTS)

  /** @type {Awaited<ReturnType<typeof plantWorkspace>>} */
  let workspace
  beforeAll(async () => {
    const files = cases.map(([owner, { named, notNamed }]) => [
      `packages/${owner}/src/planted.ts`,
      [...named, ...notNamed].map((name) => `export * from '${name}'`).join('\n'),
    ])
    workspace = await plantWorkspace({ files: Object.fromEntries(files) })
  })
  afterAll(() => workspace.remove())

  test.each(cases)('%s', async (owner, { notNamed }) => {
    const { output } = await run(workspace.folder, 'tsc', ['-p', `packages/${owner}`])
    const notFound = [...output.matchAll(/planted\.ts.*Cannot find module '([^']+)'/g)]
    expect(notFound.map(([, name]) => name)).toEqual(notNamed)
  })
})

// The linter's rule "channels and dialects do not import each other" is written for files in the channel's or dialect's
// own folder and in folders directly inside it.
test.each(['packages/runtime/src/channels', 'packages/api/src/public'])(
  'no folder in %s is too deep for the linter',
  (parent) => {
    const entries = existsSync(join(ROOT, parent))
      ? readdirSync(join(ROOT, parent), { recursive: true, withFileTypes: true })
      : []
    const folders = entries
      .filter((entry) => entry.isFile())
      .map((file) => dirname(relative(join(ROOT, parent), join(file.parentPath, file.name))))
    expect(folders.filter((folder) => folder.split('/').length > 2)).toEqual([])
  },
)
