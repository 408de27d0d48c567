/**
 * A program that knows nothing of tests except the address in WHATSAPP_URL: it prints its QR texts, and once
 * it is connected answers every text with a picture. Each line that it prints is one JSON object.
 */
import makeWASocket, { initAuthCreds, WA_CERT_DETAILS } from '@whiskeysockets/baileys'

const RESTART_REQUIRED = 515
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
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
const values = new Map()
const auth = {
  creds: initAuthCreds(),
  keys: {
    get: (type, ids) =>
      Object.fromEntries(
        ids.flatMap((id) =>
          values.has(`${type} ${id}`) ? [[id, values.get(`${type} ${id}`)]] : [],
        ),
      ),
    set: (data) => {
      for (const type of Object.keys(data)) {
        for (const [id, value] of Object.entries(data[type])) values.set(`${type} ${id}`, value)
      }
    },
  },
}

function print(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function connect() {
  const socket = makeWASocket({ auth, logger, waWebSocketUrl: process.env.WHATSAPP_URL })
  socket.ev.on('connection.update', ({ qr, connection, lastDisconnect }) => {
    if (qr) print({ qr })
    if (connection === 'open') print({ connected: true })
    if (lastDisconnect?.error?.output?.statusCode === RESTART_REQUIRED) connect()
  })
  socket.ev.on('messages.upsert', ({ messages }) => {
    for (const { key, message } of messages) {
      // A picture that cannot be sent ends the program, and with it the test.
      if (message?.conversation) void socket.sendMessage(key.remoteJid, { image: PICTURE })
    }
  })
}

print({ rootKey: WA_CERT_DETAILS.PUBLIC_KEY.toString('hex') })
connect()
