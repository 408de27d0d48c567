import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runParley } from '../testing/runParley.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileWith(content: unknown): Promise<string> {
  const file = path.join(folder, 'flow.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const position = { x: 0, y: 0 }
const start = {
  id: 'start',
  type: 'start',
  position,
  data: { triggers: [{ type: 'anyMessage', id: 'any' }] },
}
const hello = { id: 'hello', type: 'text', position, data: { text: 'Hello!' } }
const good = { nodes: [start, hello], edges: [{ id: 'e', source: 'start', target: 'hello' }] }

describe('parley lint', () => {
  test('has nothing against a flow that could be published', async () => {
    const { exitCode, output } = await runParley(['lint', await fileWith(good)])
    expect([exitCode, output]).toEqual([0, '0 errors, 0 warnings'])
  })

  test('names the node of each problem', async () => {
    const bad = { ...good, nodes: [start, { ...hello, data: { text: '' } }] }
    const { exitCode, output } = await runParley(['lint', await fileWith(bad)])
    expect(exitCode).toBe(1)
    expect(output).toMatch(/flow\.json: hello: error: .+\n1 errors, 0 warnings$/)
  })

  test('gives the same to programs', async () => {
    const file = await fileWith({ nodes: [hello], edges: [] })
    const { exitCode, output } = await runParley(['lint', file, '--json'])
    expect(exitCode).toBe(1)
    expect(JSON.parse(output)).toMatchObject({
      publishable: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'noStart' })]),
    })
  })

  test.each([
    ['no JSON', 'hello'],
    ['no flow', '{"name":"x"}'],
  ])('refuses a file with %s', async (_, content) => {
    const { exitCode, errors } = await runParley(['lint', await fileWith(content)])
    expect(exitCode).toBe(1)
    expect(errors).toContain('holds no flow')
  })

  test('refuses a file that is not there', async () => {
    const { exitCode, errors } = await runParley(['lint', path.join(folder, 'none.json')])
    expect(exitCode).toBe(1)
    expect(errors).toContain('ENOENT')
  })
})
