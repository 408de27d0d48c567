import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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

  describe('--fix', () => {
    /** One connection too many, a variable that nobody sets, and what another program keeps in a node. */
    const broken = {
      name: 'Shop',
      nodes: [start, { ...hello, data: { text: 'Hello {{ nick }}!' }, measured: { width: 200 } }],
      edges: [...good.edges, { id: 'old', source: 'hello', target: 'gone' }],
      settings: { timeZone: 'Europe/Berlin' },
    }

    test('solves what has one solution, says so, and leaves the rest to the author', async () => {
      const file = await fileWith(broken)
      const { exitCode, output } = await runParley(['lint', file, '--fix'])
      expect(exitCode).toBe(0)
      const [fixed, left, counts] = output.split('\n')
      expect(fixed).toMatch(
        /: fixed: A connection leads to .+ Remove the connection\. \(unknownTarget\)$/,
      )
      expect(left).toContain('(unknownVariable)')
      expect(counts).toBe('1 fixed, 0 errors, 1 warnings left')
    })

    test('writes the file as an export does, with all that it does not know itself', async () => {
      const file = await fileWith(broken)
      await runParley(['lint', file, '--fix'])
      const { name, nodes, edges, settings } = { ...broken, edges: good.edges }
      const text = JSON.stringify({ parley: 1, name, settings, nodes, edges }, null, 2)
      expect(await readFile(file, 'utf8')).toBe(`${text}\n`)
    })

    test('ends with 1 while an error is left', async () => {
      const nodes = [start, { ...hello, data: { text: '' } }]
      const file = await fileWith({ ...broken, nodes })
      const { exitCode, output } = await runParley(['lint', file, '--fix', '--json'])
      expect(exitCode).toBe(1)
      expect(JSON.parse(output)).toMatchObject({
        publishable: false,
        problems: [{ severity: 'error', nodeId: 'hello' }],
        fixed: [{ code: 'unknownTarget', edgeId: 'old', fix: 'removeEdge' }],
      })
    })

    test('does not touch a file in which there is nothing to solve', async () => {
      const written = JSON.stringify(good)
      const file = await fileWith(written)
      const { output } = await runParley(['lint', file, '--fix'])
      expect(output).toBe('0 fixed, 0 errors, 0 warnings left')
      expect(await readFile(file, 'utf8')).toBe(written)
    })

    test('says when the file cannot be written', async () => {
      const file = await fileWith(broken)
      await chmod(file, 0o444)
      const { exitCode, errors } = await runParley(['lint', file, '--fix'])
      await chmod(file, 0o644)
      // Whoever may do everything may write this, too.
      expect([exitCode, errors]).toEqual(
        process.getuid?.() === 0 ? [0, ''] : [1, `${file} cannot be written: EACCES`],
      )
    })
  })
})
