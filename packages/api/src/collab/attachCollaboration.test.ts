import { type DraftNode, nodesOf, putNode, readDraft } from '@parley/shared/draft'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { CLOSE_DELETED, CLOSE_SIGNED_OUT } from './attachCollaboration.ts'
import {
  aPlace,
  type Collaborator,
  EMPTY_DRAFT,
  startCollaboration,
} from './testing/collaborators.ts'
import { createMemoryDraftLog } from './testing/memoryDraftLog.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})
const start: typeof startCollaboration = async (...args) => {
  const started = await startCollaboration(...args)
  stops.push(started.stop)
  return started
}

/** Looks again soon: everything here takes milliseconds. */
const eventually = (check: () => void) => vi.waitFor(check, { interval: 3, timeout: 2_000 })

const aNode = (id: string, text = ''): DraftNode => ({
  id,
  type: 'text',
  position: { x: 0, y: 0 },
  data: { text },
})
const synced = ({ provider }: Collaborator) =>
  eventually(() => expect(provider.isSynced).toBe(true))
const saved = ({ provider }: Collaborator) =>
  eventually(() => expect(provider.hasUnsyncedChanges).toBe(false))
const add = ({ provider }: Collaborator, node: DraftNode) =>
  provider.document.transact(() => putNode(provider.document, node))
const idsSeenBy = ({ provider }: Collaborator) =>
  readDraft(provider.document).nodes.map(({ id }) => id)

describe('people who edit one draft', () => {
  it('start from the flow record and see what the others do', async () => {
    const place = aPlace()
    place.flows.set('f1', { draft: { ...EMPTY_DRAFT, nodes: [aNode('start')] }, revision: 1 })
    const { join } = await start(place)
    const [ann, ben] = [join('ann'), join('ben')]
    await Promise.all([synced(ann), synced(ben)])
    add(ann, aNode('from-ann'))
    add(ben, aNode('from-ben'))
    for (const each of [ann, ben]) {
      await eventually(() =>
        expect(idsSeenBy(each)).toEqual(expect.arrayContaining(['start', 'from-ann', 'from-ben'])),
      )
    }
  })

  it('find their work in the flow record, with a higher revision', async () => {
    const place = aPlace()
    const { join } = await start(place)
    const ann = join('ann')
    await synced(ann)
    add(ann, aNode('a', 'Hello'))
    await eventually(() =>
      expect(place.flows.get('f1')?.draft.nodes).toEqual([aNode('a', 'Hello')]),
    )
    expect(place.flows.get('f1')?.revision).toBeGreaterThan(1)
  })

  it('do not raise the revision by looking', async () => {
    const place = aPlace()
    const { join, stop } = await start(place)
    const ann = join('ann')
    await synced(ann)
    await stop()
    stops.length = 0
    const second = await start(place)
    await synced(second.join('ann'))
    await second.collaboration.flush('f1')
    expect(place.flows.get('f1')?.revision).toBe(1)
  })

  it('find their work after the server was killed', async () => {
    const place = aPlace()
    const first = await start(place, { mirrorDelayMs: 60_000, maxMirrorDelayMs: 60_000 })
    const ann = first.join('ann')
    await synced(ann)
    add(ann, aNode('a'))
    await saved(ann)
    // Nobody closes the first server: what is on disk now is all that a killed one leaves.
    const second = await start(place)
    expect(place.flows.get('f1')?.draft.nodes).toEqual([])
    await second.collaboration.flush('f1')
    expect(place.flows.get('f1')?.draft.nodes).toEqual([aNode('a')])
    const ben = second.join('ben')
    await eventually(() => expect(idsSeenBy(ben)).toEqual(['a']))
  })

  it('are told "saved" only when the change is on disk', async () => {
    const log = createMemoryDraftLog()
    const { join } = await start(aPlace(log))
    const [ann, ben] = [join('ann'), join('ben')]
    await Promise.all([synced(ann), synced(ben)])
    await Promise.all([saved(ann), saved(ben)])
    log.isDown = true
    add(ann, aNode('a'))
    await eventually(() => expect(idsSeenBy(ben)).toEqual(['a']))
    expect(ann.provider.hasUnsyncedChanges).toBe(true)
    log.isDown = false
    await saved(ann)
    expect(log.rowsOf('f1').length).toBeGreaterThan(1)
  })

  it('merge what one of them did while offline', async () => {
    const { join } = await start(aPlace())
    const [ann, ben] = [join('ann'), join('ben')]
    await Promise.all([synced(ann), synced(ben)])
    add(ann, aNode('shared'))
    await eventually(() => expect(idsSeenBy(ben)).toEqual(['shared']))
    ben.socket.disconnect()
    await eventually(() => expect(ben.provider.isSynced).toBe(false))
    add(ben, aNode('offline'))
    add(ann, aNode('online'))
    await saved(ann)
    void ben.socket.connect()
    for (const each of [ann, ben]) {
      await eventually(() =>
        expect(idsSeenBy(each)).toEqual(expect.arrayContaining(['shared', 'offline', 'online'])),
      )
    }
  })

  it('keep a bounded history', async () => {
    const log = createMemoryDraftLog()
    const { join } = await start(aPlace(log))
    const ann = join('ann')
    await synced(ann)
    for (let round = 0; round < 450; round += 1) {
      add(ann, aNode('a', `Text number ${round}`))
      if (round % 10 === 9) await saved(ann)
    }
    await saved(ann)
    expect(log.rowsOf('f1').length).toBeLessThan(250)
    const again = await start(aPlace(log))
    const ben = again.join('ben')
    await eventually(() =>
      expect(readDraft(ben.provider.document).nodes).toEqual([aNode('a', 'Text number 449')]),
    )
  })
})

