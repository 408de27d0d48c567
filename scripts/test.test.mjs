import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const COMMAND = fileURLToPath(new URL('./test.mjs', import.meta.url))

test('a stage that does not exist fails, names those that do, and still ends with the counts', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'lint', 'everything'], {
    encoding: 'utf8',
  })
  expect(stderr).toContain('There is no stage "everything". The stages are: format, lint, types')
  expect(stdout.trim().split('\n').at(-1)).toBe('0 passed, 1 failed')
  expect(status).toBe(1)
})
