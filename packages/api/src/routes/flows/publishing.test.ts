import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

//  [start] ─► [question "Name?" → name] ─► [text "… {{ name }}"]
const asking = (words: string, questionId = 'ask') => ({
  nodes: [
    START,
    aNode(questionId, 'question', { text: 'Name?', saveAs: 'name' }),
    aNode('say', 'text', { text: `${words} {{ name }}` }),
  ],
  edges: lines(`start > ${questionId}`, `${questionId} > say`),
})

/** A flow whose first version is live for everybody on a sandbox number. */
async function aLiveFlow() {
  const sandbox = await Sandbox.create(client)
  const made = await client.post('/api/v1/flows', { name: 'Tea', draft: asking('Hello') })
  const path = `/api/v1/flows/${made.text('data.id')}`
  const numberIds = [sandbox.id]
  const publish = (more: object = {}) => client.post(`${path}/publish`, { numberIds, ...more })
  const draw = async (draft: object) => {
    const revision = (await client.get(path)).at('data.revision')
    await client.put(`${path}/draft`, { revision, draft })
  }
  await publish()
  return { sandbox, path, numberIds, publish, draw }
}

let phones = 0
const aPhone = () => `4917000${String((phones += 1)).padStart(6, '0')}`

/** What a customer gets for the last of these messages, when each gets one. */
async function replyTo(sandbox: Sandbox, from: string, ...texts: readonly string[]) {
  let received: { content: { text: string } }[] = []
  const before = ((await sandbox.received(from)) as unknown[]).length
  for (const [index, text] of texts.entries()) {
    await sandbox.says(from, text)
    await expect
      .poll(async () => {
        // Every flow here sends texts only.
        received = (await sandbox.received(from)) as typeof received
        return received.length
      })
      .toBe(before + index + 1)
  }
  return received.at(-1)?.content.text
}

async function aTestContact(): Promise<string> {
  const phone = aPhone()
  await client.put('/api/v1/contacts', { phone, name: 'Tess' })
  const marked = await client.patch(`/api/v1/contacts/${phone}`, { isTestContact: true })
  expect(marked.at('data.isTestContact')).toBe(true)
  return phone
}
const TESTERS = { audience: { type: 'testContacts' } }

describe('a trial', () => {
  test('answers test contacts, until it is promoted and answers everybody', async () => {
    const { sandbox, path, publish, draw } = await aLiveFlow()
    const tester = await aTestContact()
    await draw(asking('Welcome'))
    const published = await publish(TESTERS)
    expect(published.at('data')).toMatchObject({
      version: { versionNumber: 2, numberIds: [], trials: [{ numberId: sandbox.id, ...TESTERS }] },
      publications: [{ versionNumber: 1, trial: { versionNumber: 2, ...TESTERS } }],
    })
    expect((await client.get(`${path}/summary`)).at('data')).toMatchObject({
      hasUnpublishedChanges: false,
      publications: [{ versionNumber: 1, trial: { versionNumber: 2 } }],
    })
    expect(await replyTo(sandbox, tester, 'Hi', 'Tess')).toBe('Welcome Tess')
    expect(await replyTo(sandbox, aPhone(), 'Hi', 'Ana')).toBe('Hello Ana')

    const promoted = await client.post(`${path}/trial/promote`, { versionNumber: 2 })
    expect(promoted.at('data.publications')).toMatchObject([{ versionNumber: 2, trial: null }])
    expect(await replyTo(sandbox, aPhone(), 'Hi', 'Ben')).toBe('Welcome Ben')
    const again = await client.post(`${path}/trial/promote`, { versionNumber: 2 })
    expect(again.status).toBe(404)
  })

  test('ends and leaves everything as it was; where nothing was live, nothing is', async () => {
    const { sandbox, path, publish, draw } = await aLiveFlow()
    const tester = await aTestContact()
    await draw(asking('Welcome'))
    await publish({ audience: { type: 'percentage', percentage: 99 } })
    const ended = await client.post(`${path}/trial/end`, { versionNumber: 2 })
    expect(ended.at('data.publications')).toMatchObject([{ versionNumber: 1, trial: null }])
    expect(await replyTo(sandbox, tester, 'Hi', 'Tess')).toBe('Hello Tess')

    await client.post(`${path}/unpublish`, {})
    await publish(TESTERS)
    expect((await client.get(path)).at('data.publications')).toMatchObject([
      { versionNumber: null },
    ])
    const endedToo = await client.post(`${path}/trial/end`, {
      versionNumber: 2,
      numberIds: [sandbox.id],
    })
    expect(endedToo.at('data.publications')).toEqual([])
  })

  test('of what everybody has already is refused, as is a share that is none', async () => {
    const { path, publish } = await aLiveFlow()
    const refused = await publish({ ...TESTERS, note: 'Nobody reads this' })
    expect((await client.get(`${path}/versions/1`)).at('data.note')).toBe('')
    expect(refused).toMatchObject({ status: 409, body: { code: 'CONFLICT' } })
    expect(refused.text('message')).toContain('Version 1 answers everybody there already')
    for (const percentage of [0, 100, 12.5]) {
      expect((await publish({ audience: { type: 'percentage', percentage } })).status).toBe(422)
    }
    const share = { audience: { type: 'percentage', percentage: 10 }, conversations: 'move' }
    expect(Object.keys((await publish(share)).at('errors') ?? {})).toEqual(['conversations'])
  })

  test('is nobody else’s to promote or end', async () => {
    const { path, publish, draw } = await aLiveFlow()
    await draw(asking('Welcome'))
    await publish(TESTERS)
    for (const what of ['promote', 'end']) {
      const answer = await foreigner.post(`${path}/trial/${what}`, { versionNumber: 2 })
      expect(answer.status).toBe(404)
    }
    expect((await client.get(path)).at('data.publications.0.trial')).toMatchObject(TESTERS)
  })
})