describe('a draft read before joining', () => {
  const idsIn = (update: Uint8Array | null) => {
    const doc = new Y.Doc()
    if (update) Y.applyUpdate(doc, update)
    return readDraft(doc).nodes.map(({ id }) => id)
  }

  it('has what editors sent a moment ago, and what they left', async () => {
    const place = aPlace()
    const { collaboration, join } = await start(place)
    const ann = join('ann')
    await synced(ann)
    add(ann, aNode('from-ann'))
    await saved(ann)
    expect(idsIn(await collaboration.read('f1'))).toEqual(['from-ann'])
    ann.leave()
    await eventually(() => expect(place.flows.get('f1')?.draft.nodes).toHaveLength(1))
    expect(idsIn(await collaboration.read('f1'))).toEqual(['from-ann'])
  })

  it('is the same as the draft that is joined afterwards, also when nobody opened it before', async () => {
    const place = aPlace()
    place.flows.set('f1', { draft: { ...EMPTY_DRAFT, nodes: [aNode('start')] }, revision: 1 })
    const { collaboration, join } = await start(place)
    const early = await collaboration.read('f1')
    expect(idsIn(early)).toEqual(['start'])
    const ann = join('ann')
    if (early) Y.applyUpdate(ann.provider.document, early)
    await synced(ann)
    // The same bytes twice are one node; two drafts made from one record would be two.
    expect(nodesOf(ann.provider.document).size).toBe(1)
    expect(ann.provider.document.store.clients.size).toBe(1)
    expect(place.flows.get('f1')?.revision).toBe(1)
  })

  it('is null for a flow that is not there', async () => {
    const { collaboration } = await start(aPlace())
    expect(await collaboration.read('nowhere')).toBeNull()
  })
})

