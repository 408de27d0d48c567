import type { Flow } from '@parley/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CrashedError } from '../testing/faultyStore.ts'
import { drawFlow } from '../testing/flows.ts'
import { anInbound } from '../testing/records.ts'
import { startTestWorld, type TestWorld } from '../testing/world.ts'
import { newId } from './ids.ts'
import type { Store } from './ports/store.ts'
import type { NumberRecord, PublicationRecord } from './records.ts'

let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
})
afterAll(() => world.close())

//  [start] ─► [question "Name?" → name] ─► [text "… {{ name }}"]
const asking = (words: string) =>
  drawFlow(
    {
      ask: ['question', { text: 'Name?', saveAs: 'name' }],
      say: ['text', { text: `${words} {{ name }}` }],
    },
    ['start > ask', 'ask > say'],
  )

//  [start] ─► [buttons …] ─each button─► [text "You get …"]
const offering = (words: string, ...ids: readonly string[]) =>
  drawFlow(
    {
      ask: ['buttons', { text: 'Which?', buttons: ids.map((id) => ({ id, title: id })) }],
      ...Object.fromEntries(ids.map((id) => [`get-${id}`, ['text', { text: `${words} ${id}` }]])),
    },
    ['start > ask', ...ids.map((id) => `ask.${id} > get-${id}`)],
  )

async function publicationOn({ id }: NumberRecord): Promise<PublicationRecord> {
  const [publication] = await world.store.flows.listPublications(id)
  if (!publication) throw new Error('Nothing is published')
  return publication
}

let versionNumber = 1
async function insertVersion(flowId: string, flow: Flow): Promise<string> {
  const id = newId('ver')
  const { workspaceId } = world
  versionNumber += 1
  const version = { id, workspaceId, flowId, versionNumber, flow, createdAt: 0 }
  await world.store.flowVersions.insert(version)
  return id
}

/** Puts another version in the place of the one that is live. */
async function publish(number: NumberRecord, flow: Flow, moving: 'move' | 'finish') {
  const { move: _standing, ...publication } = await publicationOn(number)
  const flowVersionId = await insertVersion(publication.flowId, flow)
  const at = Date.now()
  await world.store.publications.publish({
    ...publication,
    flowVersionId,
    publishedAt: at,
    ...(moving === 'move' && { move: { flowVersionId, at } }),
  })
}

const SOON = { interval: 2 }

/** A conversation that rests at the first node of the flow. */
async function aRestingConversation(flow: Flow) {
  const number = await world.aNumberWith(flow)
  const { pipeline } = world.pipeline()
  await pipeline.start()
  await pipeline.receive(number.id, anInbound('hi'))
  await expect.poll(() => world.sentTexts(number.id), SOON).toHaveLength(1)
  await expect.poll(() => world.isAtRest(number.id), SOON).toBe(true)
  const writes = (text: string) => pipeline.receive(number.id, anInbound(text))
  const answers = async () => (await world.sentTexts(number.id)).slice(1)
  return { number, pipeline, writes, answers }
}

