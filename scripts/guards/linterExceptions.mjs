// What linter.test.mjs plants beside the rules of linterRules.mjs.

/** Files that may do what the rule forbids to their neighbours. */
export const EXEMPTIONS = {
  'packages/api/src/main.ts': `export * from '@parley/runtime/channels/sandbox'\nexport * from '@parley/embedded-db'`,
  'packages/api/src/testing/server.ts': `export * from '@parley/embedded-db'`,
  'packages/api/src/routes/flows.test.ts': `export * from '@parley/embedded-db'`,
  'packages/api/src/public/waha/send.test.ts': `export * from '@parley/embedded-db'`,
  'packages/runtime/src/pipeline/receive.test.ts': `export * from '../store/index.ts'`,
  'packages/runtime/src/channels/sandbox/send.test.ts': `export * from '../../store/index.ts'`,
  'packages/runtime/src/channels/sandbox/render/text.test.ts': `export * from '../../../store/index.ts'`,
  'packages/runtime/src/channels/sandbox/testing/phone.ts': `export * from '@parley/whatsapp-test-server'`,
  'packages/api/src/public/waha/testing/server.ts': `export * from '@parley/embedded-db'`,
  'packages/cli/src/print.ts': `console.log('hello')`,
}

/** Tests are exempt from some rules, but not from this one. */
export const REFUSED_IN_TESTS = {
  'packages/api/src/public/waha/other.test.ts': `export * from '../evolution/schema.ts'`,
  'packages/runtime/src/channels/sandbox/other.test.ts': `export * from '../telegram/index.ts'`,
  'packages/runtime/src/channels/sandbox/render/other.test.ts': `export * from '../../telegram/index.ts'`,
}

export const CYCLE = {
  'packages/shared/src/cycle/a.ts': `import { b } from './b.ts'\nexport const a = (): number => b()`,
  'packages/shared/src/cycle/b.ts': `import { a } from './a.ts'\nexport const b = (): number => a()`,
  'packages/shared/src/cycle/none.ts': `import { a } from './a.ts'\nexport const c = () => a()`,
}
