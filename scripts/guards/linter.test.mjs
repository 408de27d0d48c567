// Plants one violation for each rule in .oxlintrc.json, because a guard can be green while it checks nothing: a path that
// is spelled wrong, an override that replaces another one, types that do not resolve. Beside each violation stands a file
// that keeps the rule, because a guard that is always red helps nobody either.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CYCLE, EXEMPTIONS, REFUSED_IN_TESTS } from './linterExceptions.mjs'
import { GUARDS } from './linterRules.mjs'
import { plantWorkspace } from './plantedWorkspace.mjs'

/** @param {number} guard @param {number} index */
const refusedFile = (guard, index) => `${GUARDS[guard]?.folder}/refused-${guard}-${index}.ts`
/** @param {number} guard */
const acceptedFile = (guard) => `${GUARDS[guard]?.folder}/accepted-${guard}.ts`

const files = { ...EXEMPTIONS, ...REFUSED_IN_TESTS, ...CYCLE }
for (const [guard, { refuses, accepts }] of GUARDS.entries()) {
  for (const [index, text] of refuses.entries())
    Object.assign(files, { [refusedFile(guard, index)]: text })
  Object.assign(files, { [acceptedFile(guard)]: accepts.join('\n') })
}

describe('the linter', () => {
  /** @type {Awaited<ReturnType<typeof plantWorkspace>>} */
  let workspace
  /** @type {Awaited<ReturnType<typeof workspace.lint>>} */
  let found

  beforeAll(async () => {
    workspace = await plantWorkspace({ files })
    found = await workspace.lint()
  })

  afterAll(() => workspace.remove())

  describe.each(GUARDS.map((guard, index) => ({ ...guard, index })))(
    '$name',
    ({ index, refuses, rule, says }) => {
      test.each(refuses.map((text, line) => ({ text, line })))('refuses $text', ({ line }) => {
        expect(found[refusedFile(index, line)]).toMatchObject([
          { rule, text: expect.stringContaining(says) },
        ])
      })

      test('accepts a file that keeps it', () => {
        expect(found[acceptedFile(index)]).toBeUndefined()
      })
    },
  )

  test.each(Object.keys(EXEMPTIONS))('makes the exception for %s', (path) => {
    expect(found[path]).toBeUndefined()
  })

  test.each(Object.keys(REFUSED_IN_TESTS))('makes none for %s', (path) => {
    expect(found[path]).toMatchObject([
      { text: expect.stringContaining('do not import each other') },
    ])
  })

  test('refuses a cycle of imports, in each file of the cycle', () => {
    const [a, b, none] = Object.keys(CYCLE).map((path) => found[path])
    expect(a).toMatchObject([{ rule: 'import(no-cycle)' }])
    expect(b).toMatchObject([{ rule: 'import(no-cycle)' }])
    expect(none).toBeUndefined()
  })
})
