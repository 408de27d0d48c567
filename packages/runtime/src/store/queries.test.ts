import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../pipeline/ids.ts'
import { aFlow } from '../testing/flows.ts'
import { startTestDatabase, type TestDatabase } from '../testing/mongo.ts'
import { aNumber } from '../testing/records.ts'
import {
  anInboundRecord,
  anOutboundRecord,
  aSessionRecord,
  aTimerRecord,
} from '../testing/storeRecords.ts'
import { createStore, type MongoStore } from './createStore.ts'
import { BadCursorError } from './paging.ts'

const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

let database: TestDatabase
let store: MongoStore
beforeAll(async () => {
  database = await startTestDatabase()
  const secretKey = new Uint8Array(32).fill(7)
  store = createStore({ connection: database.connection, logger, secretKey })
  await store.ensureIndexes()
})
afterAll(() => database.close())

const idsOf = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id)

async function touch(
  workspaceId: string,
  given: { id?: string; numberId?: string; at?: number } = {},
) {
  const id = given.id ?? newId('conv')
  await store.conversations.touch({
    id,
    workspaceId,
    numberId: given.numberId ?? 'num_1',
    contactId: 'con_1',
    address: '1',
    isGroup: false,
    lastMessageAt: given.at ?? 1,
    lastMessagePreview: 'Hello',
    inbound: true,
  })
  return id
}

describe('messages', () => {
  it('are listed newest first, page by page, or the other way round', async () => {
    const workspaceId = newId('ws')
    const messages = [1, 2, 3, 4, 5].map((createdAt) =>
      anOutboundRecord({ workspaceId, createdAt }),
    )
    await store.messages.insertOutbound(messages)
    const ids = messages.map(({ id }) => id)
    const first = await store.messages.list({ workspaceId, limit: 2 })
    expect(idsOf(first)).toEqual([ids[4], ids[3]])
    const second = await store.messages.list({
      workspaceId,
      limit: 3,
      cursor: first.nextCursor ?? '',
    })
    expect(idsOf(second)).toEqual([ids[2], ids[1], ids[0]])
    expect(second.nextCursor).toBeNull()
    expect(idsOf(await store.messages.list({ workspaceId, sequence: 'oldestFirst' }))).toEqual(ids)
  })

  it('are listed by conversation, contact, number, direction and status, never of another workspace', async () => {
    const workspaceId = newId('ws')
    const mine = anOutboundRecord({
      workspaceId,
      conversationId: newId('conv'),
      contactId: newId('con'),
      numberId: newId('num'),
    })
    const { id: _, channelMessageId: __, ...same } = mine
    const answer = anInboundRecord({ ...same, direction: 'inbound', status: 'received' })
    const foreign = anOutboundRecord({ ...same, workspaceId: newId('ws') })
    const unrelated = anOutboundRecord({ workspaceId })
    await store.messages.insertOutbound([mine, foreign, unrelated])
    await store.messages.insertInbound(answer)
    const { conversationId, contactId, numberId } = mine
    const list = async (query: object) =>
      idsOf(await store.messages.list({ workspaceId, ...query })).toSorted()
    const both = [mine.id, answer.id].toSorted()
    expect(await list({ conversationId })).toEqual(both)
    expect(await list({ contactId })).toEqual(both)
    expect(await list({ numberId })).toEqual(both)
    expect(await list({ numberId, direction: 'inbound' })).toEqual([answer.id])
    expect(await list({ conversationId, status: 'queued' })).toEqual([mine.id])
    expect(await list({ conversationId, status: undefined })).toEqual(both)
  })

  it('refuse a cursor of another list', async () => {
    await expect(store.messages.list({ workspaceId: 'ws_1', cursor: 'bm8' })).rejects.toThrow(
      BadCursorError,
    )
  })
})

describe('conversations', () => {
  it('are listed with the newest message first, by number and by who answers', async () => {
    const workspaceId = newId('ws')
    const a = await touch(workspaceId, { at: 1, numberId: 'num_a' })
    const b = await touch(workspaceId, { at: 3 })
    const c = await touch(workspaceId, { at: 2 })
    await touch(newId('ws'))
    const handover = { at: 5, to: 'Sales', note: '', sessionId: null }
    await store.conversations.setHandover(c, handover)
    const list = async (query: object) =>
      idsOf(await store.conversations.list({ workspaceId, ...query }))
    expect(await list({})).toEqual([b, c, a])
    expect(await list({ numberId: 'num_a' })).toEqual([a])
    expect(await list({ answeredBy: 'person' })).toEqual([c])
    expect(await list({ answeredBy: 'flow' })).toEqual([b, a])
    expect(await store.conversations.markRead(workspaceId, b)).toBe(true)
    expect(await store.conversations.markRead(newId('ws'), c)).toBe(false)
    expect(await list({ unread: true })).toEqual([c, a])
  })
})

