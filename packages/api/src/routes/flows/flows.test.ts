import { readDraft } from '@parley/shared/draft'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Client } from '../../testing/Client.ts'
import { aNode, lines, START } from '../../testing/flows.ts'
import { foreignerOf, signUpOwner, tokenOf } from '../../testing/people.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let client: Client
let foreigner: Client
beforeAll(async () => {
  server = await startTestServer()
  const owner = await signUpOwner(server)
  client = await tokenOf(owner)
  foreigner = await foreignerOf(server, owner)
})
afterAll(() => server.close())

const says = (text: string) => ({
  nodes: [START, aNode('say', 'text', { text })],
  edges: lines('start > say'),
})

async function make(draft: object = says('Hello'), name = 'Menu'): Promise<string> {
  return `/api/v1/flows/${(await client.post('/api/v1/flows', { name, draft })).text('data.id')}`
}

describe('a draft', () => {
  test('that is not given begins with a start and can be published once it says something', async () => {
    const made = await client.post('/api/v1/flows', { name: '  New  ' })
    expect(made).toMatchObject({
      status: 201,
      body: { data: { name: 'New', revision: 1, draft: { nodes: [{ type: 'start' }] } } },
    })
  })

  test('comes as the bytes that an editor begins with, and to nobody else', async () => {
    const path = await make(says('Good morning'))
    const response = await fetch(`${client.baseUrl}${path}/document`, { headers: client.headers })
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
    expect(readDraft(doc).nodes.map(({ data }) => data['text'])).toContain('Good morning')
    expect(await foreigner.get(`${path}/document`)).toMatchObject({ status: 404 })
    expect(await client.get('/api/v1/flows/flow_nowhere/document')).toMatchObject({
      status: 404,
      body: { error: { message: expect.stringContaining('flow_nowhere') } },
    })
  })

  test('is kept with everything that is wrong with it, by node', async () => {
    const path = await make({
      nodes: [
        START,
        aNode('empty', 'text', { text: '' }),
        aNode('what', 'teleport', {}),
        aNode('bomb', 'text', { text: '{% for i in (1..10) %}' }),
        aNode('tea', 'buttons', { text: 'Tea?', buttons: [] }),
        { ...aNode('odd', 'text', { text: 'x', colour: 'red' }), anything: 'else' },
      ],
      edges: lines('start > empty', 'empty > nowhere'),
    })
    const { draft, problems } = (await client.get(path)).at('data') as {
      draft: { nodes: { id: string }[] }
      problems: { nodeId?: string; severity: string; message: string }[]
    }
    expect(draft.nodes.map(({ id }) => id)).toEqual([
      'start',
      'empty',
      'what',
      'bomb',
      'tea',
      'odd',
    ])
    const wrong = problems.filter(({ severity }) => severity === 'error')
    expect(new Set(wrong.map(({ nodeId }) => nodeId))).toEqual(
      new Set(['empty', 'what', 'bomb', 'tea', 'odd']),
    )
    expect(wrong.every(({ message }) => message.length > 10)).toBe(true)
    const sandbox = await Sandbox.create(client)
    const refused = await client.post(`${path}/publish`, { numberIds: [sandbox.id] })
    expect(refused).toMatchObject({ status: 422, body: { code: 'VALIDATION_ERROR' } })
    expect(refused.at('error.problems')).toMatchObject(problems)
    expect(Object.keys(refused.at('errors') ?? {})).toContain('nodes.empty.text')
    expect((await client.get(`${path}/versions`)).at('data')).toEqual([])
  })

  test('is replaced only by who has seen its newest revision', async () => {
    const path = await make()
    const save = (revision: number, text: string) =>
      client.put(`${path}/draft`, { revision, draft: says(text) })
    expect((await save(1, 'One')).at('data')).toMatchObject({ revision: 2, problems: [] })
    const late = await save(1, 'Two')
    expect(late).toMatchObject({ status: 409, body: { code: 'CONFLICT', error: { revision: 2 } } })
    expect((await client.get(path)).at('data.draft.nodes.1.data.text')).toBe('One')
    const rivals = await Promise.all([save(2, 'A'), save(2, 'B'), save(2, 'C')])
    expect(rivals.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(rivals.filter(({ status }) => status === 409)).toHaveLength(2)
    expect((await client.put(`${path}/draft`, { draft: says('x') })).at('errors')).toMatchObject({
      revision: expect.any(Array),
    })
  })

  test.each([
    ['no list of nodes', { nodes: 'many', edges: [] }],
    ['a node without an id', { nodes: [{ type: 'text', data: {} }], edges: [] }],
    ['a node that is null', { nodes: [null], edges: [] }],
    [
      '2,001 nodes',
      { nodes: Array.from({ length: 2_001 }, (_, i) => aNode(`n${i}`, 'text')), edges: [] },
    ],
  ])('with %s is no draft', async (_, draft) => {
    expect(await client.post('/api/v1/flows', { name: 'x', draft })).toMatchObject({ status: 422 })
  })

  test('is left out of the summary, which says the same as the list otherwise', async () => {
    const path = await make(says('Hello'), 'Summed up')
    const summary = (await client.get(`${path}/summary`)).at('data')
    const list = (await client.get('/api/v1/flows')).at('data') as { name: string }[]
    expect(summary).toEqual(list.find(({ name }) => name === 'Summed up'))
    expect(summary).not.toHaveProperty('draft')
    expect((await foreigner.get(`${path}/summary`)).status).toBe(404)
  })

  test('is renamed, copied and deleted', async () => {
    const path = await make(says('Hello'), 'Menu')
    const renamed = await client.patch(path, { name: 'Speisekarte 🍽️', description: 'Für alle' })
    expect(renamed.at('data')).toMatchObject({ name: 'Speisekarte 🍽️', description: 'Für alle' })
    const copy = await client.post(`${path}/duplicate`)
    expect(copy.at('data')).toMatchObject({
      name: 'Speisekarte 🍽️ (copy)',
      revision: 1,
      draft: renamed.at('data.draft'),
    })
    expect(copy.text('data.id')).not.toBe(renamed.text('data.id'))
    expect((await client.delete(path)).status).toBe(200)
    expect((await client.get(path)).status).toBe(404)
    expect((await client.delete(path)).status).toBe(404)
    expect((await client.get(`/api/v1/flows/${copy.text('data.id')}`)).status).toBe(200)
  })
})

describe('publishing', () => {
  test('lets a version answer; the draft goes on alone; the same draft is no second version', async () => {
    const sandbox = await Sandbox.create(client)
    const path = await make(says('First'))
    const publish = () => client.post(`${path}/publish`, { numberIds: [sandbox.id], note: 'New' })
    const first = await publish()
    expect(first.at('data')).toMatchObject({
      version: { versionNumber: 1, note: 'New', numberIds: [sandbox.id] },
      publications: [{ numberId: sandbox.id, versionNumber: 1 }],
    })
    expect((await publish()).at('data.version.versionNumber')).toBe(1)
    await client.put(`${path}/draft`, { revision: 1, draft: says('Second') })
    expect((await client.get(path)).at('data.hasUnpublishedChanges')).toBe(true)
    await sandbox.says('4915800000001', 'Hi')
    await expect
      .poll(() => sandbox.received('4915800000001'))
      .toMatchObject([{ content: { text: 'First' } }])
    expect((await publish()).at('data.version.versionNumber')).toBe(2)
    await sandbox.says('4915800000002', 'Hi')
    await expect
      .poll(() => sandbox.received('4915800000002'))
      .toMatchObject([{ content: { text: 'Second' } }])
    expect((await client.get(`${path}/versions`)).at('data')).toMatchObject([
      { versionNumber: 2, numberIds: [sandbox.id] },
      { versionNumber: 1, numberIds: [] },
    ])
    expect((await client.get(`${path}/versions/1`)).at('data.flow.nodes.1.data.text')).toBe('First')
    expect((await client.get(`${path}/versions/3`)).status).toBe(404)
  })

  test('can be taken back, from one number or from all', async () => {
    const [one, two] = [await Sandbox.create(client), await Sandbox.create(client)]
    const path = await make(says('Still here'))
    await client.post(`${path}/publish`, { numberIds: [one.id, two.id] })
    const unpublished = await client.post(`${path}/unpublish`, { numberIds: [one.id] })
    expect(unpublished.at('data.publications')).toMatchObject([{ numberId: two.id }])
    await one.says('4915800000003', 'Hi')
    await two.says('4915800000003', 'Hi')
    await expect.poll(() => two.received('4915800000003')).toHaveLength(1)
    expect(await one.received('4915800000003')).toEqual([])
    expect((await client.post(`${path}/unpublish`)).at('data.publications')).toEqual([])
  })

  test('an old version becomes the draft again, unless somebody was faster', async () => {
    const sandbox = await Sandbox.create(client)
    const path = await make(says('Old'))
    await client.post(`${path}/publish`, { numberIds: [sandbox.id] })
    await client.put(`${path}/draft`, { revision: 1, draft: says('New') })
    const late = await client.post(`${path}/versions/1/restore`, { revision: 1 })
    expect(late.status).toBe(409)
    const restored = await client.post(`${path}/versions/1/restore`, { revision: 2 })
    expect(restored.at('data.problems')).toEqual([])
    expect(restored.at('data.revision')).toBeGreaterThan(2)
    expect(restored.at('data.draft.nodes.1.data.text')).toBe('Old')
  })

  test('reaches no number of another workspace, and no other workspace’s flow', async () => {
    const theirs = await Sandbox.create(foreigner)
    const path = await make()
    const refused = await client.post(`${path}/publish`, { numberIds: [theirs.id] })
    expect(refused).toMatchObject({ status: 404, body: { code: 'SESSION_NOT_FOUND' } })
    const stolen = await foreigner.post(`${path}/publish`, { numberIds: [theirs.id] })
    expect(stolen).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    expect((await foreigner.get('/api/v1/flows')).at('data')).toEqual([])
    expect((await client.get(path)).at('data.publications')).toEqual([])
  })

  test('stands beside the flow that somebody else publishes to the same number at the same time; one answers, and always the same', async () => {
    const sandbox = await Sandbox.create(client)
    const paths = await Promise.all([make(says('From one'), 'One'), make(says('From two'), 'Two')])
    const published = await Promise.all(
      paths.map((path) => client.post(`${path}/publish`, { numberIds: [sandbox.id] })),
    )
    expect(published.map(({ status }) => status)).toEqual([200, 200])
    for (const path of paths) {
      const publications = (await client.get(path)).at('data.publications')
      expect(publications).toMatchObject([{ numberId: sandbox.id, versionNumber: 1 }])
    }
    const answers = new Set<unknown>()
    for (const customer of ['4915800000021', '4915800000022', '4915800000023']) {
      await sandbox.says(customer, 'Hi')
      await expect.poll(() => sandbox.received(customer)).toHaveLength(1)
      const [answer] = (await sandbox.received(customer)) as { content: { text: string } }[]
      answers.add(answer?.content.text)
    }
    expect(answers.size).toBe(1)
    // Taken back, the other one answers.
    const answering = answers.has('From one') ? 0 : 1
    await client.post(`${paths[answering]}/unpublish`, {})
    await sandbox.says('4915800000024', 'Hi')
    await expect
      .poll(() => sandbox.received('4915800000024'))
      .toMatchObject([{ content: { text: answering === 0 ? 'From two' : 'From one' } }])
  })

  test('goes on to its end for those who are in it when the flow is deleted', async () => {
    const sandbox = await Sandbox.create(client)
    const path = await make({
      nodes: [
        START,
        aNode('ask', 'question', { text: 'Your name?', answer: { type: 'text' }, saveAs: 'who' }),
        aNode('bye', 'text', { text: 'Bye {{ who }}' }),
      ],
      edges: lines('start > ask', 'ask > bye'),
    })
    const published = await client.post(`${path}/publish`, { numberIds: [sandbox.id] })
    expect(published.at('error.problems') ?? []).toEqual([])
    await sandbox.says('4915800000004', 'Hi')
    await expect.poll(() => sandbox.received('4915800000004')).toHaveLength(1)
    await client.delete(path)
    await sandbox.says('4915800000004', 'Ana')
    await expect
      .poll(() => sandbox.received('4915800000004'))
      .toMatchObject([{}, { content: { text: 'Bye Ana' } }])
  })
})
