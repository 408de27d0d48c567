import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { SCHEMA_FILE, writeSchema } from './generate.mjs'

test('src/schema.ts has the types of docs/openapi.json; repair: pnpm --filter @parley/client generate', async () => {
  expect(await readFile(SCHEMA_FILE, 'utf8')).toBe(await writeSchema())
})
