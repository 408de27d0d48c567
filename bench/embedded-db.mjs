// The embedded database as programs use it: in its own thread, through the driver. Durable inserts one at a time and a hundred
// at once, bulk loading, finds among a million documents, and the start with all of them on disk. Controls: LMDB itself
// without a database around it, and the same find without an index in a hundredth of the documents.
//   node bench/embedded-db.mjs [--documents=1000000] [--seconds=3]
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { startEmbeddedDatabase } from '@parley/embedded-db'
import { open } from 'lmdb'
import { MongoClient } from 'mongodb'

const options = Object.fromEntries(
  process.argv.slice(2).map((argument) => argument.replace(/^--/, '').split('=')),
)
const DOCUMENTS = Number(options.documents ?? 1_000_000)
const SECONDS = Number(options.seconds ?? 3)
const BATCH = 1_000
const STARTS = 3
const MESSAGES_PER_CONVERSATION = 50
const PAGE = 20
const SMALL = Math.max(Math.floor(DOCUMENTS / 100), PAGE)
const TEXT =
  'I would like to know when my order will arrive, because it was promised for last week.'

const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'))
let database = await startEmbeddedDatabase({ dataDir: path.join(dataDir, 'db') })
let client = new MongoClient(database.uri)
try {
  await inserts()
  await load()
  await finds()
  await starts()
  await bareLmdb()
} finally {
  await client.close()
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
}

/** Every acknowledged insert is on disk. Those that wait at the same time share one commit. */
async function inserts() {
  const collection = await messages('inserts')
  let last = 0
  for (const concurrency of [1, 100]) {
    const insert = () => collection.insertOne(aMessage(last++))
    print(`durable insertOne, ${concurrency} at a time`, await measure(insert, concurrency))
  }
}

async function load() {
  const collection = await messages('messages')
  const start = performance.now()
  for (let i = 0; i < DOCUMENTS; i += BATCH) {
    const size = Math.min(BATCH, DOCUMENTS - i)
    await collection.insertMany(Array.from({ length: size }, (_, n) => aMessage(i + n)))
  }
  const perSecond = Math.round(DOCUMENTS / ((performance.now() - start) / 1_000))
  const { size } = await stat(path.join(dataDir, 'db', 'data.mdb'))
  print('insertMany, 1,000 at a time', { documents: DOCUMENTS, perSecond, fileMb: mb(size) })
}

async function finds() {
  const collection = client.db().collection('messages')
  const pick = () => Math.floor(Math.random() * DOCUMENTS)
  const page = (from) => ({
    find: (i) => from.find(pageFilter(i)).sort({ createdAt: -1 }).limit(PAGE).toArray(),
    expected: PAGE,
  })
  const one = (filter) => ({
    find: async (i) => [await collection.findOne(filter(i))].filter((found) => found !== null),
    expected: 1,
  })
  const kinds = {
    'findOne by _id': one((i) => ({ _id: aMessage(i)._id })),
    'findOne by a unique index': one((i) => ({ channelMessageId: aMessage(i).channelMessageId })),
    'find, index with order, 20 documents': page(collection),
  }
  for (const [name, { find, expected }] of Object.entries(kinds)) {
    for (const concurrency of [1, 16]) {
      const operation = () => checked(find(pick()), expected)
      const figures = await measure(operation, concurrency)
      print(`${name}, ${concurrency} at a time`, { documents: DOCUMENTS, ...figures })
    }
  }
  const small = client.db().collection('small')
  for (let i = 0; i < SMALL; i += BATCH) {
    const size = Math.min(BATCH, SMALL - i)
    await small.insertMany(Array.from({ length: size }, (_, n) => aMessage(i + n)))
  }
  const { find, expected } = page(small)
  const scan = () => checked(find(Math.floor(Math.random() * SMALL)), expected)
  const figures = await measure(scan, 1)
  print('control: the same find without an index', { documents: SMALL, ...figures })
}

async function starts() {
  const times = []
  for (let run = 0; run < STARTS; run++) {
    await client.close()
    await database.close()
    const start = performance.now()
    database = await startEmbeddedDatabase({ dataDir: path.join(dataDir, 'db') })
    client = new MongoClient(database.uri)
    await client
      .db()
      .collection('messages')
      .findOne({ _id: aMessage(run)._id })
    times.push(performance.now() - start)
  }
  const ms = Math.round(times.sort((a, b) => a - b)[Math.floor(STARTS / 2)])
  print('start, until the first find is answered', { documents: DOCUMENTS, ms })
}

/** As little as can keep a document under a key durably, in this thread. */
async function bareLmdb() {
  const environment = open({
    path: path.join(dataDir, 'bare'),
    noSubdir: false,
    encoding: 'binary',
    cache: false,
    overlappingSync: false,
    mapSize: 2 ** 36,
  })
  const value = Buffer.from(JSON.stringify(aMessage(0)))
  let last = 0
  const put = () => environment.put(`key ${last++}`, value)
  print('control: bare LMDB durable put, 1 at a time', await measure(put, 1))
  for (let i = 0; i < DOCUMENTS; i += BATCH * 10) {
    await environment.transaction(() => {
      for (let n = i; n < i + BATCH * 10; n++) environment.putSync(`key ${n}`, value)
    })
  }
  const get = () => environment.getBinary(`key ${Math.floor(Math.random() * DOCUMENTS)}`)
  const end = performance.now() + SECONDS * 1_000
  let count = 0
  while (performance.now() < end) {
    for (let n = 0; n < BATCH; n++) get()
    count += BATCH
  }
  print('control: bare LMDB get', {
    documents: DOCUMENTS,
    perSecond: Math.round(count / SECONDS),
    p50Ms: Number(((SECONDS * 1_000) / count).toFixed(4)),
  })
  await environment.close()
}

async function messages(name) {
  const collection = client.db().collection(name)
  await collection.createIndex({ conversationId: 1, createdAt: -1 })
  await collection.createIndex({ channelMessageId: 1 }, { unique: true })
  return collection
}

function aMessage(i) {
  return {
    _id: `msg_${String(i).padStart(10, '0')}`,
    workspaceId: 'ws_1',
    conversationId: `conv_${Math.floor(i / MESSAGES_PER_CONVERSATION)}`,
    channelMessageId: `3EB0${(i * 7_919).toString(16).padStart(18, '0')}`,
    direction: i % 2 === 0 ? 'inbound' : 'outbound',
    content: { type: 'text', text: TEXT },
    status: 'delivered',
    createdAt: new Date(1_780_000_000_000 + i),
  }
}

function pageFilter(i) {
  return { conversationId: aMessage(i).conversationId }
}

async function checked(finding, expected) {
  const found = await finding
  if (found.length !== expected) throw new Error(`Found ${found.length}, not ${expected}`)
}

async function measure(operation, concurrency) {
  const latencies = []
  const start = performance.now()
  const end = start + SECONDS * 1_000
  const worker = async () => {
    for (let now = performance.now(); now < end; ) {
      await operation()
      const after = performance.now()
      latencies.push(after - now)
      now = after
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const seconds = (performance.now() - start) / 1_000
  latencies.sort((a, b) => a - b)
  const percentile = (share) => Number(latencies[Math.floor(latencies.length * share)].toFixed(2))
  return {
    perSecond: Math.round(latencies.length / seconds),
    p50Ms: percentile(0.5),
    p99Ms: percentile(0.99),
  }
}

function mb(bytes) {
  return Math.round(bytes / 1_048_576)
}

function print(name, figures) {
  console.log(JSON.stringify({ bench: 'embedded-db', name, ...figures }))
}