describe('contacts', () => {
  async function aContact(workspaceId: string, name: string, phone: string) {
    const { id } = await store.contacts.resolve({
      workspaceId,
      aliases: [`phone:${phone}`],
      phone,
      name,
      at: 1,
    })
    return id
  }

  it('are found by parts of name and phone, and by tag', async () => {
    const workspaceId = newId('ws')
    const ana = await aContact(workspaceId, 'Ana (Shop)', '15551230001')
    const bob = await aContact(workspaceId, 'Bob', '15551230002')
    const eve = await aContact(workspaceId, 'Eve', '4915551')
    await aContact(newId('ws'), 'Ana', '15551230001')
    await store.contacts.touch(workspaceId, bob, 9)
    await store.contacts.applyChange(workspaceId, eve, { addTags: ['vip'] })
    const list = async (query: object) =>
      idsOf(await store.contacts.list({ workspaceId, ...query }))
    expect(await list({})).toEqual([bob, eve, ana])
    expect(await list({ search: 'ana (' })).toEqual([ana])
    expect(await list({ search: '+1 555 123-0002' })).toEqual([bob])
    expect(await list({ search: '15551' })).toEqual([bob, eve, ana])
    expect(await list({ search: '.*' })).toEqual([])
    expect(await list({ tag: 'vip' })).toEqual([eve])
    const first = await store.contacts.list({ workspaceId, limit: 2 })
    const next = { workspaceId, limit: 2, cursor: first.nextCursor ?? '' }
    expect(idsOf(await store.contacts.list(next))).toEqual([ana])
    expect(await store.contacts.findByPhone(workspaceId, '4915551')).toMatchObject({ id: eve })
    expect(await store.contacts.findByPhone(workspaceId, '49')).toBeNull()
  })

  it('are removed only by their own workspace', async () => {
    const workspaceId = newId('ws')
    const id = await aContact(workspaceId, 'Ana', '1')
    const uuid = (await store.contacts.find(workspaceId, id))?.uuid ?? ''
    expect(await store.contacts.findByUuid(workspaceId, uuid)).toMatchObject({ id })
    expect(await store.contacts.remove(newId('ws'), id)).toBe(false)
    expect(await store.contacts.remove(workspaceId, id)).toBe(true)
    expect(await store.contacts.find(workspaceId, id)).toBeNull()
    expect(await store.contacts.findByUuid(workspaceId, uuid)).toBeNull()
  })

  it('are not made twice with one alias', async () => {
    const workspaceId = newId('ws')
    const id = await aContact(workspaceId, 'Ana', '1')
    const ana = await store.contacts.find(workspaceId, id)
    if (!ana) throw new Error('The contact was made')
    const twin = { ...ana, id: newId('con'), uuid: newId('uuid') }
    expect(await store.contacts.insert(twin)).toBe(false)
    expect(await store.contacts.insert({ ...twin, aliases: ['phone:2'] })).toBe(true)
  })
})

describe('numbers', () => {
  it('keep their settings encrypted', async () => {
    const number = aNumber({ id: newId('num'), settings: { token: 'very secret' } })
    await store.numbers.insert(number)
    const stored = await store.numbers.model.findById(number.id).lean()
    expect(JSON.stringify(stored)).not.toContain('very secret')
    const secretKey = new Uint8Array(32).fill(8)
    const stranger = createStore({ connection: database.connection, logger, secretKey })
    await expect(stranger.numbers.find(number.id)).rejects.toThrow(/another key/)
    expect((await stranger.numbers.listWanted()).map(({ id }) => id)).not.toContain(number.id)
  })

  it('are changed and listed within their workspace', async () => {
    const workspaceId = newId('ws')
    const [a, b] = [1, 2].map((createdAt) => aNumber({ id: newId('num'), workspaceId, createdAt }))
    if (!a || !b) throw new Error('Two numbers were made')
    await store.numbers.insert(b)
    await store.numbers.insert(a)
    const changed = { ...a, name: 'Support', settings: { token: 'x' } }
    const change = { name: 'Support', settings: { token: 'x' } }
    expect(await store.numbers.update(workspaceId, a.id, change)).toEqual(changed)
    expect(await store.numbers.update(newId('ws'), a.id, { name: 'Stolen' })).toBeNull()
    expect(await store.numbers.find(a.id)).toEqual(changed)
    expect((await store.numbers.list({ workspaceId })).items).toEqual([changed, b])
  })

  it('take with them what only makes sense with them', async () => {
    const workspaceId = newId('ws')
    const number = aNumber({ id: newId('num'), workspaceId })
    const numberId = number.id
    const session = aSessionRecord({ workspaceId, numberId })
    const queued = anOutboundRecord({ workspaceId, numberId })
    const scheduled = anOutboundRecord({ workspaceId, numberId, scheduled: true })
    const received = anInboundRecord({ workspaceId, numberId })
    await store.numbers.insert(number)
    await store.sessions.insert(session)
    await store.timers.insert(aTimerRecord({ workspaceId, numberId }))
    await store.messages.insertOutbound([queued, scheduled])
    await store.messages.insertInbound(received)
    const publication = { id: newId('pub'), workspaceId, numberId, publishedAt: 1 }
    await store.publications.publish({ ...publication, flowId: 'f', flowVersionId: 'v' })

    expect(await store.removeNumber(newId('ws'), numberId, { history: 'remove' })).toBe(false)
    expect(await store.removeNumber(workspaceId, numberId, { history: 'keep' })).toBe(true)
    expect(await store.numbers.find(numberId)).toBeNull()
    expect(await store.sessions.findLatest(session.conversationId)).toBeNull()
    expect(await store.timers.listDue(numberId, 9_000, 10)).toEqual([])
    expect(await store.flows.listPublications(numberId)).toEqual([])
    expect(await store.messages.listOpenInbound(numberId, 10)).toEqual([])
    expect(await store.messages.listOpenOutbound(numberId, 9_000, 10)).toEqual([])
    const { items } = await store.messages.list({ workspaceId, sequence: 'oldestFirst' })
    expect(items.map(({ status }) => status).toSorted()).toEqual([
      'cancelled',
      'cancelled',
      'received',
    ])
    expect(await store.removeNumber(workspaceId, numberId, { history: 'keep' })).toBe(false)
  })

  it('take their history with them when that is wanted', async () => {
    const workspaceId = newId('ws')
    const number = aNumber({ id: newId('num'), workspaceId })
    await store.numbers.insert(number)
    const message = anInboundRecord({
      workspaceId,
      numberId: number.id,
      conversationId: newId('conv'),
    })
    const other = anInboundRecord({ workspaceId, conversationId: newId('conv') })
    for (const { conversationId: id, numberId } of [message, other]) {
      await touch(workspaceId, { id, numberId })
    }
    await store.messages.insertInbound(message)
    await store.messages.insertInbound(other)
    await store.removeNumber(workspaceId, number.id, { history: 'remove' })
    expect(idsOf(await store.messages.list({ workspaceId }))).toEqual([other.id])
    expect(idsOf(await store.conversations.list({ workspaceId }))).toEqual([other.conversationId])
  })
})

