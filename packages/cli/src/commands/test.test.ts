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

/** A flow that greets everybody, with these tests. */
async function fileWith(tests: readonly { name: string; script: string }[], words = 'Hello!') {
  const file = path.join(folder, 'flow.json')
  const position = { x: 0, y: 0 }
  const flow = {
    nodes: [
      {
        id: 'start',
        type: 'start',
        position,
        data: { triggers: [{ type: 'anyMessage', id: 'any' }] },
      },
      { id: 'hello', type: 'text', position, data: { text: words } },
    ],
    edges: [{ id: 'e', source: 'start', target: 'hello' }],
    settings: { tests: tests.map((each, index) => ({ id: String(index), ...each })) },
  }
  await writeFile(file, JSON.stringify(flow))
  return file
}
const good = { name: 'Greets', script: 'Customer: hi\nBot: Hello!\nEnd' }
const bad = { name: 'Shouts', script: 'Customer: hi\nBot: HELLO!' }

describe('parley test', () => {
  test('is content when every conversation goes as written', async () => {
    const { exitCode, output } = await runParley(['test', await fileWith([good])])
    expect([exitCode, output]).toEqual([0, 'passed  Greets\n1 passed, 0 failed'])
  })

  test('says where one goes another way', async () => {
    const { exitCode, output } = await runParley(['test', await fileWith([good, bad])])
    expect(exitCode).toBe(1)
    expect(output.split('\n').slice(1)).toEqual([
      'failed  Shouts',
      '        line 2: the bot says "Hello!" instead of "HELLO!"',
      '1 passed, 1 failed',
    ])
  })

  test('gives the same to programs', async () => {
    const { exitCode, output } = await runParley(['test', await fileWith([bad]), '--json'])
    expect(exitCode).toBe(1)
    expect(JSON.parse(output)).toMatchObject({
      passed: false,
      tests: [{ name: 'Shouts', failure: { line: 2, reason: 'otherMessage' } }],
    })
  })

  test('tells how much of the flow was tested, and what was not', async () => {
    const nobody = { name: 'Waits', script: '# nothing happens' }
    const all = await runParley(['test', await fileWith([good]), '--coverage'])
    expect(all.output.split('\n').slice(2)).toEqual([
      '',
      'Tested: 2 of 2 nodes, 1 of 1 connections.',
    ])
    const none = await runParley(['test', await fileWith([nobody]), '--coverage'])
    expect(none.output.split('\n').slice(3)).toEqual([
      'Tested: 0 of 2 nodes, 0 of 1 connections.',
      '  not tested: start start',
      '  not tested: text hello',
      '  not tested: start start by next to text hello',
    ])
  })

  test('says in words what cannot be read', async () => {
    const unread = { name: 'Odd', script: 'Customer: hi\nBot: Hello!\nWait: a bit' }
    const { exitCode, output } = await runParley(['test', await fileWith([unread])])
    expect(exitCode).toBe(1)
    expect(output).toContain('line 3: a wait is a number with seconds, minutes, hours or days')
  })

  test('has nothing to say of a flow without tests', async () => {
    const { exitCode, output } = await runParley(['test', await fileWith([])])
    expect([exitCode, output]).toEqual([0, 'The flow has no tests.'])
  })

  test('does not run a flow with errors', async () => {
    const { exitCode, errors } = await runParley(['test', await fileWith([good], '')])
    expect(exitCode).toBe(1)
    expect(errors).toContain('parley lint')
  })
})
