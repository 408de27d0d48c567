import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultyStore } from '../testing/faultyStore.ts'
import { aFlow, aNode, anEdge } from '../testing/flows.ts'
import { anInbound } from '../testing/records.ts'
import { startTestWorld, type TestWorld } from '../testing/world.ts'

//  [start: any message] ─► [text "Welcome"] ─► [question "Name?"] ─► [text "Hello …"] ─► (ends)
const flow = aFlow(
  [
    aNode('start', 'start', { triggers: [{ id: 't', type: 'anyMessage' }] }),
    aNode('welcome', 'text', { text: 'Welcome' }),
    aNode('ask', 'question', {
      text: 'Name?',
      saveAs: 'name',
      noReply: { afterSeconds: 3_600, reminders: [] },
    }),
    aNode('hello', 'text', { text: 'Hello {{ name }}' }),
  ],
  [
    anEdge('start', 'next', 'welcome'),
    anEdge('welcome', 'next', 'ask'),
    anEdge('ask', 'next', 'hello'),
  ],
)
const WHOLE_CONVERSATION = ['Welcome', 'Name?', 'Hello Ana']
/** More writes than the conversation makes; the loop below stops when the crash no longer happens. */
const MOST_WRITES = 60

describe('a process that dies at any write', () => {
  let world: TestWorld
  beforeAll(async () => {
    world = await startTestWorld()
  })
  afterAll(() => world.close())

  it.each(['lost', 'unheard'] as const)(
    'leaves a conversation that another process finishes as if nothing had happened (write %s)',
    async (how) => {
      let crashes = 0
      for (let crashAt = 1; crashAt <= MOST_WRITES; crashAt++) {
        const number = await world.aNumberWith(flow)
        const faulty = faultyStore(world.store, crashAt, how)
        const dying = world.pipeline({ store: faulty.store, ownerId: 'dying' })
        await dying.pipeline.start().catch(() => {})
        const writes = [anInbound('hi'), anInbound('Ana')]
        for (const message of writes) {
          await dying.pipeline.receive(number.id, message).catch(() => {})
          await expect
            .poll(() => faulty.hasCrashed() || world.isAtRest(number.id), { interval: 2 })
            .toBe(true)
        }
        await dying.pipeline.stop().catch(() => {})
        if (faulty.hasCrashed()) crashes += 1

        const healthy = world.pipeline({ store: world.store, ownerId: 'healthy', isAlone: true })
        await healthy.pipeline.start()
        // The platform delivers again what was not acknowledged, and what was, too: nobody can tell.
        for (const message of writes) await healthy.pipeline.receive(number.id, message)
        await expect
          .poll(() => world.sentTexts(number.id), { message: `crash at write ${crashAt}` })
          .toEqual(WHOLE_CONVERSATION)
        await expect.poll(() => world.isAtRest(number.id)).toBe(true)
        await healthy.pipeline.stop()
        expect(await world.sentTexts(number.id)).toEqual(WHOLE_CONVERSATION)
        await world.remove(number.id)
        if (!faulty.hasCrashed()) break
      }
      expect(crashes).toBeGreaterThan(8)
    },
    60_000,
  )
})

//  [start] ─► [question "Next?" → said] ─► [text "You said …"] ─┐
//                 ▲                                             │
//                 └─────────────────────────────────────────────┘
const echo = aFlow(
  [
    aNode('start', 'start', { triggers: [{ id: 't', type: 'anyMessage' }] }),
    aNode('ask', 'question', { text: 'Next?', saveAs: 'said' }),
    aNode('echo', 'text', { text: 'You said {{ said }}' }),
  ],
  [anEdge('start', 'next', 'ask'), anEdge('ask', 'next', 'echo'), anEdge('echo', 'next', 'ask')],
)

describe('what is written while a process starts again', () => {
  let world: TestWorld
  beforeAll(async () => {
    world = await startTestWorld()
  })
  afterAll(() => world.close())

  it('is answered after what the crash interrupted, whose replies are not lost', async () => {
    const replies = ['Next?', 'You said one', 'Next?', 'You said two', 'Next?']
    for (let crashAt = 1; crashAt <= MOST_WRITES; crashAt++) {
      const number = await world.aNumberWith(echo)
      const faulty = faultyStore(world.store, crashAt, 'unheard')
      const dying = world.pipeline({ store: faulty.store, ownerId: 'dying' })
      await dying.pipeline.start().catch(() => {})
      const first = [anInbound('hi'), anInbound('one')]
      for (const message of first) {
        await dying.pipeline.receive(number.id, message).catch(() => {})
        await expect
          .poll(() => faulty.hasCrashed() || world.isAtRest(number.id), { interval: 2 })
          .toBe(true)
      }
      await dying.pipeline.stop().catch(() => {})

      const healthy = world.pipeline({ ownerId: 'healthy', isAlone: true })
      // The platform delivers again what was not acknowledged before it delivers what is new.
      const messages = [...first, anInbound('two')]
      const starting = healthy.pipeline.start()
      for (const message of messages) await healthy.pipeline.receive(number.id, message)
      await starting
      await expect
        .poll(() => world.sentTexts(number.id), { message: `crash at write ${crashAt}` })
        .toEqual(replies)
      await healthy.pipeline.stop()
      await world.remove(number.id)
      if (!faulty.hasCrashed()) break
    }
  }, 60_000)

  it('is answered in the order in which it came, though the first look around has missed some of it', async () => {
    const number = await world.aNumberWith(echo)
    let looks = 0
    let endFirstLook = () => {}
    const firstLook = new Promise<void>((resolve) => {
      endFirstLook = resolve
    })
    const { messages } = world.store
    const store = {
      ...world.store,
      messages: {
        ...messages,
        listOpenInbound: async (numberId: string, limit: number) => {
          const found = await messages.listOpenInbound(numberId, limit)
          looks += 1
          // The first one is cut in two by a message; whatever comes after it takes its time.
          await (looks === 1 ? firstLook : new Promise((resolve) => setTimeout(resolve, 100)))
          return found
        },
      },
    }
    const { pipeline } = world.pipeline({ store, isAlone: true })
    await pipeline.start()
    await expect.poll(() => looks).toBe(1)
    await pipeline.receive(number.id, anInbound('hi'))
    endFirstLook()
    await pipeline.receive(number.id, anInbound('one'))
    await expect.poll(() => world.sentTexts(number.id)).toEqual(['Next?', 'You said one', 'Next?'])
    await pipeline.stop()
    await world.remove(number.id)
  })
})
