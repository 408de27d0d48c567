// The store alone: calls per second of what the pipeline asks for with every message, with 1 and with 100 under way, on the
// embedded database in its own thread or on MONGODB_URI. The control is the bare driver inserting the same documents
// into a collection with the same indexes, one command each.
//   node bench/store.mjs [--seconds=2] [--concurrency=1,100] [--only=messages]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { startEmbeddedDatabase } from '@parley/embedded-db'
import { connectStore, createStore } from '@parley/runtime/store'
import { MongoClient } from 'mongodb'

const options = Object.fromEntries(
  process.argv.slice(2).map((argument) => argument.replace(/^--/, '').split('=')),
)
const SECONDS = Number(options.seconds ?? 2)
const CONCURRENCIES = (options.concurrency ?? '1,100').split(',').map(Number)
const DATABASE = `parley_bench_${process.pid}`
const CONVERSATIONS = 1_000
const lines = new Map()

const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'))
const embedded = process.env.MONGODB_URI ? null : await startEmbeddedDatabase({ dataDir })
const uri = process.env.MONGODB_URI ?? embedded.uri
const connection = await connectStore(uri, { database: DATABASE })
const client = await new MongoClient(uri).connect()
try {
  await main()
} finally {
  await connection.dropDatabase()
  await connection.close()
  await client.close()
  await embedded?.close()
  await rm(dataDir, { recursive: true, force: true })
}

async function main() {
  const silent = { debug() {}, info() {}, warn() {}, error() {} }
  const secretKey = new Uint8Array(32)
  const store = createStore({ connection, logger: silent, secretKey })
  await store.ensureIndexes()
  const control = await aControlCollection(store)
  const contacts = await Promise.all(
    range(CONVERSATIONS).map((i) => store.contacts.resolve(aNewContact(i))),
  )
  await Promise.all(contacts.map(({ id }) => store.contacts.touch('ws', id, 1)))
  await Promise.all(range(CONVERSATIONS).map((i) => store.sessions.insert(aSession(i))))
  const versions = range(CONVERSATIONS).map(() => 1)

  const operations = {
    'control: driver insertOne': (i) => control.insertOne(aDocument(i)),
    'messages.insertInbound': (i) => store.messages.insertInbound(anInbound(i)),
    'messages.insertOutbound': (i) => store.messages.insertOutbound([anOutbound(i)]),
    'messages.closeInbound': (i) => store.messages.closeInbound([anInbound(i).id]),
    'messages.recordSent': (i) => store.messages.recordSent(anOutbound(i).id, aSent(i)),
    'messages.advanceStatus': (i) => store.messages.advanceStatus('num', aReport(i, 'delivered')),
    'messages.find': (i) => store.messages.find(anOutbound(i).id),
    'conversations.touch': (i) => store.conversations.touch(aTouch(i)),
    'conversations.find': (i) => store.conversations.find(`conv_${i % CONVERSATIONS}`),
    'contacts.resolve, known': (i) => store.contacts.resolve(aNewContact(i % CONVERSATIONS)),
    'contacts.resolve, new': (i) => store.contacts.resolve(aNewContact(CONVERSATIONS + i)),
    'sessions.findLatest': (i) => store.sessions.findLatest(`conv_${i % CONVERSATIONS}`),
    'sessions.commit': (i) => commitNext(store, versions, i % CONVERSATIONS),
    'timers.insert and remove': async (i) => {
      await store.timers.insert(aTimer(i))
      await store.timers.remove([aTimer(i).id])
    },
    'traces.insert': (i) => store.traces.insert(aTrace(i)),
    'all for one answered message': (i) => answerMessage(store, contacts, versions, i),
  }
  // Counters go on between concurrencies, so that no message is inserted twice.
  const counters = Object.fromEntries(Object.keys(operations).map((name) => [name, 0]))
  for (const concurrency of CONCURRENCIES) {
    for (const [name, operation] of Object.entries(operations)) {
      if (!name.includes(options.only ?? '')) continue
      const next = () => counters[name]++
      const figures = await measure(concurrency, () => operation(next()))
      console.log(JSON.stringify({ bench: 'store', name, concurrency, ...figures }))
    }
  }
}

/** What the pipeline asks of the store from an inbound text to a read answer. */
async function answerMessage(store, contacts, versions, index) {
  const i = 10_000_000 + index
  const conversation = index % CONVERSATIONS
  const inbound = anInbound(i)
  const outbound = anOutbound(i)
  await store.contacts.resolve(aNewContact(conversation))
  await store.messages.insertInbound(inbound)
  await Promise.all([
    store.conversations.touch(aTouch(i)),
    store.contacts.touch('ws', contacts[conversation].id, i),
  ])
  await commitNext(store, versions, conversation)
  await Promise.all([
    store.messages.insertOutbound([outbound]),
    store.conversations.touch({ ...aTouch(i), inbound: false }),
    store.traces.insert(aTrace(i)),
  ])
  await Promise.all([
    store.messages.closeInbound([inbound.id]),
    store.messages.recordSent(outbound.id, aSent(i)),
  ])
  await store.messages.advanceStatus('num', aReport(i, 'delivered'))
  await store.messages.advanceStatus('num', aReport(i, 'read'))
}

