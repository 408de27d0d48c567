import mongoose, { type Connection, type mongo } from 'mongoose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../pipeline/ids.ts'
import { startTestDatabase, type TestDatabase } from '../testing/mongo.ts'
import { aNumber } from '../testing/records.ts'
import {
  aDeliveryRecord,
  anHttpCallRecord,
  anInboundRecord,
  anOutboundRecord,
  aSessionRecord,
  aSignalRecord,
  aTimerRecord,
  aWebhookRecord,
} from '../testing/storeRecords.ts'
import { createStore } from './createStore.ts'

const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

let database: TestDatabase
let watched: Connection
const queries: Query[] = []

beforeAll(async () => {
  database = await startTestDatabase()
  watched = await mongoose.createConnection(database.uri, { monitorCommands: true }).asPromise()
  watched.getClient().on('commandStarted', (event) => {
    queries.push(...queriesOf(event))
  })
})
afterAll(async () => {
  await watched.close()
  await database.close()
})

it('serves every query of the store with an index, in the order that is wanted unless it finds a handful', async () => {
  const store = createStore({ connection: watched, logger, secretKey: new Uint8Array(32) })
  await store.ensureIndexes()
  await useEverything(store)
  expect(new Set(queries.map(({ find }) => find)).size).toBeGreaterThanOrEqual(11)
  const bad: string[] = []
  for (const query of queries) {
    const { queryPlanner } = await database.connection.db!.command({ explain: query })
    const plan = JSON.stringify(queryPlanner.winningPlan)
    const isBad = leavesFew(query) ? plan.includes('COLLSCAN') : /COLLSCAN|"SORT"/.test(plan)
    if (isBad) bad.push(`${JSON.stringify(query)} → ${plan}`)
  }
  expect(bad).toEqual([])
})

/** Queries whose index leaves a handful of documents, which may be sorted in memory. */
const leavesFew = ({ find, filter }: Query): boolean =>
  find === 'publications' || (find === 'contacts' && 'phone' in filter)

interface Query {
  readonly find: string
  readonly filter: mongo.Document
}

/** The queries within a command; those of writes as if they only read. */
function queriesOf({ commandName, command }: mongo.CommandStartedEvent): Query[] {
  if (commandName === 'find') {
    const { find, filter, sort, limit } = command
    return [{ find, filter, ...(sort && { sort }), ...(limit && { limit }) }]
  }
  if (commandName === 'findAndModify') {
    return [{ find: command.findAndModify, filter: command.query }]
  }
  const statements: { q: mongo.Document }[] = command.updates ?? command.deletes ?? []
  return statements.map(({ q }) => ({ find: command[commandName], filter: q }))
}

