// A node type is three files. Adding it to shared alone must make the compiler name the two registries that have to learn
// it, and nothing else: more errors would mean that something decides by node type outside its own files.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantWorkspace, ROOT, run } from './plantedWorkspace.mjs'

const REGISTRY = 'packages/shared/src/nodes/index.ts'

/** Where the editor's words stand; those of a node type are no decision, only its name in a language. */
const WORDS = 'packages/editor/src/i18n/en/nodes.ts'

const NODE_TYPE = `
import { z } from 'zod'
import { defineNode, NEXT } from './defineNode.ts'

export const planted = defineNode({
  type: 'planted',
  description: 'Does nothing.',
  group: 'messages',
  data: z.strictObject({ planted: z.boolean() }),
  defaults: () => ({ planted: true }),
  handles: () => [NEXT],
  hasInput: true,
  waits: () => false,
  templates: () => [],
  assigns: () => [],
})
`

/** The dependencies of the copy are those of the real workspace; our own packages must be those of the copy. */
const COPIES_OF_OURS = {
  '@parley/shared': ['../shared/src/index.ts'],
  '@parley/shared/*': ['../shared/src/*/index.ts'],
  '@parley/runtime/engine': ['../runtime/src/engine/index.ts'],
}

/** @param {string} settings the tsconfig to extend */
const tsconfig = (settings) =>
  JSON.stringify({
    extends: settings,
    compilerOptions: { paths: COPIES_OF_OURS },
    exclude: ['**/*.test.*', '**/testing/**'],
  })

/** The file with a line put below the first place where `above` stands. @param {string} path @param {string} above @param {string} line */
const withLine = (path, above, line) =>
  readFileSync(join(ROOT, path), 'utf8').replace(above, `${above}\n${line}`)

/** @type {Awaited<ReturnType<typeof plantWorkspace>>} */
let workspace

beforeAll(async () => {
  workspace = await plantWorkspace({
    sources: ['packages/shared/src', 'packages/runtime/src/engine', 'packages/editor/src'],
    files: {
      'packages/shared/src/nodes/planted.ts': NODE_TYPE,
      [REGISTRY]: `import { planted } from './planted.ts'\n${withLine(REGISTRY, 'nodeDefinitions = {', 'planted,')}`,
      [WORDS]: withLine(
        WORDS,
        'types: {',
        `planted: { title: 'Planted', hint: '', keywords: '' },`,
      ),
      'packages/shared/tsconfig.planted.json': tsconfig('./tsconfig.json'),
      'packages/runtime/tsconfig.planted.json': tsconfig('./tsconfig.engine.json'),
      'packages/editor/tsconfig.planted.json': tsconfig('./tsconfig.json'),
    },
  })
})

afterAll(() => workspace.remove())

/** @param {string} owner */
async function compile(owner) {
  const { output } = await run(workspace.folder, 'tsc', [
    '-p',
    `packages/${owner}/tsconfig.planted.json`,
  ])
  return output
    .trim()
    .split('\n')
    .filter((line) => line.includes('error TS'))
}

test('shared itself needs only the file and its line in the registry', async () => {
  expect(await compile('shared')).toEqual([])
})

test.each([
  ['runtime', 'packages/runtime/src/engine/nodes/index.ts'],
  ['editor', 'packages/editor/src/nodes/index.ts'],
])('%s gets one error, in its registry', async (owner, registry) => {
  expect(await compile(owner)).toEqual([
    expect.stringMatching(
      new RegExp(`^${registry.replaceAll('.', '\\.')}.*Property 'planted' is missing`),
    ),
  ])
})
