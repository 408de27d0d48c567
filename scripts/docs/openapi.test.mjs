import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { OPENAPI_FILE, writeOpenApi } from './openapi.mjs'

test('docs/openapi.json describes what the server has; repair: node scripts/docs/openapi.mjs', async () => {
  expect(JSON.parse(await readFile(OPENAPI_FILE, 'utf8'))).toEqual(JSON.parse(await writeOpenApi()))
})
