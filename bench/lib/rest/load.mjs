// A client that costs little: requests are bytes made beforehand, one at a time on each connection.
import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'

const CUT_OFF = { status: 0, body: '' }

/** A kept connection, opened again when the server has closed it. `send` resolves with status and body of the answer. */
class Connection {
  #port
  #socket = null
  #received = ''
  #resolve = null

  constructor(port) {
    this.#port = port
  }

  send(bytes) {
    if (this.#socket === null || this.#socket.destroyed) this.#socket = this.#open()
    return new Promise((resolve) => {
      this.#resolve = resolve
      this.#socket.write(bytes)
    })
  }

  #open() {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true })
    socket.setEncoding('latin1')
    socket.on('data', (text) => {
      this.#received += text
      this.#finish()
    })
    socket.on('error', () => {
      // Told by 'close', which follows.
    })
    socket.on('close', () => this.#resolve?.(CUT_OFF))
    return socket
  }

  close() {
    this.#socket?.destroy()
  }

  #finish() {
    const end = this.#received.indexOf('\r\n\r\n')
    if (end === -1) return
    const length = Number(/content-length: (\d+)/i.exec(this.#received.slice(0, end))?.[1] ?? 0)
    if (this.#received.length < end + 4 + length) return
    const answer = {
      status: Number(this.#received.slice(9, 12)),
      body: this.#received.slice(end + 4, end + 4 + length),
    }
    this.#received = this.#received.slice(end + 4 + length)
    const resolve = this.#resolve
    this.#resolve = null
    resolve?.(answer)
  }
}

/** The bytes of a POST with a JSON body. */
export function toRequest(path, headers, body) {
  const text = JSON.stringify(body)
  const lines = Object.entries({
    host: '127.0.0.1',
    'content-type': 'application/json',
    ...headers,
  })
  return [
    `POST ${path} HTTP/1.1`,
    ...lines.map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(text)}`,
    '',
    text,
  ].join('\r\n')
}

/**
 * As much as the server takes: every connection asks again as soon as it is answered, for so many seconds or, where
 * `count` is given, until so many requests have been made.
 */
export async function runClosed({
  port,
  connections,
  seconds = 3_600,
  count = Infinity,
  requestOf,
}) {
  const end = performance.now() + seconds * 1_000
  const begin = performance.now()
  const tally = new Tally()
  await Promise.all(
    range(connections).map(async () => {
      const connection = new Connection(port)
      while (performance.now() < end && tally.count < count) {
        const sentAt = performance.now()
        tally.add(await connection.send(requestOf(tally.next())), performance.now() - sentAt)
      }
      connection.close()
    }),
  )
  return tally.summary((performance.now() - begin) / 1_000)
}

/**
 * Requests at fixed times, whether or not earlier ones are answered; a request that has to wait for a free connection has
 * waited, and its latency counts from its time.
 */
export async function runOpen({ port, connections, seconds, perSecond, requestOf }) {
  const tally = new Tally()
  const free = range(connections).map(() => new Connection(port))
  const all = [...free]
  const waiting = []
  const begin = performance.now()
  let dueCount = 0
  let underWay = 0

  const serve = () => {
    while (waiting.length > 0 && free.length > 0) {
      const dueAt = waiting.shift()
      const connection = free.pop()
      underWay += 1
      // It always resolves: what goes wrong is an answer too.
      void connection.send(requestOf(tally.next())).then((answer) => {
        tally.add(answer, performance.now() - dueAt)
        free.push(connection)
        underWay -= 1
        serve()
      })
    }
  }
  await new Promise((resolve) => {
    const tick = setInterval(() => {
      const now = performance.now()
      while (dueCount < perSecond * seconds && begin + (dueCount / perSecond) * 1_000 <= now) {
        waiting.push(begin + (dueCount / perSecond) * 1_000)
        dueCount += 1
      }
      serve()
      if (dueCount >= perSecond * seconds && waiting.length === 0 && underWay === 0) {
        clearInterval(tick)
        resolve()
      }
    }, 1)
  })
  for (const connection of all) connection.close()
  return tally.summary((performance.now() - begin) / 1_000)
}

class Tally {
  #latencies = []
  #count = 0
  #refused = new Map()

  get count() {
    return this.#count
  }

  next() {
    return this.#count++
  }

  add({ status }, latencyMs) {
    if (status === 200) this.#latencies.push(latencyMs)
    else this.#refused.set(status, (this.#refused.get(status) ?? 0) + 1)
  }

  summary(seconds) {
    const sorted = Float64Array.from(this.#latencies).sort()
    const at = (share) =>
      round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))])
    return {
      accepted: sorted.length,
      refused: Object.fromEntries(this.#refused),
      perSecond: Math.round(sorted.length / seconds),
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      maxMs: at(1),
    }
  }
}

const round = (value) => Math.round((value ?? 0) * 10) / 10
const range = (count) => Array.from({ length: count }, (_, index) => index)