/** All that the pipeline and the API ask, apart from what a process does once when it starts. */
async function useEverything(store: ReturnType<typeof createStore>): Promise<void> {
  const workspaceId = newId('ws')
  const number = aNumber({ id: newId('num'), workspaceId })
  const numberId = number.id
  await store.numbers.insert(number)
  await store.numbers.find(numberId)
  await store.numbers.list({ workspaceId })
  await store.numbers.listWanted()
  const lease = await store.numbers.acquireLease(numberId, 'owner', 1, 1_000)
  if (!lease) throw new Error('The number was free')
  await store.numbers.renewLease(lease, 2, 1_000)
  await store.numbers.releaseLease(lease)

  const wanted = { workspaceId, aliases: ['phone:1', 'lid:1'], phone: '1', name: '', at: 1 }
  const contact = await store.contacts.resolve(wanted)
  await store.contacts.resolve({ ...wanted, name: 'Ana' })
  await store.contacts.touch(workspaceId, contact.id, 5)
  await store.contacts.applyChange(workspaceId, contact.id, { addTags: ['vip'] })
  await store.contacts.find(workspaceId, contact.id)
  const page = await store.contacts.list({ workspaceId, limit: 1 })
  await store.contacts.list({ workspaceId, cursor: page.nextCursor ?? cursorAt(5, contact.id) })
  await store.contacts.list({ workspaceId, isTestContact: true, limit: 1 })
  await store.contacts.setTestContact(workspaceId, contact.id, true)
  await store.contacts.findByPhone(workspaceId, '2')
  await store.contacts.findByUuid(workspaceId, contact.uuid)

  const inbound = anInboundRecord({ workspaceId, numberId, contactId: contact.id })
  const outbound = anOutboundRecord({ workspaceId, numberId, contactId: contact.id })
  const { conversationId } = inbound
  await store.messages.insertInbound(inbound)
  await store.messages.insertOutbound([outbound])
  await store.messages.find(inbound.id)
  await store.messages.findByChannelId(numberId, inbound.channelMessageId ?? '')
  await store.messages.listOpenInbound(numberId, 10)
  await store.messages.listOpenOutbound(numberId, 10_000, 10)
  await store.messages.attachMedia(numberId, 'unknown', { failure: 'gone' })
  await store.messages.closeInbound([inbound.id])
  const channelMessageId = outbound.channelMessageId ?? ''
  const sent = { at: 2, channelMessageId, attempts: 1, renderedAs: [] }
  await store.messages.recordSent(outbound.id, sent)
  await store.messages.advanceStatus(numberId, { channelMessageId, status: 'read', at: 3 })
  await store.messages.cancel(outbound.id, 4)
  await store.sendQueue.list(numberId, 10)
  await store.messageNumbers.bringUpToDate(number, 1_000)
  await store.messageNumbers.bringUpToDate(number, 1_000)
  await store.messageNumbers.numbersOf([outbound.id])
  for (const from of ['newest', { after: 1 }] as const) {
    for (const some of [{}, { conversationId }, { createdSince: 1 }]) {
      await store.messageNumbers.list({ numberId, from, ...some, limit: 10 })
    }
  }
  await store.groupRequests.listOpen(numberId)
  await store.groupRequests.find('grp_1')
  for (const whose of [{}, { conversationId }, { contactId: contact.id }]) {
    const { nextCursor } = await store.messages.list({ workspaceId, ...whose, limit: 1 })
    await store.messages.list({ workspaceId, ...whose, cursor: nextCursor ?? '' })
  }

  const { address, isGroup } = inbound
  const summary = { lastMessageAt: 5, lastMessagePreview: 'Hello', inbound: true }
  const whose = { id: conversationId, workspaceId, numberId, contactId: contact.id }
  await store.conversations.touch({ ...whose, address, isGroup, ...summary })
  await store.conversations.find(conversationId)
  await store.conversations.setHandover(conversationId, null)
  await store.conversations.list({ workspaceId, cursor: cursorAt(5, conversationId) })
  await store.conversations.markRead(workspaceId, conversationId)

  const session = aSessionRecord({ workspaceId, numberId, conversationId })
  await store.sessions.insert(session)
  await store.sessions.commit({ ...session, version: 2 }, 1)
  await store.sessions.commit({ ...session, version: 9 }, 8)
  await store.sessions.findLatest(conversationId)
  await store.sessions.find(workspaceId, session.id)

  const timer = aTimerRecord({ numberId })
  const call = anHttpCallRecord({ numberId })
  const signal = aSignalRecord({ numberId })
  await store.timers.insert(timer)
  await store.timers.listDue(numberId, 5, 10)
  await store.timers.remove([timer.id])
  await store.httpCalls.insert(call)
  await store.httpCalls.listOpen(numberId, 10)
  await store.httpCalls.recordResult(call.id, { outcome: 'timedOut' })
  await store.httpCalls.remove([call.id])
  await store.signals.insert(signal)
  await store.signals.listOpen(numberId, 10)
  await store.signals.remove([signal.id])
  await store.traces.listOfSession(workspaceId, session.id)

  const flow = { workspaceId, flowId: newId('flow') }
  const publication = { id: newId('pub'), numberId, ...flow, flowVersionId: 'v', publishedAt: 1 }
  await store.publications.publish(publication)
  await store.flows.listPublications(numberId)
  await store.publications.listOfFlow(workspaceId, flow.flowId)
  const trial = { flowVersionId: 'w', audience: { type: 'testContacts' }, startedAt: 1 } as const
  await store.publications.startTrial(publication, { ...trial, moves: false })
  await store.publications.promoteTrial(publication, { flowVersionId: 'w', publishedAt: 2 })
  await store.publications.endTrial(publication, 'w')
  await store.publications.remove(flow)
  for await (const _ of store.sessions.listActive(workspaceId, flow.flowId));
  await store.scheduledPublishes.find(workspaceId, 'sch_1')
  await store.scheduledPublishes.listOpen(workspaceId, flow.flowId)
  await store.scheduledPublishes.listDue(5)
  await store.scheduledPublishes.claim('sch_1', { ownerId: 'me', now: 5, ttlMs: 1 })
  const outcome = { status: 'published', problem: null, finishedAt: 6 } as const
  await store.scheduledPublishes.finish('sch_1', 'me', outcome)
  await store.scheduledPublishes.cancel(workspaceId, 'sch_1', 7)
  await store.scheduledPublishes.failOfFlow(workspaceId, flow.flowId, { problem: '', at: 8 })
  await store.flows.findVersion('unknown')
  await store.flowVersions.list(workspaceId, flow.flowId)
  await useWebhooks(store, workspaceId, numberId)
  await store.removeNumber(workspaceId, numberId, { history: 'remove' })
}

async function useWebhooks(
  { webhooks, webhookDeliveries, messages }: ReturnType<typeof createStore>,
  workspaceId: string,
  numberId: string,
): Promise<void> {
  const webhook = aWebhookRecord({ workspaceId, numberId })
  const { id: webhookId } = webhook
  await webhooks.insert(webhook)
  await webhooks.find(workspaceId, webhookId)
  await webhooks.listOfWorkspace(workspaceId)
  await webhooks.listOfDialect([numberId], '004')
  await webhooks.list({ workspaceId, limit: 1, cursor: cursorAt(1, webhookId) })
  await webhooks.update(workspaceId, webhookId, { status: 'paused' })
  await webhooks.acquireLeases({ ownerId: 'me', now: 1, ttlMs: 1_000, limit: 10 })
  await webhooks.renewLeases('me', 2, 1_000)
  await webhooks.releaseLeases('me')

  const delivery = aDeliveryRecord({ workspaceId, webhookId })
  await webhookDeliveries.insert(delivery)
  await webhookDeliveries.find(webhookId, delivery.id)
  await webhookDeliveries.webhookIdsWithNew(0)
  for (const exceptKeys of [[], ['other']]) {
    await webhookDeliveries.listPending({ webhookId, exceptKeys, limit: 10 })
  }
  for (const status of [{}, { status: 'failed' as const }]) {
    const cursor = cursorAt(9, delivery.id)
    await webhookDeliveries.list({ webhookId, ...status, cursor, limit: 1 })
  }
  await webhookDeliveries.replay(webhookId, delivery.id, 9)
  await webhookDeliveries.replayFailed(webhookId, 9)
  const changed = { workspaceId, since: 5, madeSince: 1, limit: 1 }
  await messages.listChanged(changed)
  await messages.listChanged({ ...changed, cursor: cursorAt(1, 0, 'msg') })
  await webhooks.remove(workspaceId, webhookId)
  await webhookDeliveries.removeOfWebhooks([webhookId])
}

const cursorAt = (...place: readonly (number | string)[]) =>
  Buffer.from(JSON.stringify(place)).toString('base64url')
