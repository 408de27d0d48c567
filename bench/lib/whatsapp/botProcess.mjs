// Bots in processes of their own: what they take of processor and memory is theirs alone.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const MIB = 1_048_576

/** What a bot answers to every text. */
export const ANSWER = 'Thank you, we have your message.'

/** Programs of this folder with their arguments. */
const PROGRAMS = {
  'bare-baileys': ['bareBaileys.mjs', 'memory'],
  'bare-baileys-files': ['bareBaileys.mjs', 'files'],
  parley: ['parley.mjs'],
}

/**
 * Starts one of the bots.
 *
 * @param {keyof typeof PROGRAMS} name
 * @param {{ url: string, onQr: (number: number, qr: string) => Promise<void> }} options `url` of the server; who scans codes
 */
export function startBot(name, { url, onQr }) {
  const [program, ...args] = PROGRAMS[name]
  const child = fork(path.join(import.meta.dirname, program), [url, ...args], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map()
  let lastId = 0
  const fail = (error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  child.on('message', ({ id, result, error, qr, number }) => {
    if (qr !== undefined) {
      // A code may have expired on its way; the bot then shows another.
      onQr(number, qr).catch((reason) => console.error(`${name}: ${reason.message}`))
      return
    }
    const { resolve, reject } = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) resolve(result)
    else reject(new Error(`${name}: ${error}`))
  })
  // Nothing is left waiting after an orderly end.
  child.on('exit', (code) => fail(new Error(`${name} ended with ${code}`)))
  const call = (method, ...args) =>
    new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      child.send({ id: lastId, method, args })
    })
  return {
    name,
    /** Connects so many more numbers, a few at a time. */
    link: (count) => call('link', count),
    /** Breaks off, and resolves with the milliseconds until so many known numbers are connected again. */
    reconnect: (count) => call('reconnect', count),
    usage: () => call('usage'),
    async stop() {
      const exited = once(child, 'exit')
      await call('stop')
      await exited
    },
  }
}

/** In the bot's process: answers the calls of the other side. */
export function serve(methods) {
  const all = { ...methods, usage }
  const answer = async ({ id, method, args }) => {
    try {
      const result = await all[method](...args)
      // Not left to end by itself: Baileys keeps timers of half a minute.
      process.send({ id, result }, method === 'stop' ? () => process.exit() : undefined)
    } catch (error) {
      process.send({ id, error: error.stack })
    }
  }
  process.on('message', (request) => void answer(request))
  // The benchmark was broken off.
  process.once('disconnect', () => process.exit())
}

/** Asks the other side to have a code scanned by the phone of this number. */
export function showQr(number, qr) {
  process.send({ number, qr })
}

function usage() {
  for (let round = 0; round < 4; round++) globalThis.gc()
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  return {
    cpuMs: (user + system) / 1_000,
    rssMb: rss / MIB,
    heapMb: heapUsed / MIB,
    ownMb: ownMb(),
  }
}

/** Without what the system keeps of files in memory, such as the embedded database's; null where Linux does not tell it. */
function ownMb() {
  try {
    const status = readFileSync('/proc/self/status', 'utf8')
    return Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)[1]) / 1_024
  } catch {
    return null
  }
}

/** Runs the task for each, with at most `limit` at a time. */
export async function inParallel(items, limit, task) {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await task(item)
  }
  await Promise.all(Array.from({ length: limit }, worker))
}
