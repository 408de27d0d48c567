// A node type is three files. Adding it to shared alone must make the compiler name the two registries that have to learn
// it, and nothing else: more errors would mean that something decides by node type outside its own files.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantWorkspace, ROOT, run } from './plantedWorkspace.mjs'

const REGISTRY = 'packages/shared/src/nodes/index.ts'

/** Where the editor's words stand; those of a node type are no decision, only its name in each language. */
const WORDS = ['en', 'es', 'ar'].map((language) => `packages/editor/src/i18n/${language}/nodes.ts`)
const WORDS_OF_PLANTED = `planted: { title: 'Planted', hint: '', keywords: '' },`

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

/** All three packages as one program: the editor compiles the other two anyway, and has the widest settings. */
const TSCONFIG = JSON.stringify({
  extends: './tsconfig.json',
  compilerOptions: { paths: COPIES_OF_OURS },
  include: ['src', '../runtime/src/engine', '../shared/src'],
  exclude: ['**/*.test.*', '../*/src/**/*.test.*', '**/testing/**'],
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
      ...Object.fromEntries(
        WORDS.map((path) => [path, withLine(path, 'types: {', WORDS_OF_PLANTED)]),
      ),
      'packages/editor/tsconfig.planted.json': TSCONFIG,
    },
  })
})

afterAll(() => workspace.remove())

/** Errors that name the new type, or a switch that does not end with it. Others are the compiler's own stage to report. */
const OF_THE_PLANTED = /error TS(2366|7030|.*planted)/

test('shared is content, and the registries of runtime and editor get one error each', async () => {
  const { output } = await run(workspace.folder, 'tsc', [
    '-p',
    'packages/editor/tsconfig.planted.json',
  ])
  const errors = output.split('\n').filter((line) => OF_THE_PLANTED.test(line))
  expect(errors.toSorted()).toEqual([
    expect.stringMatching(
      /^packages\/editor\/src\/nodes\/index\.ts.*Property 'planted' is missing/,
    ),
    expect.stringMatching(
      /^packages\/runtime\/src\/engine\/nodes\/index\.ts.*Property 'planted' is missing/,
    ),
  ])
})
