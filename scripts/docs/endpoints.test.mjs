import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ENDPOINTS_FILE, writeEndpoints } from './endpoints.mjs'

test('docs/endpoints.md lists what the server has; repair: node scripts/docs/endpoints.mjs', async () => {
  expect(await readFile(ENDPOINTS_FILE, 'utf8')).toBe(await writeEndpoints())
})
