// The pipeline on the sandbox channel: messages received, stepped through and answered per second, every one durable, on
// the embedded database in its own thread or on MONGODB_URI. Contacts hold the conversation of lib/conversation.mjs; a
// message counts as answered when all its replies are recorded as sent. Two figures: the most it does with many contacts
// writing at once, and the latency from receiving to the last reply on record at half of that, with messages arriving at
// fixed times whether or not earlier ones are answered. The control writes with the bare driver what any durable bot
// must write for a message: the message, the conversation's state, the reply, one command each.
//   node bench/pipeline.mjs [--contacts=300] [--rounds=4] [--seconds=5]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbeddedDatabase } from '@parley/embedded-db'
import { sandboxChannel } from '@parley/runtime/channels/sandbox'
import { createPipeline, localWakeups, newId, systemClock } from '@parley/runtime/pipeline'
import { connectStore, createStore } from '@parley/runtime/store'
import { MongoClient } from 'mongodb'
import { CHOICES, conversationFlow } from './lib/conversation.mjs'

const options = Object.fromEntries(
  process.argv.slice(2).map((argument) => argument.replace(/^--/, '').split('=')),
)
const CONTACTS = Number(options.contacts ?? 300)
/** Conversations per contact in the first part. */
const ROUNDS = Number(options.rounds ?? 4)
const SECONDS = Number(options.seconds ?? 5)
const TARGET_PER_SECOND = 1_000
const TARGET_P99_MS = 50
/** What a contact writes in one conversation, and how many replies each gets. */
const TURNS = [
  { text: () => 'hi', replies: 2 },
  { text: (contact) => `Customer ${contact}`, replies: 1 },
  { text: (contact) => CHOICES[contact % CHOICES.length], replies: 1 },
]

const WORKSPACE = 'ws_bench'
const DATABASE = `parley_bench_${process.pid}`
const silent = { debug() {}, info() {}, warn() {}, error: console.error }

const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'))
const embedded = process.env.MONGODB_URI ? null : await startEmbeddedDatabase({ dataDir })
const uri = process.env.MONGODB_URI ?? embedded.uri
const connection = await connectStore(uri, { database: DATABASE })
try {
  const control = await measureControl()
  print({ subject: 'bare-driver', messagesPerSecond: Math.round(control) })
  const bot = await startBot()
  await bot.talk(CONTACTS, 1, 'warm')
  const { perSecond, cpuUsPerMessage } = await measureThroughput(bot)
  const latency = await measureLatency(bot, perSecond / 2)
  print({
    subject: 'parley-pipeline',
    answeredPerSecond: Math.round(perSecond),
    cpuUsPerMessage: Math.round(cpuUsPerMessage),
    target: TARGET_PER_SECOND,
    shareOfBareDriver: round(perSecond / control),
    ...latency,
    targetP99Ms: TARGET_P99_MS,
  })
  await bot.stop()
} finally {
  await connection.dropDatabase()
  await connection.close()
  await embedded?.close()
  await rm(dataDir, { recursive: true, force: true })
}

/** A pipeline with one sandbox number, and contacts who write to it. */
async function startBot() {
  const store = createStore({ connection, logger: silent, secretKey: new Uint8Array(32) })
  await store.ensureIndexes()
  const numberId = newId('num')
  await store.numbers.insert({
    id: numberId,
    workspaceId: WORKSPACE,
    name: 'Bench',
    channel: 'sandbox',
    phone: '',
    wanted: 'connected',
    status: 'connected',
    statusReason: '',
    pairing: null,
    settings: { autoStatus: 'none' },
    createdAt: 0,
  })
  await publish(store, numberId)
  const { live, repliesTo } = countReplies()
  const pipeline = createPipeline({
    store,
    channels: [sandboxChannel({ clock: systemClock })],
    clock: systemClock,
    logger: silent,
    http: { call: async () => ({ outcome: 'failed', reason: 'no network' }) },
    live,
    wakeups: localWakeups(),
    ownerId: newId('own'),
    settings: { isAlone: embedded !== null },
  })
  await pipeline.start()

  /** Resolves when every reply to the message is on record as sent. */
  async function say(contact, text, replies, id) {
    const address = `1555${String(contact).padStart(7, '0')}`
    const answered = repliesTo(address, replies)
    await pipeline.receive(numberId, {
      channelMessageId: id,
      aliases: [`phone:${address}`],
      address,
      isGroup: false,
      at: Date.now(),
      content: { type: 'text', text },
    })
    await answered
  }

  return {
    say,
    stop: () => pipeline.stop(),
    /** All contacts at once, each waiting for its answers. */
    talk: (contacts, rounds, name) =>
      Promise.all(
        range(contacts).map(async (contact) => {
          for (const round of range(rounds)) {
            for (const [turn, { text, replies }] of TURNS.entries()) {
              await say(contact, text(contact), replies, `${name}-${contact}-${round}-${turn}`)
            }
          }
        }),
      ),
  }
}

