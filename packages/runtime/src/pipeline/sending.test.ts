import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawFlow } from '../testing/flows.ts'
import { anInbound } from '../testing/records.ts'
import { startTestWorld, type TestWorld } from '../testing/world.ts'
import type { SendRequest } from './facade.ts'

let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
})
afterAll(() => world.close())

const silent = drawFlow({ end: ['end'] }, ['start > end'])

async function aNumberThatSends() {
  const number = await world.aNumberWith(silent)
  const { pipeline, channel } = world.pipeline()
  await pipeline.start()
  const request = (text: string, given: Partial<SendRequest> = {}): SendRequest => ({
    workspaceId: world.workspaceId,
    numberId: number.id,
    to: '+15557654321',
    content: { type: 'text', text },
    source: { type: 'api', dialect: 'sessionApi', keyId: 'key_1' },
    whenOffline: 'queue',
    ...given,
  })
  const statusOf = async (messageId: string) => (await world.store.messages.find(messageId))?.status
  return { number, pipeline, channel, request, statusOf }
}

describe('send', () => {
  it('makes one message of 50 parallel repeats with the same Idempotency-Key', async () => {
    const { pipeline, channel, request } = await aNumberThatSends()
    const results = await Promise.all(
      Array.from({ length: 50 }, () =>
        pipeline.send(request('hello', { idempotencyKey: 'order-1' })),
      ),
    )
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(results.map(({ message }) => message.id)).size).toBe(1)
    await expect.poll(() => channel.texts()).toEqual(['hello'])
    await expect(
      pipeline.send(request('something else', { idempotencyKey: 'order-1' })),
    ).rejects.toMatchObject({ code: 'idempotencyConflict' })
    await pipeline.stop()
    expect(channel.texts()).toEqual(['hello'])
  })

  it('gives a repeat its first result, also when the number is offline by then', async () => {
    const { pipeline, channel, request, number } = await aNumberThatSends()
    const once = request('hello', { idempotencyKey: 'order-2', whenOffline: 'reject' })
    const first = await pipeline.send(once)
    await expect.poll(() => channel.texts()).toEqual(['hello'])
    await channel.setUp(false)
    await expect
      .poll(async () => (await world.store.numbers.find(number.id))?.status)
      .toBe('connecting')
    const repeat = await pipeline.send(once)
    expect(repeat).toMatchObject({ isNew: false, message: { id: first.message.id } })
    await pipeline.stop()
  })

  it('keeps the order of one recipient, whatever fails in between', async () => {
    const { pipeline, channel, request } = await aNumberThatSends()
    channel.failNext('transient')
    for (const text of ['one', 'two', 'three']) await pipeline.send(request(text))
    await expect.poll(() => channel.texts(), { timeout: 8_000 }).toEqual(['one', 'two', 'three'])
    await pipeline.stop()
  }, 12_000)

  it('gives up on what the recipient or content is to blame for, says why, and goes on', async () => {
    const { pipeline, channel, request, statusOf } = await aNumberThatSends()
    channel.failNext('recipientGone')
    const lost = await pipeline.send(request('lost'))
    await pipeline.send(request('next'))
    await expect.poll(() => channel.texts()).toEqual(['next'])
    expect(await statusOf(lost.message.id)).toBe('failed')
    const { failure } = (await world.store.messages.find(lost.message.id)) ?? {}
    expect(failure).toMatchObject({ failureClass: 'recipientGone' })
    await pipeline.stop()
  })

  it('keeps messages while the number is offline and sends them when it is back', async () => {
    const { pipeline, channel, request } = await aNumberThatSends()
    await channel.setUp(false)
    await pipeline.send(request('later'))
    await pipeline.send(request('and later'))
    expect(channel.texts()).toEqual([])
    await channel.setUp(true)
    await expect.poll(() => channel.texts()).toEqual(['later', 'and later'])
    await pipeline.stop()
  })

  it('refuses at once when asked to, while the number is offline', async () => {
    const { pipeline, channel, request, number } = await aNumberThatSends()
    await channel.setUp(false)
    await expect
      .poll(async () => (await world.store.numbers.find(number.id))?.status)
      .toBe('connecting')
    await expect(pipeline.send(request('now', { whenOffline: 'reject' }))).rejects.toMatchObject({
      code: 'numberOffline',
    })
    await pipeline.stop()
  })

  it('sends at the time asked for, also when a restart lies between', async () => {
    const { pipeline, channel, request, number } = await aNumberThatSends()
    await pipeline.send(request('in time', { scheduledAt: Date.now() + 900 }))
    await pipeline.stop()
    expect(channel.texts()).toEqual([])
    const next = world.pipeline()
    await next.pipeline.start()
    expect(await world.sentTexts(number.id)).toEqual([])
    await expect.poll(() => next.channel.texts(), { timeout: 4_000 }).toEqual(['in time'])
    await next.pipeline.stop()
  })

  it('does not send what was cancelled, and cannot cancel what was sent', async () => {
    const { pipeline, channel, request, statusOf } = await aNumberThatSends()
    const { message } = await pipeline.send(request('never', { scheduledAt: Date.now() + 300 }))
    expect(await pipeline.cancel('ws_other', message.id)).toBe(false)
    expect(await pipeline.cancel(world.workspaceId, message.id)).toBe(true)
    expect(await statusOf(message.id)).toBe('cancelled')
    const sent = await pipeline.send(request('sent'))
    await expect.poll(() => statusOf(sent.message.id)).toBe('sent')
    expect(await pipeline.cancel(world.workspaceId, sent.message.id)).toBe(false)
    await new Promise((resolve) => {
      setTimeout(resolve, 500)
    })
    expect(channel.texts()).toEqual(['sent'])
    await pipeline.stop()
  })

  it.each([
    ['a recipient that cannot be one', { to: 'my aunt' }, 'invalidRecipient'],
    ['a conversation of nobody', { to: 'conversation:conv_none' }, 'invalidRecipient'],
    ['a number of another workspace', { workspaceId: 'ws_other' }, 'numberNotFound'],
    ['a time that has passed', { scheduledAt: 1 }, 'scheduledInPast'],
  ])('refuses %s and stores nothing', async (_what, given, code) => {
    const { pipeline, request, number } = await aNumberThatSends()
    await expect(pipeline.send(request('no', given))).rejects.toMatchObject({ code })
    expect(await world.isAtRest(number.id)).toBe(true)
    await pipeline.stop()
  })

  it('goes on under the address at which the contact wrote, whatever the request names', async () => {
    const { pipeline, channel, request, number } = await aNumberThatSends()
    const [phone, other] = ['15557654322', '15557654323']
    const aliases = ['lid:77', `phone:${phone}`, `phone:${other}`]
    const write = (address: string, text: string) =>
      pipeline.receive(number.id, anInbound(text, { address, aliases }))
    await write('77@lid', 'hi')
    await pipeline.send(request('to the LID', { to: `+${phone}` }))
    await write(phone, 'hi again')
    await pipeline.send(request('to the phone', { to: phone }))
    await pipeline.send(request('to the other phone', { to: other }))
    await expect
      .poll(() => channel.sent.map(({ to }) => to).toSorted())
      .toEqual([phone, other, '77@lid'].toSorted())
    await pipeline.stop()
  })
})
