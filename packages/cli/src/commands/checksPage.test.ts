import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { problemTexts } from '@parley/shared'
import { expect, test } from 'vitest'

test('docs/checks.md lists every rule of the linter, and no other', async () => {
  const page = await readFile(
    path.resolve(import.meta.dirname, '../../../../docs/checks.md'),
    'utf8',
  )
  const listed = [...page.matchAll(/^\| `(\w+)` \| (?:error|hint) \|/gmu)].map(([, code]) => code)
  expect(new Set(listed)).toEqual(new Set(Object.keys(problemTexts)))
  expect(new Set(listed).size).toBe(listed.length)
})