describe('a conversation in progress when a version is published', () => {
  it.each([
    ['finishes on its own', 'finish', 'Hello Ana'],
    ['moves to the new one', 'move', 'Welcome Ana'],
  ] as const)('%s, as was chosen', async (_, moving, answer) => {
    const { number, pipeline, writes, answers } = await aRestingConversation(asking('Hello'))
    await publish(number, asking('Welcome'), moving)
    await writes('Ana')
    await expect.poll(answers).toEqual([answer])
    await pipeline.stop()
  })

  it('moves although another version was published since, to finish on', async () => {
    const { number, pipeline, writes, answers } = await aRestingConversation(asking('Hello'))
    await publish(number, asking('Welcome'), 'move')
    await publish(number, asking('Never said to'), 'finish')
    await writes('Ana')
    await expect.poll(answers).toEqual(['Welcome Ana'])
    await pipeline.stop()
  })

  it('stays while a button that it can still tap is gone, and is answered by the old version', async () => {
    const { number, pipeline, writes, answers } = await aRestingConversation(
      offering('Old', 'tea', 'cola'),
    )
    await publish(number, offering('New', 'tea'), 'move')
    await writes('cola')
    await expect.poll(answers).toEqual(['Old cola'])
    await pipeline.stop()
  })

  it('moves when a button was added, and the new one can be chosen by its name', async () => {
    const { number, pipeline, writes, answers } = await aRestingConversation(offering('Old', 'tea'))
    await publish(number, offering('New', 'tea', 'cola'), 'move')
    await writes('tea')
    await expect.poll(answers).toEqual(['New tea'])
    await pipeline.stop()
  })

  it('does not move later when it could not at first', async () => {
    //  [ask] ─► [more] ─► [say]; the new version has no [ask].
    const twoQuestions = (words: string, ...first: readonly string[]) =>
      drawFlow(
        {
          ...Object.fromEntries(
            [...first, 'more'].map((id) => [id, ['question', { text: `${id}?`, saveAs: id }]]),
          ),
          say: ['text', { text: words }],
        },
        [`start > ${first[0] ?? 'more'}`, ...first.map((id) => `${id} > more`), 'more > say'],
      )
    const conversation = await aRestingConversation(twoQuestions('Old', 'ask'))
    const { number, pipeline, writes, answers } = conversation
    await publish(number, twoQuestions('New'), 'move')
    await writes('one')
    await expect.poll(answers).toEqual(['more?'])
    await writes('two')
    await expect.poll(answers).toEqual(['more?', 'Old'])
    await pipeline.stop()
  })

  it.each([
    ['before', 'lost'],
    ['after', 'unheard'],
  ] as const)('moves once when the process dies %s the commit', async (_, how) => {
    const { number, pipeline } = await aRestingConversation(asking('Hello'))
    await pipeline.stop()
    await publish(number, asking('Welcome'), 'move')
    let isDead = false
    const { sessions } = world.store
    const commit: Store['sessions']['commit'] = async (session, version) => {
      if (how === 'unheard') await sessions.commit(session, version)
      isDead = true
      throw new CrashedError('crashed')
    }
    const store = { ...world.store, sessions: { ...sessions, commit } }
    const dying = world.pipeline({ store, ownerId: 'dying', isAlone: true })
    await dying.pipeline.start()
    const answer = anInbound('Ana')
    await dying.pipeline.receive(number.id, answer)
    await expect.poll(() => isDead, SOON).toBe(true)
    await dying.pipeline.stop()

    const healthy = world.pipeline({ ownerId: 'healthy', isAlone: true })
    await healthy.pipeline.start()
    // The platform delivers it again: it had no receipt.
    await healthy.pipeline.receive(number.id, answer)
    await expect.poll(() => world.isAtRest(number.id), SOON).toBe(true)
    await healthy.pipeline.stop()
    expect(await world.sentTexts(number.id)).toEqual(['Name?', 'Welcome Ana'])
  })
})

describe('a version on trial', () => {
  it('begins with test contacts, while everybody else begins with the live one', async () => {
    const number = await world.aNumberWith(asking('Hello'))
    const { id, workspaceId, numberId, flowId } = await publicationOn(number)
    const flowVersionId = await insertVersion(flowId, asking('Trial for'))
    const trial = { flowVersionId, startedAt: 1, moves: false } as const
    await world.store.publications.startTrial(
      { id, workspaceId, numberId, flowId },
      { ...trial, audience: { type: 'testContacts' } },
    )
    const { pipeline, channel } = world.pipeline()
    await pipeline.start()
    const tester = '15550007001'
    const contact = await world.store.contacts.resolve({
      workspaceId,
      aliases: [`phone:${tester}`],
      phone: tester,
      name: 'Tess',
      at: 1,
    })
    await world.store.contacts.setTestContact(workspaceId, contact.id, true)
    const talk = async (from: string, word: string, count: number) => {
      await pipeline.receive(number.id, anInbound(word, { from }))
      await expect
        .poll(() => channel.sent.filter(({ to }) => to === from), { timeout: 2_000 })
        .toHaveLength(count)
    }
    for (const from of [tester, '15550007002']) {
      await talk(from, 'hi', 1)
      await talk(from, 'Kim', 2)
    }
    expect(await world.sentTexts(number.id)).toEqual([
      'Name?',
      'Trial for Kim',
      'Name?',
      'Hello Kim',
    ])
    await pipeline.stop()
  })
})
