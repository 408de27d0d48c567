import { expect, it } from 'vitest'
import { newId } from '../../pipeline/ids.ts'
import { anInboundRecord, anOutboundRecord } from '../storeRecords.ts'
import { MANY, range, type Subject } from './storeUnderTest.ts'

const idsOf = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => id)

export function messagesContract(subject: Subject): void {
  it('finds a message as it was inserted', async () => {
    const { store } = subject()
    const message = anInboundRecord({
      content: {
        type: 'image',
        url: 'https://shop.example/a.jpg',
        caption: 'An image of 5 € \u{1F600}',
      },
    })
    expect(await store.messages.insertInbound(message)).toBe(true)
    expect(await store.messages.find(message.id)).toEqual(message)
    expect(await store.messages.find('msg_unknown')).toBeNull()
  })

  it('stores once what the platform delivers twice, on each number', async () => {
    const { store, other } = subject()
    const message = anInboundRecord({ numberId: newId('num') })
    expect(await store.messages.insertInbound(message)).toBe(true)
    expect(await store.messages.insertInbound(message)).toBe(false)
    expect(await other.messages.insertInbound({ ...message, id: newId('msg') })).toBe(false)
    const elsewhere = { ...message, id: newId('msg'), numberId: newId('num') }
    expect(await store.messages.insertInbound(elsewhere)).toBe(true)
  })

  it('tells each of many callers at once whether its message was new', async () => {
    const { store } = subject()
    const messages = range(MANY).map(() => anInboundRecord({ numberId: newId('num') }))
    const twice = messages.flatMap((message) => [message, { ...message, id: newId('msg') }])
    const answers = await Promise.all(twice.map((each) => store.messages.insertInbound(each)))
    expect(answers.filter((isNew) => isNew)).toHaveLength(MANY)
  })

  it('inserts outbound messages and leaves those that are there as they are', async () => {
    const { store } = subject()
    const first = anOutboundRecord()
    const second = anOutboundRecord()
    expect(await store.messages.insertOutbound([first])).toEqual([first.id])
    const changed = { ...first, content: { type: 'text' as const, text: 'Changed' } }
    expect(await store.messages.insertOutbound([changed, second])).toEqual([second.id])
    expect(await store.messages.find(first.id)).toEqual(first)
  })

  it('does not take the same platform id of another outbound message for the message itself', async () => {
    const { store } = subject()
    const first = anOutboundRecord()
    await store.messages.insertOutbound([first])
    const clash = { ...first, id: newId('msg') }
    await expect(store.messages.insertOutbound([clash])).rejects.toThrow(/duplicate key/)
  })

  it('keeps many outbound messages that have no platform id yet', async () => {
    const { store } = subject()
    const messages = range(3).map(() => anOutboundRecord({ channelMessageId: null }))
    expect(await store.messages.insertOutbound(messages)).toEqual(idsOf(messages))
    expect(await store.messages.find(messages[0]?.id ?? '')).toEqual(messages[0])
  })

  it('finds by the platform id, in either direction', async () => {
    const { store } = subject()
    const numberId = newId('num')
    const inbound = anInboundRecord({ numberId, channelMessageId: 'in 1' })
    const outbound = anOutboundRecord({ numberId, channelMessageId: 'out 1' })
    await store.messages.insertInbound(inbound)
    await store.messages.insertOutbound([outbound])
    const [foundIn, foundOut, none, elsewhere] = await Promise.all([
      store.messages.findByChannelId(numberId, 'in 1'),
      store.messages.findByChannelId(numberId, 'out 1'),
      store.messages.findByChannelId(numberId, 'in'),
      store.messages.findByChannelId(newId('num'), 'in 1'),
    ])
    expect(foundIn).toEqual(inbound)
    expect(foundOut).toEqual(outbound)
    expect([none, elsewhere]).toEqual([null, null])
  })

  it('lists the open inbound messages of a number in their order', async () => {
    const { store } = subject()
    const numberId = newId('num')
    const places = [
      [2_000, 0],
      [1_000, 1],
      [1_000, 0],
      [3_000, 0],
    ] as const
    const messages = places.map(([createdAt, order]) =>
      anInboundRecord({ numberId, createdAt, order }),
    )
    await Promise.all(messages.map((each) => store.messages.insertInbound(each)))
    await store.messages.insertOutbound([anOutboundRecord({ numberId, createdAt: 0 })])
    const [third, second, first, fourth] = messages
    const list = async (limit: number) =>
      idsOf(await store.messages.listOpenInbound(numberId, limit))
    expect(await list(10)).toEqual([first?.id, second?.id, third?.id, fourth?.id])
    expect(await list(2)).toEqual([first?.id, second?.id])
    await store.messages.closeInbound([first?.id ?? '', third?.id ?? ''])
    expect(await list(10)).toEqual([second?.id, fourth?.id])
  })

  it('adds the file of an inbound message when it has come', async () => {
    const { store } = subject()
    const content = { type: 'image' as const, caption: 'Look' }
    const message = anInboundRecord({ content })
    const { numberId, channelMessageId } = message
    await store.messages.insertInbound(message)
    const file = { mediaId: 'med_1', sizeBytes: 123 }
    expect(await store.messages.attachMedia(numberId, channelMessageId ?? '', file)).toEqual({
      ...message,
      content: { ...content, ...file },
    })
    expect(await store.messages.attachMedia(numberId, 'unknown', file)).toBeNull()
  })

  it('says why the file of an inbound message is missing', async () => {
    const { store } = subject()
    const message = anInboundRecord({ content: { type: 'image' } })
    await store.messages.insertInbound(message)
    const failure = 'The file is no longer on the phone.'
    await store.messages.attachMedia(message.numberId, message.channelMessageId ?? '', { failure })
    expect(await store.messages.find(message.id)).toMatchObject({
      failure: { message: failure },
    })
  })
}