test('those who are test contacts can be listed on their own', async () => {
  const tester = await aTestContact()
  const listed = await client.get('/api/v1/contacts?isTestContact=true')
  const phonesOf = (listed.at('data') as { phone: string }[]).map(({ phone }) => phone)
  expect(phonesOf).toContain(`+${tester}`)
  const others = await client.get('/api/v1/contacts?isTestContact=false&limit=100')
  expect((others.at('data') as { phone: string }[]).map(({ phone }) => phone)).not.toContain(
    `+${tester}`,
  )
  expect((await client.get('/api/v1/contacts?isTestContact=maybe')).status).toBe(422)
})

describe('conversations in progress', () => {
  test.each([
    ['finish', 'Hello Ana', { inProgress: 1, moving: 0, finishing: 1 }],
    ['move', 'Welcome Ana', { inProgress: 1, moving: 1, finishing: 0 }],
  ])('%s, as was chosen, and are counted before and after', async (choice, words, outcome) => {
    const { sandbox, path, publish, draw } = await aLiveFlow()
    const from = aPhone()
    await replyTo(sandbox, from, 'Hi')
    await draw(asking('Welcome'))
    expect((await client.get(`${path}/conversations`)).at('data')).toEqual([
      { numberId: sandbox.id, inProgress: 1, movable: 1 },
    ])
    expect((await publish({ conversations: choice })).at('data.conversations')).toEqual(outcome)
    expect(await replyTo(sandbox, from, 'Ana')).toBe(words)
    expect((await client.get(`${path}/conversations`)).at('data')).toEqual([])
  })

  test('finish where they are when their question is gone', async () => {
    const { sandbox, path, publish, draw } = await aLiveFlow()
    const from = aPhone()
    await replyTo(sandbox, from, 'Hi')
    await draw(asking('Welcome', 'another'))
    expect((await client.get(`${path}/conversations`)).at('data.0.movable')).toBe(0)
    expect((await publish({ conversations: 'move' })).at('data.conversations')).toEqual({
      inProgress: 1,
      moving: 0,
      finishing: 1,
    })
    expect(await replyTo(sandbox, from, 'Ana')).toBe('Hello Ana')
    await draw({ nodes: [], edges: [] })
    expect((await foreigner.get(`${path}/conversations`)).status).toBe(404)
  })

  test('of test contacts move to the trial, the others stay', async () => {
    const { sandbox, publish, draw } = await aLiveFlow()
    const [tester, other] = [await aTestContact(), aPhone()]
    await replyTo(sandbox, tester, 'Hi')
    await replyTo(sandbox, other, 'Hi')
    await draw(asking('Welcome'))
    const published = await publish({ ...TESTERS, conversations: 'move' })
    expect(published.at('data.conversations')).toEqual({ inProgress: 2, moving: 1, finishing: 1 })
    expect(await replyTo(sandbox, tester, 'Tess')).toBe('Welcome Tess')
    expect(await replyTo(sandbox, other, 'Ana')).toBe('Hello Ana')
  })
})

