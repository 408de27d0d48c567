import { expect, it } from 'vitest'
import { newId } from '../../pipeline/ids.ts'
import type { MessageRecord, StatusUpdate } from '../../pipeline/index.ts'
import { anOutboundRecord } from '../storeRecords.ts'
import { MANY, range, type Subject } from './storeUnderTest.ts'

const FAILURE = { failureClass: 'transient', message: 'The network is down.' }

export function outboxContract(subject: Subject): void {
  async function insert(given: Partial<MessageRecord> = {}): Promise<MessageRecord> {
    const message = anOutboundRecord({ numberId: newId('num'), ...given })
    await subject().store.messages.insertOutbound([message])
    return message
  }
  const openIds = async (numberId: string, until = Number.MAX_SAFE_INTEGER, limit = 100) =>
    (await subject().store.messages.listOpenOutbound(numberId, until, limit)).map(({ id }) => id)

  const sent = (message: MessageRecord, at = 2_000) => ({
    at,
    channelMessageId: message.channelMessageId ?? '',
    attempts: 1,
    renderedAs: [{ type: 'text' as const, text: 'Hello' }],
  })
  const report = (
    message: MessageRecord,
    status: StatusUpdate['status'],
    at = 3_000,
  ): StatusUpdate => ({ channelMessageId: message.channelMessageId ?? '', status, at })

  it('lists what is due, immediate and scheduled together, in the order of creation', async () => {
    const numberId = newId('num')
    const late = await insert({ numberId, createdAt: 30, dueAt: 30 })
    const second = await insert({ numberId, createdAt: 20, order: 1, dueAt: 20 })
    const first = await insert({ numberId, createdAt: 20, order: 0, dueAt: 100 })
    const scheduled = await insert({ numberId, createdAt: 10, dueAt: 50, scheduled: true })
    expect(await openIds(numberId)).toEqual([scheduled.id, first.id, second.id, late.id])
    expect(await openIds(numberId, 49)).toEqual([second.id, late.id])
    expect(await openIds(numberId, 50)).toEqual([scheduled.id, second.id, late.id])
    expect(await openIds(numberId, 100, 2)).toEqual([scheduled.id, first.id])
  })

  it('takes a sent message out of the outbox with what was really sent', async () => {
    const { store } = subject()
    const message = await insert()
    await store.messages.recordAttempt(message.id, { channelMessageId: 'platform 7', attempts: 1 })
    expect(await store.messages.find(message.id)).toMatchObject({
      channelMessageId: 'platform 7',
      attempts: 1,
      status: 'queued',
      open: true,
    })
    await store.messages.recordSent(
      message.id,
      sent({ ...message, channelMessageId: 'platform 8' }),
    )
    expect(await store.messages.find(message.id)).toEqual({
      ...message,
      channelMessageId: 'platform 8',
      attempts: 1,
      renderedAs: [{ type: 'text', text: 'Hello' }],
      status: 'sent',
      statusAt: { queued: 1_000, sent: 2_000 },
      open: false,
    })
    expect(await openIds(message.numberId)).toEqual([])
  })

  it('postpones a message and then gives it up', async () => {
    const { store } = subject()
    const message = await insert()
    const postponed = { dueAt: 9_000, failure: FAILURE, attempts: 1 }
    await store.messages.postpone(message.id, postponed)
    expect(await store.messages.find(message.id)).toEqual({ ...message, ...postponed })
    expect(await openIds(message.numberId, 8_999)).toEqual([])
    await store.messages.recordFailed(message.id, { at: 9_001, failure: FAILURE, attempts: 2 })
    expect(await store.messages.find(message.id)).toMatchObject({
      status: 'failed',
      statusAt: { failed: 9_001 },
      failure: FAILURE,
      attempts: 2,
      open: false,
    })
  })

  it('forgets the failure of an earlier attempt when the message is sent', async () => {
    const { store } = subject()
    const message = await insert()
    await store.messages.postpone(message.id, { dueAt: 9_000, failure: FAILURE, attempts: 1 })
    await store.messages.recordSent(message.id, sent(message))
    expect(await store.messages.find(message.id)).toMatchObject({ failure: null, status: 'sent' })
  })

  it('cancels what is queued, once, and nothing else', async () => {
    const { store, other } = subject()
    const queued = await insert()
    const gone = await insert()
    await store.messages.recordSent(gone.id, sent(gone))
    const answers = await Promise.all([
      store.messages.cancel(queued.id, 5_000),
      other.messages.cancel(queued.id, 5_000),
    ])
    expect(answers.filter((isCancelled) => isCancelled)).toHaveLength(1)
    expect(await store.messages.cancel(gone.id, 5_000)).toBe(false)
    expect(await store.messages.find(queued.id)).toMatchObject({ status: 'cancelled', open: false })
    expect(await store.messages.find(gone.id)).toMatchObject({ status: 'sent' })
  })

  it('raises the status step by step and never back', async () => {
    const { store } = subject()
    const message = await insert()
    const { numberId } = message
    await store.messages.recordSent(message.id, sent(message))
    const delivered = await store.messages.advanceStatus(numberId, report(message, 'delivered'))
    expect(delivered).toMatchObject({
      id: message.id,
      status: 'delivered',
      statusAt: { queued: 1_000, sent: 2_000, delivered: 3_000 },
    })
    expect(await store.messages.advanceStatus(numberId, report(message, 'sent'))).toBeNull()
    expect(await store.messages.advanceStatus(numberId, report(message, 'delivered'))).toBeNull()
    expect(await store.messages.advanceStatus(numberId, report(message, 'failed'))).toBeNull()
    const read = await store.messages.advanceStatus(numberId, report(message, 'read', 4_000))
    expect(read).toEqual(await store.messages.find(message.id))
    expect(read).toMatchObject({ status: 'read', statusAt: { read: 4_000 } })
  })

  it('knows the message of another number, or an inbound one, by nothing', async () => {
    const { store } = subject()
    const message = await insert()
    const update = report(message, 'read')
    expect(await store.messages.advanceStatus(newId('num'), update)).toBeNull()
    const unknown = { ...update, channelMessageId: 'unknown' }
    expect(await store.messages.advanceStatus(message.numberId, unknown)).toBeNull()
  })

  it('takes a failure after "sent" with its reason, and a delivery after a failure', async () => {
    const { store } = subject()
    const message = await insert()
    const { numberId } = message
    await store.messages.recordSent(message.id, sent(message))
    const failed = { ...report(message, 'failed'), failure: FAILURE }
    expect(await store.messages.advanceStatus(numberId, failed)).toMatchObject({
      status: 'failed',
      failure: FAILURE,
    })
    expect(await store.messages.advanceStatus(numberId, report(message, 'sent'))).toBeNull()
    expect(await store.messages.advanceStatus(numberId, report(message, 'read'))).toMatchObject({
      status: 'read',
      failure: null,
    })
  })

  it('keeps a delivery that was reported before the send was on record', async () => {
    const { store } = subject()
    const message = await insert()
    const early = await store.messages.advanceStatus(message.numberId, report(message, 'delivered'))
    expect(early).toMatchObject({ status: 'delivered', open: false })
    await store.messages.recordSent(message.id, sent(message))
    expect(await store.messages.find(message.id)).toMatchObject({
      status: 'delivered',
      statusAt: { sent: 2_000, delivered: 3_000 },
      renderedAs: [{ type: 'text', text: 'Hello' }],
      attempts: 1,
      open: false,
    })
  })

  it('reports each of many statuses at once to the one who raised it', async () => {
    const { store, other } = subject()
    const numberId = newId('num')
    const messages = range(MANY).map(() => anOutboundRecord({ numberId }))
    await store.messages.insertOutbound(messages)
    await Promise.all(messages.map((each) => store.messages.recordSent(each.id, sent(each))))
    const changed = await Promise.all(
      messages.flatMap((each) => [
        store.messages.advanceStatus(numberId, report(each, 'delivered')),
        other.messages.advanceStatus(numberId, report(each, 'delivered')),
      ]),
    )
    const ids = changed.filter((message) => message !== null).map(({ id }) => id)
    expect(ids).toHaveLength(MANY)
    expect(new Set(ids)).toEqual(new Set(messages.map(({ id }) => id)))
  })
}
