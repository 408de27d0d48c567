import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { NODES_FILE, writeNodes } from './nodes.mjs'

test('docs/nodes.md says what the definitions say; repair: node scripts/docs/nodes.mjs', async () => {
  expect(await readFile(NODES_FILE, 'utf8')).toBe(await writeNodes())
})
