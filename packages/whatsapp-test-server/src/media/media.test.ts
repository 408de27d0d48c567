import { randomBytes } from 'node:crypto'
import { downloadMediaMessage, type WAMessage } from '@whiskeysockets/baileys'
import { Agent } from 'undici'
import { beforeAll, describe, expect, test } from 'vitest'
import type { BrokenMedia, MediaContent } from '../phone/content.ts'
import type { Bot } from '../testing/bot.ts'
import { useTestWorld } from '../testing/test-server.ts'
import { sha256 } from '../wire/bytes.ts'

const world = useTestWorld('file')
let bot: Bot

beforeAll(async () => {
  bot = await world.connect()
})

/** A picture of one pixel, which Baileys can make a thumbnail of. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function download(message: WAMessage): Promise<Buffer> {
  const dispatcher: unknown = new Agent({ connect: { ca: world.server.caPem } })
  // Node's fetch takes dispatchers of a newer undici, whose types are others than its own.
  const options = { dispatcher } as RequestInit
  return downloadMediaMessage(message, 'buffer', { options })
}

describe('incoming', () => {
  const contents: [string, MediaContent][] = [
    ['image', { type: 'image', bytes: randomBytes(5000), caption: 'a picture' }],
    ['video', { type: 'video', bytes: randomBytes(5000), caption: 'a film' }],
    ['voice note', { type: 'audio', bytes: randomBytes(5000), isVoice: true }],
    ['document', { type: 'document', bytes: randomBytes(5000), fileName: 'bill.pdf' }],
    ['sticker', { type: 'sticker', bytes: randomBytes(5000) }],
  ]

  test.each(contents)('a bot downloads and decrypts a %s', async (_name, content) => {
    const id = await world.alice.send(world.owner, content)
    const bytes = await download(await bot.waitForMessage(id))
    expect(bytes.equals(content.bytes)).toBe(true)
  })

  test('a picture to be viewed once says so', async () => {
    const content: MediaContent = { type: 'image', bytes: PICTURE, isViewOnce: true }
    const id = await world.alice.send(world.owner, content)
    const { message } = await bot.waitForMessage(id)
    expect(message?.viewOnceMessageV2?.message?.imageMessage).toBeTruthy()
  })

  async function sendBroken(broken: BrokenMedia): Promise<WAMessage> {
    const content: MediaContent = { type: 'image', bytes: randomBytes(5000), broken }
    return bot.waitForMessage(await world.alice.send(world.owner, content))
  }

  test('a file that is missing cannot be downloaded', async () => {
    const message = await sendBroken('missing')
    await expect(download(message)).rejects.toMatchObject({ output: { statusCode: 404 } })
  })

  test('a truncated file does not decrypt to what was sent', async () => {
    const message = await sendBroken('truncated')
    const bytes = await download(message).catch(() => Buffer.alloc(0))
    expect(bytes.length).toBeLessThan(5000)
  })

  test('a file with a wrong checksum can be told by it', async () => {
    const message = await sendBroken('wrongHash')
    const bytes = await download(message)
    expect(sha256(bytes).equals(message.message?.imageMessage?.fileSha256 ?? bytes)).toBe(false)
  })

  test('a file with a wrong MIME type arrives with it', async () => {
    const { message } = await sendBroken('wrongMimeType')
    expect(message?.imageMessage?.mimetype).toBe('application/x-msdownload')
  })

  test('downloads fail when the media host is told to fail', async () => {
    const id = await world.alice.send(world.owner, { type: 'sticker', bytes: PICTURE })
    const message = await bot.waitForMessage(id)
    world.server.troubles.failDownloads = 1
    await expect(download(message)).rejects.toMatchObject({ output: { statusCode: 503 } })
    expect((await download(message)).equals(PICTURE)).toBe(true)
  })
})

describe('outgoing', () => {
  test('a phone downloads, checks and decrypts a document', async () => {
    const bytes = randomBytes(30_000)
    await bot.socket.sendMessage(world.alice.numberJid, {
      document: bytes,
      mimetype: 'application/pdf',
      fileName: 'menu.pdf',
      caption: 'Our menu',
    })
    const message = await world.alice.waitFor(({ type }) => type === 'document')
    expect(message).toMatchObject({
      text: 'Our menu',
      media: {
        mimeType: 'application/pdf',
        fileName: 'menu.pdf',
        sizeBytes: 30_000,
        sha256: sha256(bytes).toString('hex'),
      },
    })
    expect(world.alice.mediaOf(message.id)?.equals(bytes)).toBe(true)
  })

  const outgoing = [
    ['image', { image: PICTURE, caption: 'cheese' }, PICTURE],
    ['video', { video: PICTURE, gifPlayback: false }, PICTURE],
    ['voice', { audio: PICTURE, mimetype: 'audio/ogg; codecs=opus', ptt: true }, PICTURE],
    ['sticker', { sticker: PICTURE }, PICTURE],
  ] as const

  test.each(outgoing)('a phone reads an outgoing %s', async (type, content, bytes) => {
    const sent = await bot.socket.sendMessage(world.alice.numberJid, content)
    const message = await world.alice.waitFor(({ id }) => id === sent?.key.id)
    expect(message).toMatchObject({ type, media: { sha256: sha256(bytes).toString('hex') } })
  })

  test('an image to be viewed once is seen as such', async () => {
    const content = { image: PICTURE, viewOnce: true }
    const sent = await bot.socket.sendMessage(world.alice.numberJid, content)
    const message = await world.alice.waitFor(({ id }) => id === sent?.key.id)
    expect(message).toMatchObject({ type: 'image', isViewOnce: true })
  })

  test('media that nobody uploaded are received with an error', async () => {
    const imageMessage = {
      directPath: '/v/nowhere',
      mediaKey: randomBytes(32),
      fileSha256: randomBytes(32),
      fileEncSha256: randomBytes(32),
    }
    const messageId = 'NOTHING-UPLOADED'
    await bot.socket.relayMessage(world.alice.numberJid, { imageMessage }, { messageId })
    const message = await world.alice.waitFor(({ id }) => id === messageId)
    expect(message.media?.error).toContain('/v/nowhere')
  })

  test('uploads fail when the media host is told to fail', async () => {
    world.server.troubles.failUploads = 1
    const content = { document: PICTURE, mimetype: 'image/png', fileName: 'a.png' }
    await expect(bot.socket.sendMessage(world.alice.numberJid, content)).rejects.toThrow(
      'Media upload failed',
    )
  })
})