describe('a draft replaced from outside', () => {
  it('reaches editors without taking away what they do elsewhere', async () => {
    const place = aPlace()
    place.flows.set('f1', { draft: { ...EMPTY_DRAFT, nodes: [aNode('a', 'Hi')] }, revision: 1 })
    const { join, collaboration } = await start(place)
    const ann = join('ann')
    await synced(ann)
    const replaced = collaboration.change('f1', {
      before: { ...EMPTY_DRAFT, nodes: [aNode('a', 'Hi')] },
      after: { ...EMPTY_DRAFT, nodes: [aNode('a', 'Hello'), aNode('b')] },
    })
    add(ann, aNode('c'))
    await replaced
    await eventually(() => expect([...idsSeenBy(ann)].sort()).toEqual(['a', 'b', 'c']))
    await saved(ann)
    await collaboration.flush('f1')
    expect(
      place.flows
        .get('f1')
        ?.draft.nodes.map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'b', 'c'])
  })

  it('leaves what editors did since it was read, though the flow record does not know of it yet', async () => {
    const place = aPlace()
    const before = { ...EMPTY_DRAFT, nodes: [aNode('a', 'Hi')] }
    place.flows.set('f1', { draft: before, revision: 1 })
    const { join, collaboration } = await start(place, { mirrorDelayMs: 60_000 })
    const ann = join('ann')
    await synced(ann)
    add(ann, aNode('from-ann'))
    await saved(ann)
    const after = { ...EMPTY_DRAFT, nodes: [aNode('a', 'Hello')] }
    await collaboration.change('f1', { before, after })
    const merged = [aNode('a', 'Hello'), aNode('from-ann')]
    expect(place.flows.get('f1')?.draft.nodes).toEqual(merged)
    await eventually(() => expect(readDraft(ann.provider.document).nodes).toEqual(merged))
  })

  it('is in the flow record at once when nobody edits', async () => {
    const place = aPlace()
    const { collaboration } = await start(place, { mirrorDelayMs: 60_000 })
    const after = { ...EMPTY_DRAFT, nodes: [aNode('a')] }
    await collaboration.change('f1', { before: EMPTY_DRAFT, after })
    expect(place.flows.get('f1')).toEqual({
      draft: { ...EMPTY_DRAFT, nodes: [aNode('a')] },
      revision: 2,
    })
  })
})

describe('two processes with one database', () => {
  it('bring each other their editors’ changes', async () => {
    const place = aPlace()
    const [one, two] = [
      await start(place, { catchUpMs: 10 }),
      await start(place, { catchUpMs: 10 }),
    ]
    const [ann, ben] = [one.join('ann'), two.join('ben')]
    await Promise.all([synced(ann), synced(ben)])
    add(ann, aNode('from-ann'))
    add(ben, aNode('from-ben'))
    for (const each of [ann, ben]) {
      await eventually(() => expect([...idsSeenBy(each)].sort()).toEqual(['from-ann', 'from-ben']))
    }
  })

  it('publish what an editor of the other has just done', async () => {
    const place = aPlace()
    const [one, two] = [
      await start(place, { catchUpMs: 60_000 }),
      await start(place, { mirrorDelayMs: 60_000, maxMirrorDelayMs: 60_000 }),
    ]
    const [ann, ben] = [one.join('ann'), two.join('ben')]
    await Promise.all([synced(ann), synced(ben)])
    add(ben, aNode('from-ben'))
    await saved(ben)
    await one.collaboration.flush('f1')
    expect(place.flows.get('f1')?.draft.nodes).toEqual([aNode('from-ben')])
  })
})

