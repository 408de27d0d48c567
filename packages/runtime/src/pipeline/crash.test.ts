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
