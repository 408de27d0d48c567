// Baileys and nothing else, and a handler that answers every text: with logins in memory, or on disk as in Baileys' own
// example (one file for each key, not synced).
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { silenceLibsignal } from '@parley/whatsapp-test-server'
import makeWASocket, {
  BufferJSON,
  initAuthCreds,
  makeCacheableSignalKeyStore,
  useMultiFileAuthState,
} from '@whiskeysockets/baileys'
import { ANSWER, inParallel, serve, showQr } from './botProcess.mjs'

const RESTART_REQUIRED = 515
const LINKS_AT_ONCE = 5
const [, , url, keptIn] = process.argv
const folder = keptIn === 'files' ? await mkdtemp(path.join(tmpdir(), 'parley-bench-')) : null
const ignore = () => undefined
const logger = {
  level: 'silent',
  child: () => logger,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
}
const logins = []
const sockets = []

silenceLibsignal()
serve({
  async link(count) {
    const first = logins.length
    const numbers = Array.from({ length: count }, (_, index) => first + index)
    for (const number of numbers) logins[number] = await login(number)
    await inParallel(numbers, LINKS_AT_ONCE, connect)
  },
  async reconnect(count) {
    for (const socket of sockets) await socket.end(undefined)
    const known = Array.from({ length: count }, (_, number) => number)
    const start = performance.now()
    await Promise.all(
      known.map(async (number) => {
        logins[number] = await loginAgain(number)
        await connect(number)
      }),
    )
    return performance.now() - start
  },
  async stop() {
    for (const socket of sockets) await socket.end(undefined)
    if (folder) await rm(folder, { recursive: true, force: true })
  },
})

/** Resolves when the number is connected. */
function connect(number) {
  return new Promise((resolve) => {
    const open = () => {
      const socket = makeWASocket({ auth: logins[number].state, logger, waWebSocketUrl: url })
      sockets[number] = socket
      socket.ev.on('creds.update', () => void logins[number].saveCreds())
      socket.ev.on('connection.update', ({ qr, connection, lastDisconnect }) => {
        if (qr) showQr(number, qr)
        if (connection === 'open') resolve()
        if (lastDisconnect?.error?.output?.statusCode === RESTART_REQUIRED) open()
      })
      socket.ev.on('messages.upsert', ({ messages }) => void answerAll(socket, messages))
    }
    open()
  })
}

async function answerAll(socket, messages) {
  for (const { key, message } of messages) {
    const isText = message?.conversation || message?.extendedTextMessage
    if (isText && !key.fromMe) await socket.sendMessage(key.remoteJid, { text: ANSWER })
  }
}

async function login(number) {
  if (!folder) return { state: inMemory(), saveCreds: ignore }
  const { state, saveCreds } = await useMultiFileAuthState(path.join(folder, String(number)))
  const keys = makeCacheableSignalKeyStore(state.keys, logger)
  return { state: { creds: state.creds, keys }, saveCreds }
}

/** The login as a program finds it that was started anew. */
async function loginAgain(number) {
  if (folder) return login(number)
  const { state, saveCreds } = logins[number]
  const text = JSON.stringify(state.creds, BufferJSON.replacer)
  return { state: { creds: JSON.parse(text, BufferJSON.reviver), keys: state.keys }, saveCreds }
}

function inMemory() {
  const values = new Map()
  return {
    creds: initAuthCreds(),
    keys: {
      get: (type, ids) =>
        Object.fromEntries(
          ids.flatMap((id) => {
            const value = values.get(`${type} ${id}`)
            return value === undefined ? [] : [[id, value]]
          }),
        ),
      set(data) {
        for (const [type, entries] of Object.entries(data)) {
          for (const [id, value] of Object.entries(entries)) {
            if (value === null) values.delete(`${type} ${id}`)
            else values.set(`${type} ${id}`, value)
          }
        }
      },
    },
  }
}
