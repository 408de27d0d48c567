import { contentSchema } from '@parley/shared'
import { silenceLibsignal, type VirtualPhone } from '@parley/whatsapp-test-server'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../pipeline/ports/channel.ts'
import type { Pairing } from '../../pipeline/records.ts'
import { channelContract } from '../../testing/channelContract.ts'
import { type LinkedNumber, startLinkedNumber } from './testing/linkedNumber.ts'

beforeAll(() => {
  silenceLibsignal()
})

channelContract('whatsapp-web', async () => {
  const linked = await startLinkedNumber()
  const customer = linked.server.createPhone({ name: 'Ana' })
  return {
    channel: linked.channel,
    number: linked.number,
    recipient: `+${customer.number}`,
    connect: () => linked.connect(),
    heard: linked.heard,
    untilConnected: () => linked.untilConnected(),
    dispose: () => linked.stop(),
  }
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('a number on WhatsApp Web', () => {
  let linked: LinkedNumber
  afterEach(async () => {
    // No virtual phone may ever have met a message that it could not decrypt.
    expect(linked.server.phones.flatMap(({ undecryptable }) => undecryptable)).toEqual([])
    await linked.stop()
  })

  async function linkedWithCustomer(options = {}) {
    linked = await startLinkedNumber(options)
    const customer = linked.server.createPhone({ name: 'Ana' })
    const connection = await linked.connect()
    await linked.untilConnected()
    return { customer, connection }
  }

  let serial = 0
  const send = (connection: Connection, to: string, content: object) => {
    serial += 1
    return connection.send({
      messageId: `msg_${serial}`,
      channelMessageId: linked.channel.newMessageId(linked.number, `msg_${serial}`),
      to: linked.channel.resolveAddress(to)?.address ?? to,
      content: contentSchema.parse(content),
    })
  }

  it('is linked by a scanned code, and tells its phone number', async () => {
    await linkedWithCustomer()
    expect(linked.statuses()).toEqual(['connecting', 'needsScan', 'connecting', 'connected'])
    expect(linked.heard.states.at(-1)?.phone).toBe(linked.owner.number)
  })

  it('is linked by a code that the owner types on the phone', async () => {
    await linkedWithCustomer({
      settings: (owner: VirtualPhone) => ({ pairingPhone: owner.number }),
      link: (owner: VirtualPhone, { code }: Pairing) => owner.enterPairingCode(code ?? ''),
    })
    expect(linked.heard.states.at(-1)?.phone).toBe(linked.owner.number)
  })

  it('can be linked by scanning after a code was shown that nobody typed', async () => {
    let attempts = 0
    await linkedWithCustomer({
      settings: (owner: VirtualPhone) => ({ pairingPhone: owner.number }),
      link: async (owner: VirtualPhone, { qr }: Pairing) => {
        attempts += 1
        if (attempts > 1) return owner.scanQr(qr)
        return linked.server.dropConnections()
      },
    })
    expect(attempts).toBe(2)
  })

  it('says so when nobody scans its codes, and shows new ones on demand', async () => {
    let isWatched = false
    linked = await startLinkedNumber({
      qrTimeoutMs: 200,
      link: async (owner, { qr }) => {
        // On a busy machine the code may be over by the time that it is scanned; then the next one is.
        if (isWatched) await owner.scanQr(qr).catch(() => {})
      },
    })
    const connection = await linked.connect()
    await expect.poll(() => linked.statuses().at(-1)).toBe('disconnected')
    const codes = linked.heard.states.flatMap(({ pairing }) => (pairing ? [pairing.qr] : []))
    expect(new Set(codes).size).toBeGreaterThan(1)
    expect(linked.heard.states.at(-1)).toMatchObject({
      pairing: null,
      reason: expect.stringContaining('Press "Connect"'),
    })
    await connection.close()
    isWatched = true
    await linked.connect()
    await linked.untilConnected()
  })

  it('hears texts with the sender’s number and LID, and answers where they came from', async () => {
    const { customer, connection } = await linkedWithCustomer()
    await customer.sendText(linked.owner, 'hi')
    await expect.poll(() => linked.heard.inbound.length).toBe(1)
    const [message] = linked.heard.inbound
    expect(message).toMatchObject({
      content: { type: 'text', text: 'hi' },
      name: 'Ana',
      isGroup: false,
      address: customer.lidJid,
    })
    expect([...(message?.aliases ?? [])].sort()).toEqual([
      `lid:${customer.lidJid.split('@')[0]}`,
      `phone:${customer.number}`,
    ])
    const receipt = await send(connection, customer.lidJid, { type: 'text', text: 'hello' })
    expect(
      await customer.received.waitFor(({ id }) => id === receipt.channelMessageId),
    ).toMatchObject({
      text: 'hello',
    })
    await expect
      .poll(() => linked.heard.statuses)
      .toContainEqual(
        expect.objectContaining({
          channelMessageId: receipt.channelMessageId,
          status: 'delivered',
        }),
      )
  })

  it('keeps nobody waiting while the message of somebody else cannot be stored', async () => {
    await linkedWithCustomer({ failStores: 3 })
    const [first, second] = ['Ana', 'Bea'].map((name) => linked.server.createPhone({ name }))
    await first?.sendText(linked.owner, 'one')
    await first?.sendText(linked.owner, 'two')
    // Seen by the server as taken: the first is being tried again by now.
    await first?.receipts.waitFor(() => true)
    await second?.sendText(linked.owner, 'three')
    const texts = () =>
      linked.heard.inbound.map(({ content }) => (content.type === 'text' ? content.text : ''))
    await expect.poll(texts, { timeout: 10_000 }).toHaveLength(3)
    expect(texts().indexOf('three')).toBeLessThan(texts().indexOf('two'))
    expect(texts().indexOf('one')).toBeLessThan(texts().indexOf('two'))
  }, 15_000)

  it('sends buttons that can be tapped, and hears the tap with its token', async () => {
    const { customer, connection } = await linkedWithCustomer()
    await send(connection, customer.number, {
      type: 'buttons',
      text: 'Tea or coffee?',
      footer: 'Shop',
      buttons: [
        { id: 'c1.p.tea', title: 'Tea' },
        { id: 'c1.p.coffee', title: 'Coffee' },
      ],
    })
    const received = await customer.received.waitFor(({ type }) => type === 'interactive')
    expect(received.notShownBecause).toBeUndefined()
    expect(received.buttons.map(({ title }) => title)).toEqual(['Tea', 'Coffee'])
    await customer.tap(received, 'Coffee')
    await expect
      .poll(() => linked.heard.inbound.at(-1)?.content)
      .toMatchObject({ type: 'tap', id: 'c1.p.coffee', title: 'Coffee' })
  })

  it('sends lists and links that phones show', async () => {
    const { customer, connection } = await linkedWithCustomer()
    await send(connection, customer.number, {
      type: 'list',
      text: 'Our menu',
      buttonText: 'Open',
      sections: [{ title: 'Hot', rows: [{ id: 'c1.p.tea', title: 'Tea', description: 'Green' }] }],
    })
    await send(connection, customer.number, {
      type: 'ctaUrl',
      text: 'See our shop',
      buttonText: 'Shop',
      url: 'https://example.com/',
    })
    const list = await customer.received.waitFor(({ sections }) => sections.length > 0)
    const link = await customer.received.waitFor(({ buttons }) => buttons[0]?.kind === 'url')
    expect([list.notShownBecause, link.notShownBecause]).toEqual([undefined, undefined])
    await customer.choose(list, 'Tea')
    await expect
      .poll(() => linked.heard.inbound.at(-1)?.content)
      .toMatchObject({ type: 'tap', id: 'c1.p.tea' })
  })

  it('turns to numbered text when WhatsApp refuses buttons, and stays with it', async () => {
    const { customer, connection } = await linkedWithCustomer()
    linked.server.troubles.messageRefusals = [{ code: 405, which: 'interactive' }]
    const buttons = {
      type: 'buttons',
      text: 'Tea or coffee?',
      buttons: [
        { id: 'c1.p.tea', title: 'Tea' },
        { id: 'c1.p.coffee', title: 'Coffee' },
      ],
    }
    const receipt = await send(connection, customer.number, buttons)
    expect(receipt.renderedAs?.map(({ type }) => type)).toEqual(['text'])
    const received = await customer.received.waitFor(({ type }) => type === 'text')
    expect(received.text).toMatch(/1\D+Tea[^]*2\D+Coffee/)
    const again = await send(connection, customer.number, buttons)
    expect(again.renderedAs).toBeDefined()
  })

  it('sends and receives files that the other side can decrypt', async () => {
    const { customer, connection } = await linkedWithCustomer()
    linked.media.files.set('pic', { bytes: PNG, mimeType: 'image/png', filename: null })
    await send(connection, customer.number, { type: 'image', mediaId: 'pic', caption: 'Look' })
    const received = await customer.received.waitFor(({ type }) => type === 'image')
    expect(received.text).toBe('Look')
    expect(customer.mediaOf(received.id)).toEqual(PNG)

    await customer.send(linked.owner, { type: 'image', bytes: PNG, caption: 'Mine' })
    await expect.poll(() => linked.heard.files.length).toBe(1)
    expect(linked.heard.inbound.at(-1)?.content).toMatchObject({ type: 'image', caption: 'Mine' })
    const [file] = linked.heard.files
    const stored = file && 'mediaId' in file.media && linked.media.files.get(file.media.mediaId)
    expect(stored && stored.bytes).toEqual(PNG)
  })

  it('keeps a message whose file is broken, and says why there is none', async () => {
    const { customer } = await linkedWithCustomer()
    await customer.send(linked.owner, { type: 'image', bytes: PNG, broken: 'missing' })
    await expect.poll(() => linked.heard.files.length).toBe(1)
    expect(linked.heard.inbound).toHaveLength(1)
    expect(linked.heard.files[0]?.media).toHaveProperty('failure')
  })

  it('sends places, people, polls and voice notes', async () => {
    const { customer, connection } = await linkedWithCustomer()
    linked.media.files.set('note', {
      bytes: Buffer.from('OggS-not-really'),
      mimeType: 'audio/ogg',
      filename: null,
    })
    await send(connection, customer.number, { type: 'location', latitude: 52.5, longitude: 13.4 })
    await send(connection, customer.number, {
      type: 'contacts',
      contacts: [{ name: 'Bo', phones: [{ phone: '+447700900999' }] }],
    })
    await send(connection, customer.number, {
      type: 'poll',
      text: 'Which?',
      options: [
        { id: '1', title: 'A' },
        { id: '2', title: 'B' },
      ],
      selectableCount: 1,
    })
    await send(connection, customer.number, { type: 'voice', mediaId: 'note' })
    for (const type of ['location', 'contact', 'poll', 'voice'] as const) {
      const received = await customer.received.waitFor((message) => message.type === type)
      expect(received.notShownBecause).toBeUndefined()
    }
  })

  it('refuses a number that is not on WhatsApp, for good', async () => {
    const { connection } = await linkedWithCustomer()
    await expect(
      send(connection, '447700999999', { type: 'text', text: 'nobody' }),
    ).rejects.toMatchObject({ failureClass: 'recipientGone' })
  })

  it('hears what was written while the line was down, once and in order', async () => {
    const { customer } = await linkedWithCustomer()
    linked.server.troubles.refuseUpgradesWith = 503
    linked.server.dropConnections()
    await expect.poll(() => linked.statuses().at(-1)).toBe('connecting')
    for (const text of ['one', 'two', 'three']) await customer.sendText(linked.owner, text)
    linked.server.troubles.refuseUpgradesWith = undefined
    await linked.untilConnected(2)
    await expect
      .poll(() => linked.heard.inbound.map(({ content }) => 'text' in content && content.text))
      .toEqual(['one', 'two', 'three'])
  })

  it('keeps what it heard while its database was away, in order', async () => {
    const { customer } = await linkedWithCustomer({ failStores: 2 })
    for (const text of ['one', 'two']) await customer.sendText(linked.owner, text)
    await expect
      .poll(() => linked.heard.inbound.map(({ content }) => 'text' in content && content.text))
      .toEqual(['one', 'two'])
  })

  it('answers a burst of twenty messages while its store takes 5 ms, without spoiling the encryption', async () => {
    const { customer, connection } = await linkedWithCustomer()
    const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`)
    const answered: Promise<unknown>[] = []
    for (const text of texts) {
      await customer.sendText(linked.owner, text)
      answered.push(send(connection, customer.number, { type: 'text', text: `re: ${text}` }))
    }
    await Promise.all(answered)
    await expect.poll(() => linked.heard.inbound.length, { timeout: 15_000 }).toBe(20)
    await customer.received.waitFor(({ text }) => text === 're: message 19', 15_000)
    expect(customer.received.all.filter(({ text }) => text.startsWith('re: '))).toHaveLength(20)
  }, 30_000)

  it('logs in with the same login after a restart of the process', async () => {
    const { customer, connection } = await linkedWithCustomer()
    await connection.close()
    const again = await linked.connect()
    await linked.untilConnected(2)
    expect(linked.statuses().filter((status) => status === 'needsScan')).toHaveLength(1)
    await send(again, customer.number, { type: 'text', text: 'back' })
    await customer.received.waitFor(({ text }) => text === 'back')
  })

  it('says so when the phone logs it out, forgets the login, and is linked anew on demand', async () => {
    await linkedWithCustomer()
    linked.owner.unlinkDevices()
    await expect.poll(() => linked.statuses().at(-1)).toBe('loggedOut')
    expect(linked.heard.states.at(-1)?.reason).toContain('scan')
    expect(linked.authStorage.entries.size).toBe(0)
  })

  it('says that it is logged out although the login cannot be removed, and forgets it the next time', async () => {
    const { connection } = await linkedWithCustomer()
    linked.authStorage.failClears = 1
    linked.owner.unlinkDevices()
    await expect.poll(() => linked.statuses().at(-1)).toBe('loggedOut')
    expect(linked.authStorage.entries.size).toBeGreaterThan(0)
    await connection.close()
    await linked.connect()
    await expect.poll(() => linked.authStorage.entries.size).toBe(0)
  })
})
