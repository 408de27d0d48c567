import { expect, it } from 'vitest'
import { newId } from '../../pipeline/ids.ts'
import type { Store } from '../../pipeline/index.ts'
import { MANY, range, type Subject } from './storeUnderTest.ts'

type Touch = Parameters<Store['conversations']['touch']>[0]

const aTouch = (given: Partial<Touch> = {}): Touch => ({
  id: newId('conv'),
  workspaceId: 'ws_1',
  numberId: 'num_1',
  contactId: 'con_1',
  address: '15551234567',
  isGroup: false,
  lastMessageAt: 1_000,
  lastMessagePreview: 'Hello',
  inbound: true,
  ...given,
})

export function conversationsContract(subject: Subject): void {
  it('makes a conversation with its first message', async () => {
    const { store } = subject()
    const { inbound: _, ...touch } = aTouch()
    expect(await store.conversations.find(touch.id)).toBeNull()
    await store.conversations.touch({ ...touch, inbound: true })
    expect(await store.conversations.find(touch.id)).toEqual({
      ...touch,
      lastInboundAt: 1_000,
      unreadCount: 1,
      handover: null,
    })
  })

  it('counts what came in and not what went out', async () => {
    const { store } = subject()
    const touch = aTouch({ inbound: false })
    await store.conversations.touch(touch)
    expect(await store.conversations.find(touch.id)).toMatchObject({
      unreadCount: 0,
      lastInboundAt: null,
    })
    await store.conversations.touch({ ...touch, inbound: true, lastMessageAt: 2_000 })
    await store.conversations.touch({
      ...touch,
      lastMessageAt: 3_000,
      lastMessagePreview: 'Bye',
    })
    expect(await store.conversations.find(touch.id)).toMatchObject({
      unreadCount: 1,
      lastInboundAt: 2_000,
      lastMessageAt: 3_000,
      lastMessagePreview: 'Bye',
    })
  })

  it('does not go back in time for a late message', async () => {
    const { store } = subject()
    const touch = aTouch({ lastMessageAt: 9_000 })
    await store.conversations.touch(touch)
    await store.conversations.touch({ ...touch, lastMessageAt: 8_000 })
    expect(await store.conversations.find(touch.id)).toMatchObject({
      lastMessageAt: 9_000,
      lastInboundAt: 9_000,
      unreadCount: 2,
    })
  })

  it('counts every one of many messages that come at once through two processes', async () => {
    const { store, other } = subject()
    const touch = aTouch()
    await Promise.all(
      range(60).map((index) => (index % 2 === 0 ? store : other).conversations.touch(touch)),
    )
    expect(await store.conversations.find(touch.id)).toMatchObject({ unreadCount: 60 })
  })

  it('makes many conversations at once', async () => {
    const { store } = subject()
    const touches = range(MANY).map(() => aTouch())
    await Promise.all(touches.map((touch) => store.conversations.touch(touch)))
    const found = await Promise.all(touches.map(({ id }) => store.conversations.find(id)))
    expect(found.map((conversation) => conversation?.id)).toEqual(touches.map(({ id }) => id))
  })

  it('remembers a handover until it is taken back; messages do not end it', async () => {
    const { store } = subject()
    const touch = aTouch()
    await store.conversations.touch(touch)
    const handover = { at: 5, to: 'Sales', note: 'Wants a price', sessionId: 'ses_1' }
    await store.conversations.setHandover(touch.id, handover)
    await store.conversations.touch({ ...touch, lastMessageAt: 2_000 })
    expect(await store.conversations.find(touch.id)).toMatchObject({ handover })
    await store.conversations.setHandover(touch.id, null)
    expect(await store.conversations.find(touch.id)).toMatchObject({ handover: null })
  })
}
