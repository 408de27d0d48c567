import { expect, it } from 'vitest'
import { newId } from '../../pipeline/ids.ts'
import type { SessionRecord } from '../../pipeline/index.ts'
import { aSessionRecord } from '../storeRecords.ts'
import { MANY, range, type Subject } from './storeUnderTest.ts'

const afterStep = (session: SessionRecord, given: Partial<SessionRecord> = {}): SessionRecord => ({
  ...session,
  version: session.version + 1,
  handledEventIds: [...session.handledEventIds, newId('event')],
  ...given,
})

export function sessionsContract(subject: Subject): void {
  async function insert(given: Partial<SessionRecord> = {}): Promise<SessionRecord> {
    const session = aSessionRecord(given)
    expect(await subject().store.sessions.insert(session)).toBe(true)
    return session
  }

  it('finds a session as it was inserted, whatever its variables are called', async () => {
    const variables = {
      'a.b': 1,
      $gt: null,
      '': [],
      'nul\0': 'x',
      ref: { $ref: 'c', $id: 'd', $db: 'e' },
      big: 9_007_199_254_740_991,
      half: 0.5,
    }
    const id = newId('ses')
    const session = await insert({
      id,
      state: { id, stepNumber: 3, waiting: null, variables, ended: null },
      lastEffects: [{ type: 'cancelTimer', id: 'e1', nodeId: 'n1', timerId: 't1' }],
    })
    expect(await subject().store.sessions.findLatest(session.conversationId)).toEqual(session)
    expect(await subject().store.sessions.findLatest('conv_unknown')).toBeNull()
  })

  it('does not insert a session twice', async () => {
    const { store, other } = subject()
    const session = await insert()
    const again = { ...session, version: 9 }
    expect(await store.sessions.insert(again)).toBe(false)
    expect(await other.sessions.insert(again)).toBe(false)
    expect(await store.sessions.findLatest(session.conversationId)).toEqual(session)
  })

  it('finds the session that started last, ended or not', async () => {
    const { store } = subject()
    const first = await insert({ startedAt: 1_000 })
    const { conversationId } = first
    const second = await insert({ conversationId, startedAt: 1_001, active: false })
    expect(await store.sessions.findLatest(conversationId)).toEqual(second)
    // The first is ended after the second began, as when a trigger interrupts it.
    expect(await store.sessions.commit(afterStep(first, { active: false }), 1)).toBe(true)
    expect(await store.sessions.findLatest(conversationId)).toEqual(second)
    const third = await insert({ conversationId, startedAt: 1_002 })
    expect(await store.sessions.findLatest(conversationId)).toEqual(third)
  })

  it('finds the latest sessions of many conversations at once', async () => {
    const { store } = subject()
    const sessions = range(MANY).map(() => aSessionRecord())
    await Promise.all(sessions.map((session) => store.sessions.insert(session)))
    const found = await Promise.all(
      sessions.map(({ conversationId }) => store.sessions.findLatest(conversationId)),
    )
    expect(found).toEqual(sessions)
  })

  it('commits on the expected version only', async () => {
    const { store } = subject()
    const session = await insert()
    const next = afterStep(session)
    expect(await store.sessions.commit(next, 2)).toBe(false)
    expect(await store.sessions.commit(next, 1)).toBe(true)
    expect(await store.sessions.findLatest(session.conversationId)).toEqual(next)
    expect(await store.sessions.commit(afterStep(session), 1)).toBe(false)
    expect(await store.sessions.findLatest(session.conversationId)).toEqual(next)
  })

  it('says yes again to a commit whose answer was lost', async () => {
    const { store, other } = subject()
    const session = await insert()
    const next = afterStep(session)
    expect(await store.sessions.commit(next, 1)).toBe(true)
    expect(await store.sessions.commit(next, 1)).toBe(true)
    expect(await other.sessions.commit(next, 1)).toBe(true)
  })

  it('does not take a change without an event for done because the session has the same last event', async () => {
    const { store } = subject()
    const session = await insert()
    const interrupted = { ...session, active: false, version: 6 }
    expect(await store.sessions.commit(interrupted, 5)).toBe(false)
    expect(await store.sessions.findLatest(session.conversationId)).toEqual(session)
  })

  it('refuses an owner whose lease is older than the last writer’s', async () => {
    const { store } = subject()
    const session = await insert({ fence: 5 })
    expect(await store.sessions.commit(afterStep(session, { fence: 4 }), 1)).toBe(false)
    expect(await store.sessions.commit(afterStep(session, { fence: 6 }), 1)).toBe(true)
  })

  it('does not commit to a session that is gone', async () => {
    expect(await subject().store.sessions.commit(afterStep(aSessionRecord()), 1)).toBe(false)
  })

  it('lets one of two owners win who step the same session with different events', async () => {
    const { store, other } = subject()
    const sessions = range(300).map(() => aSessionRecord())
    await Promise.all(sessions.map((session) => store.sessions.insert(session)))
    const answers = await Promise.all(
      sessions.map((session) =>
        Promise.all([
          store.sessions.commit(afterStep(session), 1),
          other.sessions.commit(afterStep(session), 1),
        ]),
      ),
    )
    for (const [one, two] of answers) expect(one).toBe(!two)
  })

  it('tells winners from losers when they are committed together', async () => {
    const { store } = subject()
    const sessions = range(MANY).map(() => aSessionRecord())
    await Promise.all(sessions.map((session) => store.sessions.insert(session)))
    const answers = await Promise.all(
      sessions.map((session, index) => store.sessions.commit(afterStep(session), 1 + (index % 3))),
    )
    expect(answers).toEqual(sessions.map((_, index) => index % 3 === 0))
  })

  it('commits steps of one session in their order, also without waiting in between', async () => {
    const { store } = subject()
    const session = await insert()
    const second = afterStep(session)
    const third = afterStep(second)
    expect(
      await Promise.all([store.sessions.commit(second, 1), store.sessions.commit(third, 2)]),
    ).toEqual([true, true])
    expect(await store.sessions.findLatest(session.conversationId)).toEqual(third)
  })
}