describe('flow versions and publications', () => {
  it('get each number once, and are listed without their flows', async () => {
    const workspaceId = newId('ws')
    const [one, two, clash] = [1, 2, 2].map((versionNumber) => ({
      id: newId('ver'),
      workspaceId,
      flowId: 'flow_x',
      versionNumber,
      flow: aFlow([], []),
      createdAt: 1,
    }))
    if (!one || !two || !clash) throw new Error('Three versions were made')
    expect(await store.flowVersions.insert(one)).toBe(true)
    expect(await store.flowVersions.insert(two)).toBe(true)
    expect(await store.flowVersions.insert(clash)).toBe(false)
    const listed = await store.flowVersions.list(workspaceId, 'flow_x')
    expect(listed.map(({ id }) => id)).toEqual([two.id, one.id])
    expect(listed[0]).not.toHaveProperty('flow')
    expect(await store.flowVersions.list(newId('ws'), 'flow_x')).toEqual([])
  })

  it('come off one number or off all', async () => {
    const workspaceId = newId('ws')
    const flowId = newId('flow')
    const publications = ['num_a', 'num_b', 'num_c'].map((name) => ({
      id: newId('pub'),
      workspaceId,
      numberId: newId(name),
      flowId,
      flowVersionId: 'v',
      publishedAt: 1,
    }))
    for (const each of publications) await store.publications.publish(each)
    const numberIds = publications.map(({ numberId }) => numberId)
    const [first = ''] = numberIds
    await store.flows.listPublications(first)
    expect(await store.publications.remove({ workspaceId, flowId, numberId: first })).toBe(1)
    expect(await store.flows.listPublications(first)).toEqual([])
    expect(await store.publications.listOfFlow(workspaceId, flowId)).toHaveLength(2)
    expect(await store.publications.remove({ workspaceId: newId('ws'), flowId })).toBe(0)
    expect(await store.publications.remove({ workspaceId, flowId })).toBe(2)
    expect(await store.publications.listOfWorkspace(workspaceId)).toEqual([])
  })
})

describe('traces', () => {
  it('are listed in the order of the session', async () => {
    const workspaceId = newId('ws')
    const [second, first] = [2, 1].map((at) => ({
      id: newId('trace'),
      workspaceId,
      sessionId: 'ses_x',
      conversationId: 'conv_x',
      at,
      entries: [{ at, nodeId: 'n1', note: 'went on' }],
    }))
    if (!first || !second) throw new Error('Two traces were made')
    await store.traces.insert(second)
    await store.traces.insert(first)
    expect(await store.traces.listOfSession(workspaceId, 'ses_x')).toEqual([first, second])
    expect(await store.traces.listOfSession(newId('ws'), 'ses_x')).toEqual([])
    const stored = await store.traces.model.findById(first.id).lean()
    expect(stored?.expiresAt).toBeInstanceOf(Date)
  })
})

it('makes its indexes again without complaint', async () => {
  await expect(store.ensureIndexes()).resolves.toBeUndefined()
})
