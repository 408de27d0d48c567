import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { Instance } from '../../testing/Instance.ts'
import { signUpOwner, tokenOf } from '../../testing/people.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let owner: Client
beforeAll(async () => {
  server = await startTestServer()
  owner = await tokenOf(await signUpOwner(server))
})
afterAll(() => server.close())

const ANA = '17472822486'

/** The numbers of the messages in an answer. */
const numbersIn = (body: unknown): readonly number[] => {
  // What the tests below hold against the whole shape.
  const { messages } = body as { messages: readonly { messageNumber: number }[] }
  return messages.map(({ messageNumber }) => messageNumber)
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('messages', () => {
  test('are told of both directions, in the documented shape', async () => {
    const instance = await Instance.create(owner)
    await instance.sandbox.says(ANA, 'Ok!', {
      name: 'Ilya',
      messageId: 'DF38E6A25B42CC8CCE57EC40F',
    })
    const sent = await instance.post('sendMessage', { phone: ANA, body: 'Hello' })
    const answer = await instance.get('messages')
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        messages: [
          {
            id: `false_${ANA}@c.us_DF38E6A25B42CC8CCE57EC40F`,
            body: 'Ok!',
            type: 'chat',
            senderName: 'Ilya',
            fromMe: false,
            author: `${ANA}@c.us`,
            time: expect.any(Number),
            chatId: `${ANA}@c.us`,
            messageNumber: 1,
            chatName: 'Ilya',
            caption: null,
            self: 0,
            isForwarded: 0,
          },
          {
            id: sent.text('id'),
            body: 'Hello',
            type: 'chat',
            senderName: 'Try me',
            fromMe: true,
            author: expect.stringMatching(/^1555\d{7}@c\.us$/),
            time: expect.any(Number),
            chatId: `${ANA}@c.us`,
            messageNumber: 2,
            chatName: 'Ilya',
            caption: null,
            self: 0,
            isForwarded: 0,
          },
        ],
        lastMessageNumber: 2,
      },
    ])
    expect(sent.at('queueNumber')).toBe(2)
    expect(Math.abs(Number(answer.at('messages.0.time')) - Date.now() / 1_000)).toBeLessThan(60)
    const root = await server.stranger.get(`/messages?token=${instance.token}`)
    expect(root.body).toEqual(answer.body)
  })

  test('after a number are only the later ones; none is still that number', async () => {
    const instance = await Instance.create(owner)
    for (const text of ['a', 'b', 'c']) await instance.sandbox.says(ANA, text)
    const later = await instance.get('messages', { lastMessageNumber: '1' })
    expect([numbersIn(later.body), later.at('lastMessageNumber')]).toEqual([[2, 3], 3])
    const none = await instance.get('messages', { lastMessageNumber: '3' })
    expect(none.body).toEqual({ messages: [], lastMessageNumber: 3 })
    const far = await instance.get('messages', { lastMessageNumber: '99' })
    expect(far.body).toEqual({ messages: [], lastMessageNumber: 99 })
  })

  test('are the last 100 with last, whatever the number; 100 at a time without', async () => {
    const instance = await Instance.create(owner)
    await Promise.all(upTo(105).map((n) => instance.sandbox.says(ANA, `No. ${n}`)))
    const first = await instance.get('messages')
    expect(numbersIn(first.body)).toEqual(upTo(100))
    const last = await instance.get('messages', { last: '1', lastMessageNumber: '104' })
    expect(numbersIn(last.body)).toEqual(upTo(105).slice(5))
    expect(last.at('lastMessageNumber')).toBe(105)
    expect(numbersIn((await instance.get('messages', { last: '' })).body)).toHaveLength(100)
    expect(numbersIn((await instance.get('messages', { limit: '0' })).body)).toEqual(upTo(105))
    expect(numbersIn((await instance.get('messages', { limit: '2' })).body)).toEqual([1, 2])
    const rest = await instance.get('messages', { lastMessageNumber: '100' })
    expect(numbersIn(rest.body)).toEqual([101, 102, 103, 104, 105])
  })

  test('may be those of one chat, or of a time', async () => {
    const instance = await Instance.create(owner)
    await instance.sandbox.says('17472822481', 'One')
    await instance.sandbox.says('17472822482', 'Two')
    await instance.post('sendMessage', { chatId: '79680561234-1479621234@g.us', body: 'All' })
    const of = async (query: Readonly<Record<string, string>>) =>
      numbersIn((await instance.get('messages', query)).body)
    expect(await of({ chatId: '17472822482@c.us' })).toEqual([2])
    expect(await of({ chatId: '79680561234-1479621234@g.us' })).toEqual([3])
    expect(await of({ chatId: '17472822489@c.us' })).toEqual([])
    const now = Math.floor(Date.now() / 1_000)
    expect(await of({ min_time: String(now - 60), max_time: String(now + 60) })).toEqual([1, 2, 3])
    expect(await of({ min_time: String(now + 60) })).toEqual([])
    expect(await of({ max_time: String(now - 60) })).toEqual([])
  })

  test('have the types and bodies that are documented', async () => {
    const instance = await Instance.create(owner)
    const url = 'https://example.com/file'
    const contents = [
      [{ type: 'image', url, caption: 'Look' }, 'image', url],
      [{ type: 'voice', url }, 'ptt', url],
      [{ type: 'document', url }, 'document', url],
      [{ type: 'audio', url }, 'audio', url],
      [{ type: 'video', url }, 'video', url],
      [{ type: 'location', latitude: 1.5, longitude: -2 }, 'location', '1.5;-2'],
      [
        { type: 'contacts', contacts: [{ name: 'Ana', phones: [{ phone: '+15551234567' }] }] },
        'vcard',
        expect.stringContaining('FN:Ana'),
      ],
      [{ type: 'unsupported', description: 'A call' }, 'chat', 'A call'],
    ] as const
    for (const [content] of contents) await instance.sandbox.says(ANA, content)
    expect((await instance.get('messages')).body).toMatchObject({
      messages: contents.map(([, type, body]) => ({ type, body })),
    })
  })

  test.each([
    ['lastMessageNumber=x'],
    ['lastMessageNumber=-1'],
    ['lastMessageNumber[$gt]=0&lastMessageNumber=1.5'],
    ['limit=-1'],
    ['min_time=yesterday'],
    ['chatId=nobody'],
  ])('with %s is 400', async (query) => {
    const instance = await Instance.create(owner)
    const answer = await server.stranger.get(`${instance.path('messages')}&${query}`)
    expect([answer.status, answer.body]).toEqual([400, { error: expect.any(String) }])
  })

  test('are numbered without a gap while many write and read at once', async () => {
    const instance = await Instance.create(owner)
    const writers = upTo(8).map(async (writer) => {
      for (const n of upTo(10)) {
        const phone = `4915700000${String(writer).padStart(3, '0')}`
        if (n % 2) await instance.post('sendMessage', { phone, body: `${n}` })
        else await instance.sandbox.says(phone, `${n}`)
      }
    })
    let isWritten = false
    const readers = upTo(4).map(async () => {
      const seen: number[] = []
      for (let isLast = false; !isLast; ) {
        isLast = isWritten
        const lastMessageNumber = String(seen.at(-1) ?? 0)
        seen.push(...numbersIn((await instance.get('messages', { lastMessageNumber })).body))
      }
      return seen
    })
    await Promise.all(writers)
    isWritten = true
    for (const seen of await Promise.all(readers)) expect(seen).toEqual(upTo(80))
  })
})

