// What linter.test.mjs plants, rule by rule.

/**
 * @typedef {object} Guard
 * @property {string} name what the rule says
 * @property {string} folder where the files are planted
 * @property {string} rule
 * @property {string} says a part of the message
 * @property {string[]} refuses each in a file of its own
 * @property {string[]} accepts all in one file
 */

const IMPORTS = 'eslint(no-restricted-imports)'
const BY_PATH = {
  rule: IMPORTS,
  says: 'imported by its name',
}

/** @type {Guard[]} */
export const GUARDS = [
  {
    name: 'shared imports no other package and nothing of Node',
    folder: 'packages/shared/src',
    rule: IMPORTS,
    says: 'shared is the bottom',
    refuses: [
      `export * from '@parley/runtime/engine'`,
      `export * from '@parley/api'`,
      `export * from 'node:fs'`,
      `export * from 'node:fs/promises'`,
      `export const load = () => import('@parley/runtime/engine')`,
    ],
    accepts: [`export * from 'zod'`, `export * from './nodes/index.ts'`],
  },
  {
    name: 'shared does not reach into the sources of another package',
    folder: 'packages/shared/src/nodes',
    ...BY_PATH,
    refuses: [`export * from '../../../runtime/src/engine/index.ts'`],
    accepts: [`export * from '../flow.ts'`],
  },
  {
    name: 'the editor imports shared and the engine only',
    folder: 'packages/editor/src/canvas',
    rule: IMPORTS,
    says: 'The editor may import',
    refuses: [
      `export * from '@parley/runtime'`,
      `export * from '@parley/runtime/pipeline'`,
      `export type * from '@parley/runtime/pipeline'`,
      `export * from '@parley/runtime/channels/sandbox'`,
      `export * from '@parley/api'`,
      `export * from '@parley/api/main'`,
      `export * from '@parley/embedded-db'`,
    ],
    accepts: [
      `export * from '@parley/shared'`,
      `export * from '@parley/shared/api'`,
      `export * from '@parley/runtime/engine'`,
      `export * from '../ui/Button.tsx'`,
    ],
  },
  {
    name: 'the editor does not reach into the sources of another package',
    folder: 'packages/editor/src/canvas',
    ...BY_PATH,
    refuses: [
      `export * from '../../../runtime/src/engine/index.ts'`,
      `export * from '../../../shared/src/index.ts'`,
    ],
    accepts: [`export * from './edits.ts'`],
  },
  {
    name: 'the engine imports shared only',
    folder: 'packages/runtime/src/engine/nodes',
    rule: IMPORTS,
    says: 'The engine is pure',
    refuses: [
      `export * from 'node:fs'`,
      `export * from 'node:fs/promises'`,
      `export * from 'mongoose'`,
      `export * from '@parley/runtime/pipeline'`,
      `export * from '@parley/embedded-db'`,
    ],
    accepts: [
      `export * from '@parley/shared'`,
      `export * from './text.ts'`,
      `export * from '../step.ts'`,
    ],
  },
  {
    name: 'the engine is below the pipeline, the channels and the store',
    folder: 'packages/runtime/src/engine/nodes',
    rule: IMPORTS,
    says: 'The engine is below',
    refuses: [
      `export * from '../../pipeline/ports/channel.ts'`,
      `export * from '../../channels/sandbox/index.ts'`,
      `export * from '../../store/index.ts'`,
    ],
    accepts: [`export * from './text.ts'`],
  },
  {
    name: 'the engine reads no clock',
    folder: 'packages/runtime/src/engine',
    rule: 'eslint(no-restricted-globals)',
    says: 'Time comes with the event',
    refuses: [
      `export const now = Date.now()`,
      `export const today = new Date()`,
      `export const now = globalThis.Date.now()`,
    ],
    accepts: [`export type Instant = Date`],
  },
  {
    name: 'the engine throws no dice',
    folder: 'packages/runtime/src/engine',
    rule: 'eslint(no-restricted-properties)',
    says: 'Random numbers come with the event',
    refuses: [`export const dice = Math.random()`, `export const { random } = Math`],
    accepts: [`export const one = Math.min(1, 2)`],
  },
  {
    name: 'the pipeline knows ports, not channels or databases',
    folder: 'packages/runtime/src/pipeline',
    rule: IMPORTS,
    says: 'The pipeline knows ports',
    refuses: [
      `export * from '../channels/sandbox/index.ts'`,
      `export * from '../store/index.ts'`,
      `export * from 'mongoose'`,
      `export * from 'mongodb'`,
      `export * from '@parley/embedded-db'`,
    ],
    accepts: [
      `export * from './ports/channel.ts'`,
      `export * from '../engine/index.ts'`,
      `export * from '@parley/shared'`,
    ],
  },
  {
    name: 'the store knows no channel',
    folder: 'packages/runtime/src/store',
    rule: IMPORTS,
    says: 'knows no channel',
    refuses: [`export * from '../channels/sandbox/index.ts'`, `export * from '@parley/api'`],
    accepts: [`export * from 'mongoose'`, `export * from '../pipeline/ports/store.ts'`],
  },
  {
    name: 'a channel does not import another channel',
    folder: 'packages/runtime/src/channels/sandbox',
    rule: IMPORTS,
    says: 'Channels do not import each other',
    refuses: [`export * from '../telegram/index.ts'`, `export * from '../telegram/render/text.ts'`],
    accepts: [
      `export * from '../contract.ts'`,
      `export * from '../../pipeline/ports/channel.ts'`,
      `export * from './render/text.ts'`,
    ],
  },
  {
    name: 'a folder inside a channel does not import another channel',
    folder: 'packages/runtime/src/channels/sandbox/render',
    rule: IMPORTS,
    says: 'Channels do not import each other',
    refuses: [`export * from '../../telegram/index.ts'`],
    accepts: [
      `export * from '../../contract.ts'`,
      `export * from '../receive/text.ts'`,
      `export * from '../../../pipeline/ports/channel.ts'`,
    ],
  },
  {
    name: 'a channel knows no database',
    folder: 'packages/runtime/src/channels/sandbox',
    rule: IMPORTS,
    says: 'not the database',
    refuses: [
      `export * from '../../store/index.ts'`,
      `export * from 'mongoose'`,
      `export * from '@parley/embedded-db'`,
    ],
    accepts: [`export * from '../../pipeline/ports/channel.ts'`],
  },
  {
    name: 'a dialect does not import another dialect',
    folder: 'packages/api/src/public/waha',
    rule: IMPORTS,
    says: 'Dialects do not import each other',
    refuses: [`export * from '../evolution/schema.ts'`],
    accepts: [
      `export * from '../contract.ts'`,
      `export * from '../../routes/numbers.ts'`,
      `export * from './routes/send.ts'`,
    ],
  },
  {
    name: 'a folder inside a dialect does not import another dialect',
    folder: 'packages/api/src/public/waha/routes',
    rule: IMPORTS,
    says: 'Dialects do not import each other',
    refuses: [`export * from '../../evolution/schema.ts'`],
    accepts: [`export * from '../schema.ts'`, `export * from '../../../routes/numbers.ts'`],
  },
  ...[
    'packages/api/src/routes',
    'packages/api/src/public/waha',
    'packages/api/src/public/waha/routes',
  ].map((folder) => ({
    name: `only main knows concrete channels and databases, not ${folder}`,
    folder,
    rule: IMPORTS,
    says: 'know concrete channels',
    refuses: [
      `export * from '@parley/runtime/channels/sandbox'`,
      `export * from '@parley/embedded-db'`,
    ],
    accepts: [`export * from '@parley/runtime/pipeline'`],
  })),
  {
    name: 'no package reaches into the sources of another',
    folder: 'packages/cli/src',
    ...BY_PATH,
    refuses: [`export * from '../../shared/src/index.ts'`],
    accepts: [`export * from '@parley/shared'`],
  },
  {
    name: 'promises are awaited',
    folder: 'packages/api/src',
    rule: 'typescript(no-floating-promises)',
    says: 'Promises must be',
    refuses: [
      `import { rm } from 'node:fs/promises'\nexport function clear() {\n  rm('x')\n}`,
      // A query of Mongoose is no promise, it only has a \`then\`; and it runs only when somebody awaits it.
      `import type { Model } from 'mongoose'\nexport function clear(flows: Model<{ name: string }>) {\n  flows.deleteMany({})\n}`,
    ],
    accepts: [
      `import { rm } from 'node:fs/promises'\nimport type { Model } from 'mongoose'`,
      `export async function clear(flows: Model<{ name: string }>) {\n  await rm('x')\n  await flows.deleteMany({})\n}`,
    ],
  },
  {
    name: 'a promise is not taken for a truth value',
    folder: 'packages/api/src',
    rule: 'typescript(no-misused-promises)',
    says: 'non-Promise value',
    refuses: [
      `import { stat } from 'node:fs/promises'\nexport const isThere = (path: string) => (stat(path) ? 1 : 0)`,
    ],
    accepts: [
      `import { stat } from 'node:fs/promises'`,
      `export const isThere = async (path: string) => ((await stat(path)) ? 1 : 0)`,
    ],
  },
  {
    name: 'a switch over a union names every member',
    folder: 'packages/shared/src',
    rule: 'typescript(switch-exhaustiveness-check)',
    says: 'not exhaustive',
    refuses: [
      `export function width(side: 'left' | 'right') {\n  switch (side) {\n    case 'left':\n      return 1\n  }\n  return 0\n}`,
    ],
    accepts: [
      `export function width(side: 'left' | 'right') {\n  switch (side) {\n    case 'left':\n      return 1\n    default:\n      return 0\n  }\n}`,
    ],
  },
  {
    name: 'types are imported as types',
    folder: 'packages/api/src',
    rule: 'typescript(consistent-type-imports)',
    says: 'import type',
    refuses: [`import { Server } from 'node:http'\nexport type Running = { server: Server }`],
    accepts: [`import type { Server } from 'node:http'\nexport type Running = { server: Server }`],
  },
  {
    name: 'nothing is any',
    folder: 'packages/shared/src',
    rule: 'typescript(no-explicit-any)',
    says: 'any',
    refuses: [`export const value: any = 1`],
    accepts: [`export const value: unknown = 1`],
  },
  {
    name: 'programs log, they do not print',
    folder: 'packages/api/src',
    rule: 'eslint(no-console)',
    says: 'console',
    refuses: [`console.log('hello')`],
    accepts: [`process.stdout.write('hello')`],
  },
]
