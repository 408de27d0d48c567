// POST /api/v1/send-message on the built server, as an operator runs it: sends accepted per second, each of them durable
// when it is answered, and on their way to a sandbox number meanwhile. Two figures: the most that it takes, and the
// latency at half of that with requests at fixed times. At the end every accepted message must have been sent. The
// control takes the same requests with bare Express and zod, and keeps nothing.
//   node bench/rest.mjs [--seconds=5] [--connections=100] [--contacts=500] [--only=parley]
// PROFILE=<folder> writes a CPU profile of the server there.
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { runClosed, runOpen, toRequest } from './lib/rest/load.mjs'
import { startServer } from './lib/rest/startServer.mjs'

const options = Object.fromEntries(
  process.argv.slice(2).map((argument) => argument.replace(/^--/, '').split('=')),
)
const SECONDS = Number(options.seconds ?? 5)
const CONNECTIONS = Number(options.connections ?? 100)
const CONTACTS = Number(options.contacts ?? 500)
const TARGET_PER_SECOND = 1_000
const TARGET_P99_MS = 60
const ONLY = options.only ?? ''
const BARE_EXPRESS = new URL('./lib/rest/bareExpress.mjs', import.meta.url)
const PARLEY = new URL('./lib/rest/parley.mjs', import.meta.url)
const SEND = '/api/v1/send-message'

let control = null
control = await measure('bare-express-zod', BARE_EXPRESS, async () => ({
  headers: {},
  given: {},
  cpuSeconds: async (baseUrl) => (await (await fetch(`${baseUrl}/cpu`)).json()).seconds,
  countSent: null,
}))
await measure('parley', PARLEY, (baseUrl) => setUpParley(baseUrl))
// The same for messages that are to go out in a day: what accepting alone costs.
await measure('parley-accepting', PARLEY, (baseUrl) =>
  setUpParley(baseUrl, { scheduledAt: new Date(Date.now() + 86_400_000).toISOString() }),
)

async function measure(subject, program, setUp) {
  if (!subject.startsWith(ONLY)) return null
  const server = await startServer(program, { isGraceful: program === PARLEY })
  try {
    const { headers, given, cpuSeconds, countSent } = await setUp(server.baseUrl)
    const requestOf = (index) => {
      const to = phone(index % CONTACTS)
      return toRequest(SEND, headers, { to, text: `Hello, message ${index}`, ...given })
    }
    const { port } = server
    const load = { port, connections: CONNECTIONS, requestOf }
    // Everybody has been written to before: making a contact is another matter, and happens once.
    const warm = await runClosed({ ...load, count: CONTACTS * 2 })
    const cpuBefore = await cpuSeconds(server.baseUrl)
    const most = await runClosed({ ...load, seconds: SECONDS })
    await countSent?.(warm.accepted + most.accepted)
    const cpu = (await cpuSeconds(server.baseUrl)) - cpuBefore
    const half = await runOpen({ ...load, seconds: SECONDS, perSecond: most.perSecond / 2 })
    const accepted = warm.accepted + most.accepted + half.accepted
    const sent = await countSent?.(accepted)
    print({
      subject,
      most,
      // Until the last of them was sent, if it is sent at all.
      cpuUsPerMessage: Math.round((cpu * 1e6) / most.accepted),
      atHalf: half,
      ...(sent && {
        ...sent,
        target: TARGET_PER_SECOND,
        targetP99Ms: TARGET_P99_MS,
        isReached: most.perSecond >= TARGET_PER_SECOND && half.p99Ms < TARGET_P99_MS,
      }),
      ...(control && { shareOfControl: Math.round((100 * most.perSecond) / control) / 100 }),
    })
    return most.perSecond
  } finally {
    await server.stop()
  }
}

async function setUpParley(baseUrl, given = {}) {
  const ok = async (response) => {
    const body = await response.json()
    if (!response.ok) throw new Error(JSON.stringify(body))
    return { body, response }
  }
  const post = (url, body, headers) =>
    fetch(`${baseUrl}${url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }).then(ok)
  const owner = { email: 'bench@example.com', password: 'correct horse battery' }
  const signedUp = await post('/api/v1/auth/sign-up', owner)
  const cookie = signedUp.response.headers.getSetCookie().join('; ').split(';')[0]
  const browser = { cookie, 'sec-fetch-site': 'same-origin' }
  const made = await post('/api/v1/numbers', { name: 'Bench', channel: 'sandbox' }, browser)
  const { id, sessionKey } = made.body.data
  return {
    headers: { authorization: `Bearer ${sessionKey}` },
    given,
    cpuSeconds: async () => {
      const text = await (await fetch(`${baseUrl}/metrics`)).text()
      return Number(/^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)[1])
    },
    /** Waits until everything accepted has been sent; what never is, is lost. */
    countSent: given.scheduledAt
      ? null
      : async (accepted) => {
          const begin = performance.now()
          let sent = 0
          for (let still = 0; sent < accepted && still < 40; ) {
            await sleep(250)
            const now = await countOutbox(`${baseUrl}/api/v1/sandbox/${id}/outbox`, browser)
            still = now === sent ? still + 1 : 0
            sent = now
          }
          return { lost: accepted - sent, drainMs: Math.round(performance.now() - begin) }
        },
  }
}

async function countOutbox(url, headers) {
  let count = 0
  for (let cursor = ''; ; ) {
    const response = await fetch(`${url}?limit=1000${cursor}`, { headers })
    const { messages, pagination } = await response.json()
    count += messages.length
    if (pagination.next === null) return count
    cursor = `&cursor=${encodeURIComponent(pagination.next)}`
  }
}

function phone(index) {
  return `4915${String(index).padStart(9, '0')}`
}

function print(figures) {
  console.log(JSON.stringify({ bench: 'rest', ...figures }))
}