describe('a note', () => {
  test('is kept when nothing had changed: it joins what was said of the version before', async () => {
    const { path, publish } = await aLiveFlow()
    const notes = async () =>
      ((await client.get(`${path}/versions`)).at('data') as { note: string }[]).map(
        ({ note }) => note,
      )
    expect(await notes()).toEqual([''])
    expect((await publish({ note: 'Opening day' })).at('data.version.note')).toBe('Opening day')
    expect(await notes()).toEqual(['Opening day'])
    await publish({ note: 'Again' })
    expect(await notes()).toEqual(['Opening day\nAgain'])
    expect((await client.get(`${path}/versions/1`)).at('data.note')).toBe('Opening day\nAgain')
  })
})

describe('a scheduled publish', () => {
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()

  test('happens at its time, with the draft as it was when it was scheduled', async () => {
    const { sandbox, path, numberIds, draw } = await aLiveFlow()
    await draw(asking('Welcome'))
    const order = {
      numberIds,
      note: 'For the weekend',
      scheduledFor: inMs(800),
      timeZone: 'Europe/Berlin',
    }
    const made = await client.post(`${path}/scheduled-publishes`, order)
    expect(made).toMatchObject({ status: 201 })
    expect(made.at('data')).toMatchObject({
      versionNumber: 2,
      status: 'waiting',
      timeZone: 'Europe/Berlin',
      audience: { type: 'everyone' },
    })
    expect((await client.get(`${path}/summary`)).at('data')).toMatchObject({
      hasUnpublishedChanges: true,
      publications: [{ versionNumber: 1 }],
    })
    await draw(asking('Not yet'))
    expect(await replyTo(sandbox, aPhone(), 'Hi', 'Ana')).toBe('Hello Ana')
    await expect
      .poll(async () => (await client.get(path)).at('data.publications.0.versionNumber'), {
        timeout: 5_000,
      })
      .toBe(2)
    expect(await replyTo(sandbox, aPhone(), 'Hi', 'Ben')).toBe('Welcome Ben')
    expect((await client.get(`${path}/scheduled-publishes`)).at('data')).toEqual([])
  })

  test('can be cancelled once, by those who may publish', async () => {
    const { path, numberIds, draw } = await aLiveFlow()
    await draw(asking('Welcome'))
    const made = await client.post(`${path}/scheduled-publishes`, {
      numberIds,
      scheduledFor: inMs(3_600_000),
    })
    const one = `${path}/scheduled-publishes/${made.text('data.id')}`
    expect((await foreigner.delete(one)).status).toBe(404)
    expect((await foreigner.get(`${path}/scheduled-publishes`)).status).toBe(404)
    expect((await client.get(`${path}/scheduled-publishes`)).at('data')).toHaveLength(1)
    expect((await client.delete(one)).status).toBe(200)
    expect(await client.delete(one)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } })
    expect((await client.get(`${path}/scheduled-publishes`)).at('data')).toEqual([])
  })

  test('stays in view with its reason when the flow is deleted', async () => {
    const { path, numberIds } = await aLiveFlow()
    await client.post(`${path}/scheduled-publishes`, { numberIds, scheduledFor: inMs(60_000) })
    await client.delete(path)
    expect((await client.get(`${path}/scheduled-publishes`)).at('data')).toMatchObject([
      { status: 'failed', problem: 'The flow was deleted before its time came.' },
    ])
  })

  test.each([
    ['in the past', () => ({ scheduledFor: inMs(-1_000) }), 'scheduledFor'],
    ['in two years', () => ({ scheduledFor: inMs(2 * 366 * 86_400_000) }), 'scheduledFor'],
    ['without a zone', () => ({ scheduledFor: '2099-01-01T09:00:00' }), 'scheduledFor'],
    ['in no zone', () => ({ scheduledFor: inMs(60_000), timeZone: 'Mars/Base' }), 'timeZone'],
  ])('%s is refused', async (_, more, field) => {
    const { path, numberIds } = await aLiveFlow()
    const answer = await client.post(`${path}/scheduled-publishes`, { numberIds, ...more() })
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.at('errors') ?? {})).toEqual([field])
  })
})
