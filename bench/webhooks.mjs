// Webhooks of the built server, as an operator runs it: customers write at a fixed rate, and a receiver on this machine
// that refuses every third request must get everything, in order within each conversation. Figures: posts per second,
// the time from the acceptance of a message to its being taken by the receiver (of those that were never refused, and of
// all), and how long the rest took after the last message. The control posts the same bodies to the same receiver with
// bare fetch, as many at a time, and keeps nothing.
//   node bench/webhooks.mjs [--seconds=5] [--perSecond=200] [--contacts=100]
import { once } from 'node:events'
import { createServer } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { startServer } from './lib/rest/startServer.mjs'

const options = Object.fromEntries(
  process.argv.slice(2).map((argument) => argument.replace(/^--/, '').split('=')),
)
const SECONDS = Number(options.seconds ?? 5)
const PER_SECOND = Number(options.perSecond ?? 200)
const CONTACTS = Number(options.contacts ?? 100)
/** As many requests at a time as Parley makes to one receiver. */
const AT_A_TIME = 20
const PATIENCE_MS = 60_000
const PARLEY = new URL('./lib/rest/parley.mjs', import.meta.url)

const receiver = await startReceiver()
print({ subject: 'bare-fetch', ...(await postBare()) })
for (const refuseEvery of [Infinity, 3]) {
  print({
    subject: 'parley',
    refuseEvery: refuseEvery === 3 ? 3 : null,
    ...(await tell(refuseEvery)),
  })
}
receiver.server.close()
receiver.server.closeAllConnections()

/** What a customer's server sees: each request with its time, and whether it was taken. */
async function startReceiver() {
  const state = { posts: [], refuseEvery: Infinity, count: 0 }
  const server = createServer((request, response) => {
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      state.count += 1
      const isTaken = state.count % state.refuseEvery !== 0
      const { text } = JSON.parse(Buffer.concat(chunks).toString()).data.message.content
      state.posts.push({ text, isTaken, at: performance.now() })
      response.writeHead(isTaken ? 204 : 500).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${server.address().port}/hook`
  const reset = (refuseEvery) => Object.assign(state, { posts: [], refuseEvery, count: 0 })
  return { server, state, url, reset }
}

async function postBare() {
  receiver.reset(Infinity)
  const count = SECONDS * PER_SECOND
  const begin = performance.now()
  let next = 0
  const work = async () => {
    while (next < count) {
      const body = JSON.stringify({ data: { message: { content: { text: `${next++}` } } } })
      const headers = { 'content-type': 'application/json' }
      await fetch(receiver.url, { method: 'POST', headers, body })
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work))
  return { postsPerSecond: Math.round((1_000 * count) / (performance.now() - begin)) }
}

async function tell(refuseEvery) {
  receiver.reset(refuseEvery)
  const server = await startServer(PARLEY, {
    isGraceful: true,
    env: { PARLEY_ALLOW_PRIVATE_HOSTS: '127.0.0.1' },
  })
  try {
    const post = await setUp(server.baseUrl)
    const begin = performance.now()
    const acceptedAt = await write(post, begin)
    const writtenAt = performance.now()
    const taken = () => receiver.state.posts.filter(({ isTaken }) => isTaken)
    while (taken().length < acceptedAt.size && performance.now() < writtenAt + PATIENCE_MS) {
      await sleep(50)
    }
    const endedAt = Math.max(...taken().map(({ at }) => at))
    return {
      messages: acceptedAt.size,
      messagesPerSecond: Math.round((1_000 * acceptedAt.size) / (writtenAt - begin)),
      posts: receiver.state.posts.length,
      lost: acceptedAt.size - new Set(taken().map(({ text }) => text)).size,
      outOfOrder: countOutOfOrder(taken()),
      drainMs: Math.max(0, Math.round(endedAt - writtenAt)),
      ...latencies(acceptedAt),
    }
  } finally {
    await server.stop()
  }
}

/** A workspace with a sandbox number and a webhook. Gives what writes as a customer. */
async function setUp(baseUrl) {
  const call = async (path, body, headers) => {
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(JSON.stringify(answer))
    return { answer, response }
  }
  const owner = { email: 'bench@example.com', password: 'correct horse battery' }
  const { response } = await call('/auth/sign-up', owner)
  const cookie = response.headers.getSetCookie().join('; ').split(';')[0]
  const browser = { cookie, 'sec-fetch-site': 'same-origin' }
  const number = { name: 'Bench', channel: 'sandbox' }
  const { answer } = await call('/numbers', number, browser)
  await call('/webhooks', { url: receiver.url, events: ['message.received'] }, browser)
  return (body) => call(`/sandbox/${answer.data.id}/inbound`, body, browser)
}

/** Each message at its time, customers in turn; a customer's next one not before the last was accepted. */
async function write(post, begin) {
  const acceptedAt = new Map()
  const last = new Map()
  const all = []
  for (let index = 0; index < SECONDS * PER_SECOND; index += 1) {
    await sleep(Math.max(0, begin + (1_000 * index) / PER_SECOND - performance.now()))
    const from = `4915${String(index % CONTACTS).padStart(9, '0')}`
    const text = `${from} ${index}`
    const sent = (last.get(from) ?? Promise.resolve()).then(async () => {
      await post({ from, content: text })
      acceptedAt.set(text, performance.now())
    })
    last.set(from, sent)
    all.push(sent)
  }
  await Promise.all(all)
  return acceptedAt
}

/** Messages of a customer that were taken before an earlier one of the same customer. */
function countOutOfOrder(taken) {
  const lastOf = new Map()
  let count = 0
  for (const { text } of taken) {
    const [from, index] = text.split(' ')
    if (Number(index) < (lastOf.get(from) ?? -1)) count += 1
    lastOf.set(from, Number(index))
  }
  return count
}

function latencies(acceptedAt) {
  const refused = new Set(
    receiver.state.posts.filter(({ isTaken }) => !isTaken).map(({ text }) => text),
  )
  const of = (posts) =>
    posts.map(({ text, at }) => Math.max(0, at - acceptedAt.get(text))).sort((a, b) => a - b)
  const taken = receiver.state.posts.filter(({ isTaken }) => isTaken)
  const smooth = of(taken.filter(({ text }) => !refused.has(text)))
  const all = of(taken)
  return {
    neverRefusedP50Ms: percentile(smooth, 0.5),
    neverRefusedP99Ms: percentile(smooth, 0.99),
    allP50Ms: percentile(all, 0.5),
    allP99Ms: percentile(all, 0.99),
  }
}

function percentile(sorted, share) {
  return Math.round(10 * (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN)) / 10
}

function print(figures) {
  console.log(JSON.stringify({ bench: 'webhooks', ...figures }))
}
