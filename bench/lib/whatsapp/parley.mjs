// The same bot as a Parley flow: our channel and pipeline, everything durable, on the embedded database in its own thread
// or on MONGODB_URI.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedDatabase } from '@parley/embedded-db'
import { whatsAppWebChannel } from '@parley/runtime/channels/whatsapp-web'
import { createPipeline, localWakeups, newId, systemClock } from '@parley/runtime/pipeline'
import { connectStore, createStore } from '@parley/runtime/store'
import { parseFlow } from '@parley/shared'
import { silenceLibsignal } from '@parley/whatsapp-test-server'
import { ANSWER, inParallel, serve, showQr } from './botProcess.mjs'

const LINKS_AT_ONCE = 5
const [, , url] = process.argv
const WORKSPACE = 'ws_bench'
const logger = { debug() {}, info() {}, warn: console.error, error: console.error }

silenceLibsignal()
const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'))
const embedded = process.env.MONGODB_URI ? null : await startEmbeddedDatabase({ dataDir })
const uri = process.env.MONGODB_URI ?? embedded.uri
const connection = await connectStore(uri, { database: `parley_bench_${process.pid}` })
const store = createStore({ connection, logger, secretKey: new Uint8Array(32) })
await store.ensureIndexes()
const flowVersion = await publishable()
const numberIds = []
/** What to call when a number is connected. */
const untilConnected = new Map()
let pipeline = createBot()
await pipeline.start()

serve({
  async link(count) {
    const first = numberIds.length
    const added = Array.from({ length: count }, () => newId('num'))
    numberIds.push(...added)
    const numbers = added.map((numberId, index) => ({ numberId, index: first + index }))
    await inParallel(numbers, LINKS_AT_ONCE, async ({ numberId, index }) => {
      const connected = waitFor(numberId)
      await insertNumber(numberId, index)
      await pipeline.setWanted(numberId, 'connected')
      await connected
    })
  },
  async reconnect(count) {
    await pipeline.stop()
    for (const numberId of numberIds.slice(count)) {
      await store.numbers.setWanted(numberId, 'disconnected')
    }
    pipeline = createBot()
    const connected = Promise.all(numberIds.slice(0, count).map(waitFor))
    const start = performance.now()
    await pipeline.start()
    await connected
    return performance.now() - start
  },
  async stop() {
    await pipeline.stop()
    await connection.dropDatabase()
    await connection.close()
    await embedded?.close()
    await rm(dataDir, { recursive: true, force: true })
  },
})

function waitFor(numberId) {
  return new Promise((resolve) => {
    untilConnected.set(numberId, resolve)
  })
}

function createBot() {
  const channel = whatsAppWebChannel({
    authStorage: store.authState,
    sentMessages: store.sentMessages,
    media: noMedia(),
    clock: systemClock,
    logger,
    socketUrl: url,
  })
  return createPipeline({
    store,
    channels: [channel],
    clock: systemClock,
    logger,
    http: { call: async () => ({ outcome: 'failed', reason: 'no network' }) },
    live: { publish: (_workspaceId, event) => void onEvent(event) },
    wakeups: localWakeups(),
    ownerId: newId('own'),
    settings: { isAlone: embedded !== null },
  })
}

async function onEvent(event) {
  if (event.type !== 'number.updated') return
  if (event.status === 'connected') untilConnected.get(event.numberId)?.()
  if (event.status !== 'needsScan') return
  const { pairing } = await store.numbers.find(event.numberId)
  showQr(numberIds.indexOf(event.numberId), pairing.qr)
}

async function insertNumber(numberId, index) {
  await store.numbers.insert({
    id: numberId,
    workspaceId: WORKSPACE,
    name: `Number ${index}`,
    channel: 'whatsapp-web',
    phone: '',
    wanted: 'disconnected',
    status: 'disconnected',
    statusReason: '',
    pairing: null,
    // As fast as it can, like the bot that it is compared with.
    settings: { typing: false, messagesPerSecond: 1_000 },
    createdAt: 0,
  })
  await store.publications.publish({
    id: newId('pub'),
    workspaceId: WORKSPACE,
    numberId,
    flowId: flowVersion.flowId,
    flowVersionId: flowVersion.id,
    publishedAt: 0,
  })
}

async function publishable() {
  const parsed = parseFlow({
    nodes: [
      { id: 'start', type: 'start', data: { triggers: [{ type: 'anyMessage', id: 'any' }] } },
      { id: 'answer', type: 'text', data: { text: ANSWER } },
    ],
    edges: [{ id: 'e', source: 'start', sourceHandle: 'next', target: 'answer' }],
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const version = {
    id: newId('ver'),
    workspaceId: WORKSPACE,
    flowId: newId('flow'),
    versionNumber: 1,
    flow: parsed.flow,
    createdAt: 0,
  }
  await store.flowVersions.insert(version)
  return version
}

function noMedia() {
  const refuse = async () => {
    throw new Error('this benchmark sends no files')
  }
  return { read: refuse, fetch: refuse, save: refuse }
}
