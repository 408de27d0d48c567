import { randomBytes } from 'node:crypto'
import { downloadMediaMessage, type WAMessage } from '@whiskeysockets/baileys'
import { Agent } from 'undici'
import { expect, test } from 'vitest'
import type { MediaContent } from '../phone/content.ts'
import { useTestWorld } from '../testing/test-server.ts'
import { sha256 } from '../wire/bytes.ts'

const world = useTestWorld()

function download(message: WAMessage): Promise<Buffer> {
  const dispatcher: unknown = new Agent({ connect: { ca: world.server.caPem } })
  // Node's fetch takes dispatchers of a newer undici, whose types are others than its own.
  const options = { dispatcher } as RequestInit
  return downloadMediaMessage(message, 'buffer', { options })
}

const incoming: [string, MediaContent][] = [
  ['image', { type: 'image', bytes: randomBytes(5000), caption: 'a picture' }],
  ['video', { type: 'video', bytes: randomBytes(5000), caption: 'a film' }],
  ['voice note', { type: 'audio', bytes: randomBytes(5000), isVoice: true }],
  ['document', { type: 'document', bytes: randomBytes(5000), fileName: 'bill.pdf' }],
  ['sticker', { type: 'sticker', bytes: randomBytes(5000) }],
]

test.each(incoming)('a bot downloads and decrypts an incoming %s', async (_name, content) => {
  const { alice, owner } = world
  const bot = await world.connect()
  const id = await alice.send(owner, content)
  const bytes = await download(await bot.waitForMessage(id))
  expect(bytes.equals(content.bytes)).toBe(true)
})

test('a phone downloads and decrypts what a bot uploads', async () => {
  const { alice } = world
  const bot = await world.connect()
  const bytes = randomBytes(30_000)
  await bot.socket.sendMessage(alice.numberJid, {
    document: bytes,
    mimetype: 'application/pdf',
    fileName: 'menu.pdf',
    caption: 'Our menu',
  })
  const message = await alice.waitFor(({ type }) => type === 'document')
  expect(message).toMatchObject({
    text: 'Our menu',
    media: {
      mimeType: 'application/pdf',
      fileName: 'menu.pdf',
      sizeBytes: 30_000,
      sha256: sha256(bytes).toString('hex'),
    },
  })
  expect(alice.mediaOf(message.id)?.equals(bytes)).toBe(true)
})
