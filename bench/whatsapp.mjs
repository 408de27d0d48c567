// WhatsApp Web against the test server, everything in processes of its own. Texts received and answered per second by a flow
// of ours, beside bare Baileys with a handler that answers (logins in memory, or in files), in turns; what an idle connected number takes of memory; and how
// long known numbers take to connect again. Latencies are from a customer's send to the answer on the phone. `undecryptable`
// counts answers that a phone could not read at first: bare Baileys with logins in files has some, ours may have none.
//   node --expose-gc bench/whatsapp.mjs [--contacts=20] [--messages=10] [--rounds=3] [--idle=50] [--known=30] [--only=answers|idle]
import { performance } from 'node:perf_hooks'
import { startTestServerProcess } from '@parley/whatsapp-test-server/process'
import { ANSWER, startBot } from './lib/whatsapp/botProcess.mjs'

const options = Object.fromEntries(
  process.argv.slice(2).map((argument) => argument.replace(/^--/, '').split('=')),
)
const CONTACTS = Number(options.contacts ?? 20)
/** Of each contact, at once. */
const MESSAGES = Number(options.messages ?? 10)
const ROUNDS = Number(options.rounds ?? 3)
const IDLE = Number(options.idle ?? 50)
const KNOWN = Number(options.known ?? 30)
const SINGLE_MESSAGES = 30
/** The most that one request may wait. */
const WAIT_MS = 60_000
const PATIENCE_MS = 300_000
const SUBJECTS = ['bare-baileys', 'bare-baileys-files', 'parley']

const whatsapp = await startTestServerProcess()
try {
  if (options.only !== 'idle') await measureAnswers()
  if (options.only !== 'answers') for (const name of SUBJECTS) await measureIdleNumbers(name)
} finally {
  await whatsapp.stop()
}

async function measureAnswers() {
  const sides = []
  for (const name of SUBJECTS) sides.push(await startSide(name))
  for (const side of sides) await talk(side, 2)
  // In turns, so that whatever else the machine does meets both.
  for (let round = 0; round < ROUNDS; round++) {
    for (const side of sides) side.rounds.push(await timed(side))
  }
  const figures = {}
  for (const side of sides) figures[side.name] = await summary(side)
  const share = (control) =>
    round2(figures.parley.answersPerSecond / figures[control].answersPerSecond)
  for (const name of SUBJECTS) {
    const shares =
      name === 'parley'
        ? {
            shareOfBareBaileys: share('bare-baileys'),
            shareOfBareBaileysFiles: share('bare-baileys-files'),
            target: 0.8,
          }
        : {}
    print({ subject: name, ...figures[name], ...shares })
  }
  if (figures.parley.undecryptable > 0) throw new Error('Parley sent what a phone could not read')
  for (const { bot } of sides) await bot.stop()
}

/** A bot with one number, and those who write to it. */
async function startSide(name) {
  const owner = await whatsapp.remote.createPhone()
  const bot = startBot(name, { url: whatsapp.url, onQr: (_number, qr) => owner.scanQr(qr) })
  await bot.link(1)
  const contacts = []
  for (let i = 0; i < CONTACTS; i++) {
    contacts.push({ phone: await whatsapp.remote.createPhone(), answers: 0 })
  }
  return { name, bot, owner, contacts, rounds: [] }
}

/** Everybody writes `count` texts and has so many answers. */
async function talk({ owner, contacts }, count) {
  await Promise.all(
    contacts.map(async (contact) => {
      await contact.phone.burst(owner, { count, text: 'message {i}' })
      contact.answers += count
      await untilAnswered(contact)
    }),
  )
}

async function untilAnswered({ phone, answers }) {
  const path = `/phones/${phone.number}/received?after=${answers - 1}&waitMs=${WAIT_MS}`
  const deadline = performance.now() + PATIENCE_MS
  let news = []
  while (news.length === 0 && performance.now() < deadline) {
    news = await whatsapp.remote.request('GET', path)
  }
  if (news[0]?.text !== ANSWER) throw new Error(`${phone.number} got no answer number ${answers}`)
}

async function timed(side) {
  const before = await side.bot.usage()
  const start = performance.now()
  await talk(side, MESSAGES)
  const seconds = (performance.now() - start) / 1_000
  const after = await side.bot.usage()
  const count = CONTACTS * MESSAGES
  return { perSecond: count / seconds, cpuMs: (after.cpuMs - before.cpuMs) / count }
}

async function summary(side) {
  const { owner, contacts, rounds } = side
  const [contact] = contacts
  const latencies = []
  for (let i = 0; i < SINGLE_MESSAGES; i++) {
    const start = performance.now()
    await contact.phone.sendText(owner, 'one message')
    contact.answers += 1
    await untilAnswered(contact)
    latencies.push(performance.now() - start)
  }
  return {
    answersPerSecond: Math.round(median(rounds.map(({ perSecond }) => perSecond))),
    rounds: rounds.map(({ perSecond }) => Math.round(perSecond)),
    cpuMsPerAnswer: round2(median(rounds.map(({ cpuMs }) => cpuMs))),
    singleMessageP50Ms: round2(median(latencies)),
    undecryptable: (await Promise.all(contacts.map(({ phone }) => phone.undecryptable()))).flat()
      .length,
  }
}

async function measureIdleNumbers(name) {
  const owners = []
  for (let i = 0; i < IDLE; i++) owners.push(await whatsapp.remote.createPhone())
  const bot = startBot(name, {
    url: whatsapp.url,
    onQr: (number, qr) => owners[number].scanQr(qr),
  })
  const none = await bot.usage()
  await bot.link(1)
  const one = await bot.usage()
  await bot.link(IDLE - 1)
  const all = await bot.usage()
  const reconnectMs = await bot.reconnect(Math.min(KNOWN, IDLE))
  print({
    subject: name,
    idleNumbers: IDLE,
    rssMb: Math.round(all.rssMb),
    rssMbWithoutNumbers: Math.round(none.rssMb),
    mbPerNumber: round2((all.rssMb - none.rssMb) / IDLE),
    mbPerFurtherNumber: round2((all.rssMb - one.rssMb) / (IDLE - 1)),
    ownMbPerFurtherNumber: round2((all.ownMb - one.ownMb) / (IDLE - 1)),
    heapMbPerFurtherNumber: round2((all.heapMb - one.heapMb) / (IDLE - 1)),
    knownNumbers: Math.min(KNOWN, IDLE),
    reconnectMs: Math.round(reconnectMs),
  })
  await bot.stop()
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

function round2(value) {
  return Math.round(value * 100) / 100
}

function print(figures) {
  console.log(JSON.stringify({ bench: 'whatsapp', ...figures }))
}
