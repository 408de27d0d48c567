import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startTestServer, type TestServer } from '@parley/api/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runParley } from '../testing/runParley.ts'

let server: TestServer
let folder: string
let env: Record<string, string>
beforeAll(async () => {
  server = await startTestServer()
  folder = await mkdtemp(path.join(tmpdir(), 'parley-cli-'))
  const person = ['--email', 'olga@example.com', '--password', 'correct horse battery']
  const args = ['setup', '--url', server.baseUrl, ...person, '--workspace', 'Shop', '--json']
  const { output } = await runParley(args)
  // The test of setup looks at this closely.
  const { personalToken } = JSON.parse(output) as { personalToken: string }
  env = { PARLEY_URL: server.baseUrl, PARLEY_TOKEN: personalToken }
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await server.close()
})

const draft = {
  nodes: [
    {
      id: 'start',
      type: 'start',
      position: { x: 0, y: 0 },
      data: { triggers: [{ type: 'anyMessage', id: 'any' }] },
    },
    { id: 'hello', type: 'text', position: { x: 300, y: 0 }, data: { text: 'Hello 👋' } },
  ],
  edges: [{ id: 'e', source: 'start', sourceHandle: 'next', target: 'hello' }],
  variables: [],
  settings: {},
}

async function save(name: string, content: object): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, JSON.stringify(content))
  return file
}

async function importAs(name: string, content: object, ...args: string[]) {
  const file = await save(name, content)
  const { exitCode, output, errors } = await runParley(['import', file, '--json', ...args], env)
  expect([exitCode, errors]).toEqual([0, ''])
  // What it holds is what the tests look at.
  return JSON.parse(output) as { flowId: string; publishable: boolean; revision: number }
}

describe('flows', () => {
  test('come out as they went in', async () => {
    const { flowId, publishable } = await importAs('menu.json', { ...draft, description: 'Greets' })
    expect(publishable).toBe(true)
    const file = path.join(folder, 'out.json')
    expect((await runParley(['export', flowId, '--output', file], env)).exitCode).toBe(0)
    const exported: unknown = JSON.parse(await readFile(file, 'utf8'))
    // Without a name in the file, the file's own is taken.
    expect(exported).toEqual({ parley: 1, name: 'menu', description: 'Greets', ...draft })
    const printed = await runParley(['export', flowId], env)
    expect(`${printed.output}\n`).toBe(await readFile(file, 'utf8'))
    expect((await runParley(['lint', file])).exitCode).toBe(0)
  })

  test('are replaced in place, as a new revision', async () => {
    const { flowId, revision } = await importAs('a.json', draft, '--name', 'Mine')
    const changed = { ...draft, nodes: draft.nodes.slice(0, 1), edges: [] }
    const replaced = await importAs('b.json', changed, '--flow', flowId)
    expect(replaced).toMatchObject({ flowId, revision: revision + 1 })
    const { output } = await runParley(['export', flowId], env)
    expect(JSON.parse(output)).toMatchObject({ name: 'Mine', ...changed })
  })

  test('are stored with their problems, which are told', async () => {
    const file = await save('bad.json', { nodes: [], edges: [] })
    const { exitCode, output } = await runParley(['import', file], env)
    expect(exitCode).toBe(0)
    expect(output).toMatch(/^Stored as flow_\w+\. It cannot be published yet/)
  })

  test('of Typebot are taken over, and what became of each block is told', async () => {
    const file = await save('bot.json', {
      version: '6.1',
      name: 'Bakery',
      events: [{ id: 'e', type: 'start', outgoingEdgeId: 'first' }],
      groups: [
        {
          id: 'g',
          title: 'Welcome',
          graphCoordinates: { x: 0, y: 0 },
          blocks: [
            {
              id: 'hi',
              type: 'text',
              content: { richText: [{ type: 'p', children: [{ text: 'Hi' }] }] },
            },
            { id: 'pay', type: 'payment input' },
          ],
        },
      ],
      edges: [{ id: 'first', from: { eventId: 'e' }, to: { groupId: 'g' } }],
      variables: [],
    })
    const { exitCode, output } = await runParley(['import', file], env)
    expect(exitCode).toBe(0)
    expect(output).toContain('payment input in “Welcome”: Nobody can pay in a chat')
    expect(output).toMatch(/Stored as flow_\w+\.$/)
    const bad = await runParley(
      ['import', await save('odd.json', { groups: [{ blocks: [1] }] })],
      env,
    )
    expect([bad.exitCode, bad.errors]).toEqual([1, expect.stringContaining('is from Typebot')])
  })

  test.each([
    ['a flow that is not there', ['export', 'flow_nothing'], 'There is no flow flow_nothing'],
    ['a folder that is not there', ['export', 'X', '-o', '/nowhere/x.json'], 'ENOENT'],
  ])('%s is said', async (_, args, message) => {
    const { flowId } = await importAs('c.json', draft)
    const { exitCode, errors } = await runParley(
      args.map((each) => (each === 'X' ? flowId : each)),
      env,
    )
    expect([exitCode, errors]).toEqual([1, expect.stringContaining(message)])
  })

  test('need a token that is valid', async () => {
    const without = await runParley(['export', 'x'], { PARLEY_URL: server.baseUrl })
    expect(without.errors).toContain('--token')
    const wrong = await runParley(['export', 'x', '--token', 'parley_pat_x'], env)
    expect([wrong.exitCode, wrong.errors]).toEqual([1, expect.stringContaining('not a valid')])
  })

  test('need a server that answers', async () => {
    const args = ['export', 'x', '--url', 'http://127.0.0.1:9']
    const { exitCode, errors } = await runParley(args, env)
    expect([exitCode, errors]).toEqual([1, expect.stringContaining('cannot be reached')])
  })
})