describe('who may do what', () => {
  it('a viewer sees changes and cannot make any', async () => {
    const place = aPlace()
    const { join, collaboration } = await start(place)
    const [ann, vera] = [join('ann'), join('vera')]
    await Promise.all([synced(ann), synced(vera)])
    add(vera, aNode('from-vera'))
    add(ann, aNode('from-ann'))
    await eventually(() => expect(idsSeenBy(vera)).toContain('from-ann'))
    await collaboration.flush('f1')
    expect(place.flows.get('f1')?.draft.nodes).toEqual([aNode('from-ann')])
    expect(vera.provider.authorizedScope).toBe('readonly')
  })

  it.each([
    ['nobody', 'f1', 'signedOut'],
    ['ann', 'unknown', 'notFound'],
  ])('%s gets nothing of %s and is told why', async (login, flowId, reason) => {
    const { join } = await start(aPlace())
    const stranger = join(login, flowId)
    const told = vi.fn<(value: unknown) => void>()
    stranger.provider.on('authenticationFailed', told)
    await eventually(() => expect(told).toHaveBeenCalledWith({ reason }))
    expect(stranger.provider.isSynced).toBe(false)
  })

  it('a login that ended is cut off at once', async () => {
    const place = aPlace()
    const { join, collaboration } = await start(place)
    const [ann, ben] = [join('ann'), join('ben')]
    await Promise.all([synced(ann), synced(ben)])
    const closed = vi.fn<(value: unknown) => void>()
    ann.socket.on('close', ({ event }: { event: { code: number } }) => closed(event.code))
    place.access.delete('ann')
    collaboration.cutOff('ann')
    await eventually(() => expect(closed).toHaveBeenCalledWith(CLOSE_SIGNED_OUT))
    add(ann, aNode('too-late'))
    add(ben, aNode('from-ben'))
    await saved(ben)
    await collaboration.flush('f1')
    expect(place.flows.get('f1')?.draft.nodes).toEqual([aNode('from-ben')])
  })

  it('a login that ended elsewhere is cut off when its rights are looked at again', async () => {
    const place = aPlace()
    const { join } = await start(place, { recheckMs: 10 })
    const ann = join('ann')
    await synced(ann)
    const closed = vi.fn<(value: unknown) => void>()
    ann.socket.on('close', ({ event }: { event: { code: number } }) => closed(event.code))
    place.access.delete('ann')
    await eventually(() => expect(closed).toHaveBeenCalledWith(CLOSE_SIGNED_OUT))
  })

  it('a page of another site is refused', async () => {
    const { url } = await start(aPlace())
    const socket = new WebSocket(url, { origin: 'https://evil.example' })
    const refused = vi.fn<(value: unknown) => void>()
    socket.on('error', (error) => refused(error.message))
    await eventually(() => expect(refused).toHaveBeenCalledWith('Unexpected server response: 403'))
  })

  it('nothing is kept of a deleted flow', async () => {
    const log = createMemoryDraftLog()
    const place = aPlace(log)
    const { join, collaboration } = await start(place)
    const ann = join('ann')
    await synced(ann)
    add(ann, aNode('a'))
    await saved(ann)
    const closed = vi.fn<(value: unknown) => void>()
    ann.socket.on('close', ({ event }: { event: { code: number } }) => closed(event.code))
    place.flows.delete('f1')
    await collaboration.forget('f1')
    await eventually(() => expect(closed).toHaveBeenCalledWith(CLOSE_DELETED))
    expect(log.rowsOf('f1')).toEqual([])
  })
})

describe('hostile editors', () => {
  it('are cut off for bytes that are no update, and the draft stays readable', async () => {
    const place = aPlace()
    const { join, url } = await start(place)
    const ann = join('ann')
    await synced(ann)
    add(ann, aNode('a'))
    await saved(ann)
    const junk = new WebSocket(url, { headers: { cookie: 'login=ben' } })
    await new Promise((resolve) => junk.once('open', resolve))
    const name = Buffer.from('flow:f1')
    const say = (...rest: number[]) => junk.send(Buffer.from([name.length, ...name, ...rest]))
    say(2, 0, 0)
    say(0, 2, 4, 255, 255, 255, 255)
    say(0, 2, 200)
    say(6, 1, 65)
    junk.send(Buffer.from([255, 255, 255]))
    junk.send('text')
    const vera = join('vera')
    await eventually(() => expect(idsSeenBy(vera)).toEqual(['a']))
    junk.terminate()
  })

  it('may write nonsense into the document, which is not read as nodes', async () => {
    const place = aPlace()
    const { join, collaboration } = await start(place)
    const ann = join('ann')
    await synced(ann)
    ann.provider.document.transact(() => {
      // The types forbid it; the wire does not.
      ;(nodesOf(ann.provider.document) as unknown as Map<string, unknown>).set('x', 5)
      putNode(ann.provider.document, aNode('a'))
    })
    await saved(ann)
    await collaboration.flush('f1')
    expect(place.flows.get('f1')?.draft.nodes).toEqual([aNode('a')])
  })
})
