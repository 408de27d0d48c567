import { CAPABILITIES, contentSchema, degrade } from '@parley/shared'
import { silenceLibsignal, type VirtualPhone } from '@parley/whatsapp-test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../pipeline/ports/channel.ts'
import { type LinkedNumber, startLinkedNumber } from './testing/linkedNumber.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const FILES = {
  png: { bytes: PNG, mimeType: 'image/png' },
  mp4: { bytes: Buffer.from('not really a film'), mimeType: 'video/mp4' },
  mp3: { bytes: Buffer.from('not really a song'), mimeType: 'audio/mpeg' },
  ogg: { bytes: Buffer.from('OggS, not really'), mimeType: 'audio/ogg' },
  pdf: { bytes: Buffer.from('%PDF, not really'), mimeType: 'application/pdf' },
  webp: { bytes: Buffer.from('RIFF, not really'), mimeType: 'image/webp' },
}

const buttons = [
  { id: 't.tea', title: 'Tea' },
  { id: 't.coffee', title: 'Coffee' },
]

/** Every kind of message, and what a phone shows of it. */
const KINDS: readonly (readonly [kind: string, content: object, shown: object])[] = [
  ['text', { type: 'text', text: 'Hello' }, { type: 'text', text: 'Hello' }],
  ['image', { type: 'image', mediaId: 'png', caption: 'Look' }, { type: 'image', text: 'Look' }],
  [
    'view once',
    { type: 'image', mediaId: 'png', viewOnce: true },
    { type: 'image', isViewOnce: true },
  ],
  ['video', { type: 'video', mediaId: 'mp4', caption: 'Film' }, { type: 'video', text: 'Film' }],
  ['audio', { type: 'audio', mediaId: 'mp3' }, { type: 'audio' }],
  ['voice', { type: 'voice', mediaId: 'ogg' }, { type: 'voice' }],
  [
    'document',
    { type: 'document', mediaId: 'pdf', filename: 'bill.pdf' },
    { type: 'document', media: { fileName: 'bill.pdf' } },
  ],
  ['sticker', { type: 'sticker', mediaId: 'webp' }, { type: 'sticker' }],
  [
    'location',
    { type: 'location', latitude: 52.5, longitude: 13.4, name: 'Shop' },
    { type: 'location', location: { latitude: 52.5, longitude: 13.4, name: 'Shop' } },
  ],
  [
    'contact',
    { type: 'contacts', contacts: [{ name: 'Bo', phones: [{ phone: '+447700900999' }] }] },
    { type: 'contact', contacts: [{ name: 'Bo' }] },
  ],
  [
    'poll',
    {
      type: 'poll',
      text: 'Which?',
      options: [
        { id: '1', title: 'A' },
        { id: '2', title: 'B' },
      ],
      selectableCount: 1,
    },
    { type: 'poll', poll: { question: 'Which?', options: ['A', 'B'] } },
  ],
  [
    'buttons',
    { type: 'buttons', text: 'Drink?', buttons },
    { type: 'interactive', text: 'Drink?', buttons: [{ title: 'Tea' }, { title: 'Coffee' }] },
  ],
  [
    'link',
    { type: 'ctaUrl', text: 'Shop', buttonText: 'Open', url: 'https://example.com/' },
    { type: 'interactive', buttons: [{ kind: 'url', url: 'https://example.com/' }] },
  ],
  [
    'list',
    { type: 'list', text: 'Menu', buttonText: 'Open', sections: [{ title: 'Hot', rows: buttons }] },
    { type: 'interactive', sections: [{ title: 'Hot', rows: [{ title: 'Tea' }, {}] }] },
  ],
  [
    'template',
    {
      type: 'template',
      name: 'welcome',
      language: 'en',
      text: 'Welcome',
      buttons: [
        { type: 'quickReply', id: 't.yes', title: 'Yes' },
        { type: 'url', title: 'Shop', url: 'https://example.com/' },
      ],
    },
    { text: expect.stringContaining('Welcome') },
  ],
]

describe('every kind of message', () => {
  let linked: LinkedNumber
  let connection: Connection
  let ana: VirtualPhone
  let serial = 0

  beforeAll(async () => {
    silenceLibsignal()
    linked = await startLinkedNumber()
    for (const [id, file] of Object.entries(FILES)) {
      linked.media.files.set(id, { ...file, filename: null })
    }
    ana = linked.server.createPhone({ name: 'Ana' })
    connection = await linked.connect()
    await linked.untilConnected()
  })
  afterAll(async () => {
    expect(linked.server.failures()).toEqual([])
    await linked.stop()
  })

  async function receive(content: object, given: { to?: string; quoted?: string } = {}) {
    let lastId = ''
    // As the pipeline does: a template has no form of its own here.
    for (const part of degrade(contentSchema.parse(content), CAPABILITIES['whatsapp-web'])) {
      serial += 1
      const { channelMessageId } = await connection.send({
        messageId: `msg_${serial}`,
        channelMessageId: linked.channel.newMessageId(linked.number, `msg_${serial}`),
        to: given.to ?? ana.lidJid,
        content: part,
        ...(given.quoted === undefined ? {} : { quotedChannelMessageId: given.quoted }),
      })
      lastId = channelMessageId
    }
    return ana.waitFor(({ id }) => id === lastId)
  }

  it.each(KINDS)('arrives and can be read: %s', async (_kind, content, shown) => {
    const received = await receive(content)
    expect(received).toMatchObject(shown)
    expect(received.notShownBecause).toBeUndefined()
    // Nothing for what has no file.
    const mediaId = 'mediaId' in content ? String(content.mediaId) : ''
    expect(ana.mediaOf(received.id)).toEqual(linked.media.files.get(mediaId)?.bytes)
  })

  it('arrives and can be read: an answer that quotes, and one that mentions', async () => {
    const first = await receive({ type: 'text', text: 'One' })
    const quoting = await receive({ type: 'text', text: 'Two' }, { quoted: first.id })
    expect(quoting.quoted).toMatchObject({ messageId: first.id, text: 'One' })
    const mentioning = await receive({
      type: 'text',
      text: `@${ana.number} look`,
      mentions: [ana.number],
    })
    expect(mentioning.mentions).toEqual([ana.numberJid])
  })

  it('arrives and can be read: a text in a group', async () => {
    const group = linked.server.createGroup({
      subject: 'Team',
      owner: ana,
      members: [linked.owner],
    })
    const received = await receive({ type: 'text', text: 'All' }, { to: group.jid })
    expect(received).toMatchObject({ text: 'All', group: group.jid, encryption: 'skmsg' })
  })
})
