import { type Content, contentSchema } from '@parley/shared'
import { describe, expect, it, test } from 'vitest'
import { isOggOpus } from './isOggOpus.ts'
import type { StoredMedia } from './ports.ts'
import { toBaileys } from './toBaileys.ts'

/** The first page of an Ogg file whose codec has this header. */
const ogg = (codecHeader: string): Buffer =>
  Buffer.concat([
    Buffer.from('OggS'),
    Buffer.alloc(22),
    Buffer.from([1, 19]),
    Buffer.from(codecHeader),
  ])
const OPUS = { bytes: ogg('OpusHead'), mimeType: 'audio/ogg', filename: null }
const VORBIS = { bytes: ogg('\u0001vorbis'), mimeType: 'audio/ogg', filename: null }
const MP3 = { bytes: Buffer.from('ID3'), mimeType: 'audio/mpeg', filename: null }

const aContent = (content: object): Content => contentSchema.parse({ mediaId: 'm', ...content })
const render = (content: Content, media: StoredMedia, converted = media) =>
  toBaileys(content, {
    media: () => Promise.resolve(media),
    voiceNote: () => Promise.resolve(converted),
    messageKey: () => Promise.resolve(null),
  })

test('Opus in Ogg is told from other sounds', () => {
  expect([OPUS, VORBIS, MP3].map(({ bytes }) => isOggOpus(bytes))).toEqual([true, false, false])
  expect(isOggOpus(Buffer.alloc(0))).toBe(false)
})

describe('a voice note', () => {
  const voice = aContent({ type: 'voice' })

  it('that is Opus already goes out as it is', async () => {
    expect(await render(voice, OPUS, MP3)).toMatchObject({
      content: { audio: OPUS.bytes, mimetype: 'audio/ogg; codecs=opus', ptt: true },
    })
  })

  it.each([
    ['MP3', MP3],
    ['Vorbis', VORBIS],
  ])('of another kind is converted: %s', async (_, sound) => {
    expect(await render(voice, sound, OPUS)).toMatchObject({
      content: { audio: OPUS.bytes, mimetype: 'audio/ogg; codecs=opus', ptt: true },
    })
  })

  it('that cannot be converted goes out as what it is', async () => {
    expect(await render(voice, MP3)).toMatchObject({
      content: { mimetype: 'audio/mpeg', ptt: true },
    })
    expect(await render(voice, VORBIS)).toMatchObject({ content: { mimetype: 'audio/ogg' } })
  })
})

it('a sound that is no voice note is not converted', async () => {
  expect(await render(aContent({ type: 'audio' }), MP3, OPUS)).toMatchObject({
    content: { audio: MP3.bytes, mimetype: 'audio/mpeg' },
  })
})

describe('a file that is something else', () => {
  const page = { bytes: Buffer.from('<html>'), mimeType: 'text/html', filename: null }
  const header = { type: 'image', mediaId: 'm' }
  const buttons = { type: 'buttons', text: 'Tea?', buttons: [{ id: 'y', title: 'Yes' }], header }

  it.each([
    ['image', aContent({ type: 'image' })],
    ['video', aContent({ type: 'video' })],
    ['audio', aContent({ type: 'audio' })],
    ['voice', aContent({ type: 'voice' })],
    ['sticker', aContent({ type: 'sticker' })],
    ['image', contentSchema.parse(buttons)],
  ])('is not sent as %s, in words', async (kind, content) => {
    await expect(render(content, page)).rejects.toMatchObject({
      failureClass: 'media',
      message: `The file cannot be sent as ${kind}: it is text/html.`,
    })
  })

  it('is a document all the same, and so is what nobody knows anything', async () => {
    expect(await render(aContent({ type: 'document' }), page)).toMatchObject({ by: 'sendMessage' })
    const unknown = { ...page, mimeType: 'application/octet-stream' }
    expect(await render(aContent({ type: 'video' }), unknown)).toMatchObject({ by: 'sendMessage' })
  })
})