describe('chats', () => {
  test('are listed, those with the newest message first', async () => {
    const instance = await Instance.create(owner)
    await instance.sandbox.says('17472822481', 'One', { name: 'Ana' })
    await instance.post('sendMessage', { chatId: '79680561234-1479621234@g.us', body: 'All' })
    expect((await instance.get('dialogs')).body).toEqual({
      dialogs: [
        {
          id: '79680561234-1479621234@g.us',
          name: '79680561234-1479621234@g.us',
          image: '',
          metadata: { isGroup: true, participants: [] },
          last_time: expect.any(Number),
        },
        {
          id: '17472822481@c.us',
          name: 'Ana',
          image: '',
          metadata: { isGroup: false, participants: [] },
          last_time: expect.any(Number),
        },
      ],
    })
  })

  test('are marked as read', async () => {
    const instance = await Instance.create(owner)
    const messageId = await instance.sandbox.says('17472822483', 'Hi')
    const path = `/api/v1/messages/${messageId}`
    const conversationId = (await owner.get(path)).text('data.conversationId')
    const unread = async () =>
      (await owner.get(`/api/v1/conversations/${conversationId}`)).at('data.unreadCount')
    expect(await unread()).toBe(1)
    expect((await instance.post('readChat', { phone: '17472822483' })).body).toEqual({
      read: true,
      message: 'ok',
      chatId: '17472822483@c.us',
    })
    expect(await unread()).toBe(0)
    expect((await instance.post('readChat', { chatId: '17472822409@c.us' })).body).toEqual({
      read: false,
      message: 'Chat not found',
    })
  })
})
