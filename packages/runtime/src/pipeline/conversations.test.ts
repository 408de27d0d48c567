import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawFlow } from '../testing/flows.ts'
import { anInbound } from '../testing/records.ts'
import { startTestWorld, type TestWorld } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
})
afterAll(() => world.close())

//  [start] ─► [question "Say something" → said] ─► [text "You said …"] ─┐
//                 ▲                                                     │
//                 └─────────────────────────────────────────────────────┘
const echo = drawFlow(
  {
    ask: ['question', { text: 'Say something', saveAs: 'said' }],
    echo: ['text', { text: 'You said {{ said }}' }],
  },
  ['start > ask', 'ask > echo', 'echo > ask'],
)

/** A number with the flow on it and a pipeline that answers. */
async function aRunningBot(flow = echo) {
  const number = await world.aNumberWith(flow)
  const { pipeline, channel } = world.pipeline()
  await pipeline.start()
  const textsTo = (address: string) =>
    channel.sent.flatMap(({ to, content }) =>
      to === address && 'text' in content ? [content.text] : [],
    )
  return { number, pipeline, channel, textsTo }
}

describe('a conversation', () => {
  it('answers what was written in a burst in its order, each contact on its own', async () => {
    const { number, pipeline, textsTo } = await aRunningBot()
    const contacts = Array.from({ length: 10 }, (_, index) => `1555000${1000 + index}`)
    const words = ['hi', 'a', 'b', 'c', 'd', 'e']
    // Nobody waits for an answer, or even for the receipt.
    await Promise.all(
      contacts.flatMap((from) =>
        words.map((word) => pipeline.receive(number.id, anInbound(word, { from }))),
      ),
    )
    const answers = [
      'Say something',
      ...words.slice(1).flatMap((word) => [`You said ${word}`, 'Say something']),
    ]
    for (const from of contacts) await expect.poll(() => textsTo(from)).toEqual(answers)
    await pipeline.stop()
  })

  it('takes a message that the platform delivers again only once', async () => {
    const { number, pipeline, textsTo } = await aRunningBot()
    const message = anInbound('hi', { from: '15550002000' })
    const received = await Promise.all([
      pipeline.receive(number.id, message),
      pipeline.receive(number.id, message),
      pipeline.receive(number.id, message),
    ])
    expect(received.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(1)
    await expect.poll(() => world.isAtRest(number.id)).toBe(true)
    expect(await pipeline.receive(number.id, message)).toMatchObject({ isNew: false })
    await expect.poll(() => textsTo('15550002000')).toEqual(['Say something'])
    await pipeline.stop()
  })

  it('knows by its own ids what a message quotes and a reaction is about', async () => {
    const { number, pipeline, channel } = await aRunningBot()
    await pipeline.receive(number.id, anInbound('hi'))
    await expect.poll(() => channel.texts()).toEqual(['Say something'])
    const [question] = channel.sent
    const about = question?.channelMessageId ?? ''
    const reaction = { type: 'reaction', messageId: about, emoji: '👍' } as const
    const received = [
      await pipeline.receive(number.id, anInbound('', { content: reaction })),
      await pipeline.receive(number.id, anInbound('yes', { quotedChannelMessageId: about })),
    ]
    const [reacted, quoted] = await Promise.all(
      received.map(({ messageId }) => world.store.messages.find(messageId)),
    )
    expect(reacted?.content).toEqual({ ...reaction, messageId: question?.messageId })
    expect(quoted?.quotedMessageId).toBe(question?.messageId)
    await pipeline.stop()
  })

  it('knows one person by phone and by LID', async () => {
    const { number, pipeline } = await aRunningBot()
    const both = ['lid:777001', 'phone:15550003000'] as const
    const seen = { from: '777001@lid', name: 'Ana' }
    await pipeline.receive(number.id, anInbound('hi', { ...seen, aliases: both }))
    await pipeline.receive(number.id, anInbound('again', { ...seen, aliases: ['lid:777001'] }))
    await pipeline.receive(number.id, anInbound('me', { ...seen, aliases: ['phone:15550003000'] }))
    const { items } = await world.store.messages.list({
      workspaceId: world.workspaceId,
      numberId: number.id,
      direction: 'inbound',
      limit: 10,
    })
    expect(new Set(items.map(({ contactId }) => contactId)).size).toBe(1)
    await pipeline.stop()
  })

  it('goes on after a time-out that fell into a restart', async () => {
    //  [start] ─► [question "Still there?", no reply after 1 s] ─noReply─► [text "Bye"]
    const flow = drawFlow(
      {
        ask: ['question', { text: 'Still there?', saveAs: 'x', noReply: { afterSeconds: 1 } }],
        bye: ['text', { text: 'Bye' }],
      },
      ['start > ask', 'ask.noReply > bye'],
    )
    const { number, pipeline } = await aRunningBot(flow)
    await pipeline.receive(number.id, anInbound('hi'))
    await expect.poll(() => world.sentTexts(number.id)).toEqual(['Still there?'])
    await pipeline.stop()
    await new Promise((resolve) => {
      setTimeout(resolve, 1_100)
    })
    expect(await world.sentTexts(number.id)).toEqual(['Still there?'])
    const next = world.pipeline()
    await next.pipeline.start()
    await expect.poll(() => world.sentTexts(number.id)).toEqual(['Still there?', 'Bye'])
    await next.pipeline.stop()
  })

  it('is silent while a person has it, and goes on where it was when they give it back', async () => {
    //  [start] ─► [handover "One moment"] ─resolved─► [text "Bot again"]
    const flow = drawFlow(
      {
        hand: ['handover', { message: 'One moment', to: 'Sales' }],
        back: ['text', { text: 'Bot again' }],
      },
      ['start > hand', 'hand.resolved > back'],
    )
    const { number, pipeline } = await aRunningBot(flow)
    await pipeline.receive(number.id, anInbound('hi'))
    await expect.poll(() => world.sentTexts(number.id)).toEqual(['One moment'])
    const { items } = await world.store.conversations.list({
      workspaceId: world.workspaceId,
      numberId: number.id,
      limit: 1,
    })
    const [conversation] = items
    expect(conversation?.handover).toMatchObject({ to: 'Sales' })

    await pipeline.receive(number.id, anInbound('anybody?'))
    await expect.poll(() => world.isAtRest(number.id)).toBe(true)
    await pipeline.send({
      workspaceId: world.workspaceId,
      numberId: number.id,
      to: `conversation:${conversation?.id}`,
      content: { type: 'text', text: 'Hello, this is Eva' },
      source: { type: 'person', userId: 'user_1' },
      whenOffline: 'queue',
    })
    await expect
      .poll(() => world.sentTexts(number.id))
      .toEqual(['One moment', 'Hello, this is Eva'])

    await pipeline.resolveHandover(world.workspaceId, conversation?.id ?? '')
    await expect
      .poll(() => world.sentTexts(number.id))
      .toEqual(['One moment', 'Hello, this is Eva', 'Bot again'])
    await pipeline.stop()
  })

  it('finishes on the version of the flow that it began with, though the flow was unpublished', async () => {
    const { number, pipeline, textsTo } = await aRunningBot()
    await pipeline.receive(number.id, anInbound('hi', { from: '15550004000' }))
    await expect.poll(() => textsTo('15550004000')).toEqual(['Say something'])
    await world.store.publications.removeOfNumber(number.id)
    await pipeline.receive(number.id, anInbound('still here', { from: '15550004000' }))
    await expect
      .poll(() => textsTo('15550004000'))
      .toEqual(['Say something', 'You said still here', 'Say something'])
    await pipeline.stop()
  })
})

describe('two processes on one database', () => {
  it('never work on one number at the same time, and one takes over when the other stops', async () => {
    const number = await world.aNumberWith(echo)
    const first = world.pipeline({ ownerId: 'first' })
    const second = world.pipeline({ ownerId: 'second', leaseMs: 3_000 })
    await first.pipeline.start()
    await second.pipeline.start()
    // Whoever receives it, the owner answers.
    await second.pipeline.receive(number.id, anInbound('hi'))
    await expect.poll(() => first.channel.texts()).toEqual(['Say something'])
    await first.pipeline.stop()
    await second.pipeline.receive(number.id, anInbound('there?'))
    await expect
      .poll(() => second.channel.texts(), { timeout: 10_000 })
      .toEqual(['You said there?', 'Say something'])
    expect(first.channel.texts()).toEqual(['Say something'])
    await second.pipeline.stop()
  }, 15_000)

  it('ignore what an owner does that was thought dead', async () => {
    const number = await world.aNumberWith(echo)
    const asleep = world.pipeline({ ownerId: 'asleep' })
    await asleep.pipeline.start()
    await asleep.pipeline.receive(number.id, anInbound('hi'))
    await expect.poll(() => asleep.channel.texts()).toEqual(['Say something'])
    // Takes the number by force, as after the lease of a process that hangs has run out.
    const awake = world.pipeline({ ownerId: 'awake', isAlone: true })
    await awake.pipeline.start()
    await awake.pipeline.receive(number.id, anInbound('one'))
    await expect.poll(() => world.isAtRest(number.id)).toBe(true)
    // The sleeper wakes and finds work; what it remembers of the conversation is old.
    await asleep.pipeline.receive(number.id, anInbound('two'))
    await expect
      .poll(() => world.sentTexts(number.id))
      .toEqual(['Say something', 'You said one', 'Say something', 'You said two', 'Say something'])
    await awake.pipeline.stop()
  })
})