async function publish(store, numberId) {
  const version = { id: newId('ver'), workspaceId: WORKSPACE, flowId: newId('flow') }
  await store.flowVersions.insert({
    ...version,
    versionNumber: 1,
    flow: conversationFlow,
    createdAt: 0,
  })
  await store.publications.publish({
    id: newId('pub'),
    workspaceId: WORKSPACE,
    numberId,
    flowId: version.flowId,
    flowVersionId: version.id,
    publishedAt: 0,
  })
}

/** A live feed that tells when an address has been sent so many more replies. */
function countReplies() {
  const waiting = new Map()
  return {
    repliesTo: (address, count) =>
      new Promise((resolve) => {
        waiting.set(address, { count, resolve })
      }),
    live: {
      publish(_workspaceId, event) {
        if (event.type !== 'message.updated' || event.message.status !== 'sent') return
        const open = waiting.get(event.message.address)
        if (!open) throw new Error(`a reply that nobody waits for: ${event.message.id}`)
        open.count -= 1
        if (open.count > 0) return
        waiting.delete(event.message.address)
        open.resolve()
      },
    },
  }
}

async function measureThroughput(bot) {
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  await bot.talk(CONTACTS, ROUNDS, 'load')
  const seconds = (performance.now() - startedAt) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  const messages = CONTACTS * ROUNDS * TURNS.length
  return { perSecond: messages / seconds, cpuUsPerMessage: (user + system) / messages }
}

/** Every contact writes its next message when its time has come and its last one was answered. */
async function measureLatency(bot, perSecond) {
  const samples = []
  const pending = []
  const count = Math.round(perSecond * SECONDS)
  const free = Array.from({ length: CONTACTS * 4 }, (_, i) => ({ contact: 10_000 + i, turn: 0 }))
  // New contacts and sessions are made before, so that the figure is of conversations under way.
  await Promise.all(free.map(({ contact }, i) => bot.say(contact, 'hi', 2, `open-${i}`)))
  for (const customer of free) customer.turn = 1
  const startedAt = performance.now()
  for (let sent = 0; sent < count; sent += 1) {
    const due = startedAt + (sent / perSecond) * 1_000
    const ahead = due - performance.now()
    if (ahead > 1) await sleep(ahead)
    const customer = free.shift()
    if (!customer) throw new Error('all customers wait for answers: the rate is far too high')
    const { text, replies } = TURNS[customer.turn]
    pending.push(
      bot.say(customer.contact, text(customer.contact), replies, `paced-${sent}`).then(() => {
        samples.push(performance.now() - due)
        free.push({ ...customer, turn: (customer.turn + 1) % TURNS.length })
      }),
    )
  }
  await Promise.all(pending)
  samples.sort((a, b) => a - b)
  const at = (share) =>
    round(samples[Math.min(samples.length - 1, Math.floor(samples.length * share))])
  return { offeredPerSecond: Math.round(perSecond), p50Ms: at(0.5), p99Ms: at(0.99) }
}

async function measureControl() {
  const client = await new MongoClient(uri).connect()
  try {
    const database = client.db(DATABASE)
    const messages = database.collection('control_messages')
    const states = database.collection('control_states')
    await messages.createIndex({ conversationId: 1, createdAt: 1 })
    let serial = 0
    const answer = async (contact) => {
      const conversationId = `conversation_${contact}`
      const document = (direction) => ({
        _id: `control_${direction}_${serial++}`,
        conversationId,
        direction,
        text: 'Thanks, we will contact you.',
        createdAt: Date.now(),
      })
      await messages.insertOne(document('inbound'))
      await states.replaceOne({ _id: conversationId }, { at: Date.now() }, { upsert: true })
      await messages.insertOne(document('outbound'))
    }
    const startedAt = performance.now()
    const count = CONTACTS * 10
    await Promise.all(
      range(CONTACTS).map(async (contact) => {
        for (let i = 0; i < count / CONTACTS; i += 1) await answer(contact)
      }),
    )
    return count / ((performance.now() - startedAt) / 1_000)
  } finally {
    await client.close()
  }
}

function print(figures) {
  console.log(
    JSON.stringify({ bench: 'pipeline', database: embedded ? 'embedded' : 'mongodb', ...figures }),
  )
}

function range(length) {
  return Array.from({ length }, (_, index) => index)
}

function round(value) {
  return Math.round(value * 100) / 100
}