// One at a time per conversation, as in the pipeline.
function commitNext(store, versions, conversation) {
  const before = lines.get(conversation) ?? Promise.resolve()
  const commit = before.then(async () => {
    const version = versions[conversation]
    const session = { ...aSession(conversation), version: version + 1 }
    const handledEventIds = [`event_${conversation}_${version}`]
    if (!(await store.sessions.commit({ ...session, handledEventIds }, version))) {
      throw new Error(`The commit of session ${session.id} was refused`)
    }
    versions[conversation] += 1
  })
  lines.set(conversation, commit)
  return commit
}

async function measure(concurrency, operation) {
  const latencies = []
  const start = performance.now()
  const end = start + SECONDS * 1_000
  const before = performance.eventLoopUtilization()
  const cpuBefore = process.cpuUsage()
  const worker = async () => {
    for (let now = performance.now(); now < end; ) {
      await operation()
      const after = performance.now()
      latencies.push(after - now)
      now = after
    }
  }
  await Promise.all(range(concurrency).map(worker))
  const seconds = (performance.now() - start) / 1_000
  const cpu = process.cpuUsage(cpuBefore)
  latencies.sort((a, b) => a - b)
  const percentile = (share) => Number(latencies[Math.floor(latencies.length * share)].toFixed(2))
  return {
    perSecond: Math.round(latencies.length / seconds),
    p50Ms: percentile(0.5),
    p99Ms: percentile(0.99),
    // Of all threads, the embedded database's too; says the same on a busy machine as on an idle one.
    cpuMicrosecondsPerCall: Math.round((cpu.user + cpu.system) / latencies.length),
    mainThreadBusy: Number(performance.eventLoopUtilization(before).utilization.toFixed(2)),
  }
}

async function aControlCollection(store) {
  const control = client.db(DATABASE).collection('control')
  for (const [key, settings] of store.messages.model.schema.indexes()) {
    const { background: _, ...wanted } = settings
    await control.createIndex(key, wanted)
  }
  return control
}

function range(length) {
  return Array.from({ length }, (_, index) => index)
}

function aNewContact(i) {
  return {
    workspaceId: 'ws',
    aliases: [`phone:${15_550_000_000 + i}`],
    phone: `${15_550_000_000 + i}`,
    name: 'Ana Maria',
    at: i,
  }
}

function aMessage(i) {
  return {
    workspaceId: 'ws',
    numberId: 'num',
    conversationId: `conv_${i % CONVERSATIONS}`,
    contactId: `con_${i % CONVERSATIONS}`,
    address: `${15_550_000_000 + (i % CONVERSATIONS)}`,
    isGroup: false,
    content: { type: 'text', text: 'I would like to know when my order will arrive.' },
    renderedAs: null,
    quotedMessageId: null,
    failure: null,
    source: null,
    createdAt: 1_780_000_000_000 + i,
    order: 0,
    open: true,
    dueAt: 1_780_000_000_000 + i,
    attempts: 0,
    isFirst: false,
    scheduled: false,
    requestHash: null,
  }
}

function anInbound(i) {
  return {
    ...aMessage(i),
    id: `in_${i}`,
    direction: 'inbound',
    channelMessageId: `in-${i}`,
    status: 'received',
    statusAt: { received: i },
  }
}

function anOutbound(i) {
  return {
    ...aMessage(i),
    id: `out_${i}`,
    direction: 'outbound',
    channelMessageId: `out-${i}`,
    status: 'queued',
    statusAt: { queued: i },
  }
}

function aDocument(i) {
  const { id, ...fields } = anInbound(i)
  return { _id: id, ...fields }
}

function aSent(i) {
  const renderedAs = [aMessage(i).content]
  return { at: i, channelMessageId: `out-${i}`, attempts: 1, renderedAs }
}

function aReport(i, status) {
  return { channelMessageId: `out-${i}`, status, at: i }
}

function aTouch(i) {
  const { workspaceId, numberId, contactId, address, isGroup, conversationId: id } = aMessage(i)
  const summary = { lastMessageAt: i, lastMessagePreview: 'I would like to know', inbound: true }
  return { id, workspaceId, numberId, contactId, address, isGroup, ...summary }
}

function aSession(i) {
  const id = `ses_${i}`
  const waiting = { nodeId: 'ask', since: 1, tries: 0 }
  return {
    id,
    workspaceId: 'ws',
    numberId: 'num',
    conversationId: `conv_${i}`,
    contactId: `con_${i}`,
    flowId: 'flow',
    flowVersionId: 'version',
    state: { id, stepNumber: 2, waiting, variables: { name: 'Ana', order: 12 }, ended: null },
    active: true,
    version: 1,
    fence: 1,
    handledEventIds: ['event'],
    lastEffects: [{ type: 'send', id: `${id}-1-0`, nodeId: 'ask', content: aMessage(i).content }],
    committedAt: 1,
    startedAt: 1,
  }
}

function aTimer(i) {
  const { workspaceId, numberId, conversationId } = aMessage(i)
  return { id: `timer_${i}`, workspaceId, numberId, conversationId, sessionId: 'ses', fireAt: i }
}

function aTrace(i) {
  const { workspaceId, conversationId } = aMessage(i)
  const entries = range(4).map((step) => ({ at: i, nodeId: `node_${step}`, leftBy: 'next' }))
  return {
    id: `trace_${i}`,
    workspaceId,
    conversationId,
    sessionId: 'ses',
    at: Date.now(),
    entries,
  }
}
