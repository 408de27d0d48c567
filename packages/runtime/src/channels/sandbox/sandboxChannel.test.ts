import { describe, expect, it } from 'vitest'
import { channelContract, recorder } from '../../testing/channelContract.ts'
import { FakeClock } from '../../testing/fakeClock.ts'
import { expectGroupsToWork } from '../../testing/groupsContract.ts'
import { aNumber } from '../../testing/records.ts'
import { sandboxChannel } from './sandboxChannel.ts'

channelContract('sandbox', async () => ({
  channel: sandboxChannel({ clock: new FakeClock() }),
  number: aNumber({ channel: 'sandbox' }),
  recipient: '+1 555 123 4567',
  untilConnected: async () => {},
  dispose: async () => {},
}))

describe('the sandbox', () => {
  async function open(settings: Record<string, string>) {
    const clock = new FakeClock()
    const heard = recorder()
    const number = aNumber({ channel: 'sandbox', settings })
    const lease = { numberId: number.id, ownerId: 'test', token: 1, until: Number.MAX_SAFE_INTEGER }
    const connection = await sandboxChannel({ clock }).connect(
      () => number,
      heard.handlers,
      () => lease,
    )
    await connection.send({
      messageId: 'm',
      channelMessageId: 'sandbox:m',
      to: '15551234567',
      content: { type: 'text', text: 'hello' },
    })
    await clock.advance(1_000)
    return heard.statuses.map(({ channelMessageId, status }) => `${channelMessageId} ${status}`)
  }

  it('lets the customer receive and read by itself', async () => {
    expect(await open({})).toEqual(['sandbox:m delivered', 'sandbox:m read'])
  })

  it('stops where its settings say', async () => {
    expect(await open({ autoStatus: 'delivered' })).toEqual(['sandbox:m delivered'])
    expect(await open({ autoStatus: 'none' })).toEqual([])
  })

  it('closes when the status under way is stored, or could not be', async () => {
    const clock = new FakeClock()
    const order: string[] = []
    const onStatus = async ({ status }: { status: string }) => {
      await Promise.resolve()
      order.push(status)
      if (status === 'delivered') throw new Error('the database is away')
    }
    const number = aNumber({ channel: 'sandbox' })
    const lease = { numberId: number.id, ownerId: 'test', token: 1, until: Number.MAX_SAFE_INTEGER }
    const connection = await sandboxChannel({ clock }).connect(
      () => number,
      { ...recorder().handlers, onStatus },
      () => lease,
    )
    await connection.send({
      messageId: 'm',
      channelMessageId: 'sandbox:m',
      to: '15551234567',
      content: { type: 'text', text: 'hello' },
    })
    const advanced = clock.advance(1_000)
    await connection.close()
    order.push('closed')
    await advanced
    expect(order).toEqual(['delivered', 'closed'])
  })

  it('has groups, which outlive the line, and knows who can be written to', async () => {
    const number = aNumber({ channel: 'sandbox' })
    const lease = { numberId: number.id, ownerId: 'test', token: 1, until: Number.MAX_SAFE_INTEGER }
    const channel = sandboxChannel({ clock: new FakeClock() })
    const open = () =>
      channel.connect(
        () => number,
        recorder().handlers,
        () => lease,
      )
    const connection = await open()
    await expectGroupsToWork(connection, {
      phones: ['15551234567', '15551234568'],
      stranger: '15550000000',
    })
    await connection.groups?.create({ subject: 'Stays', members: [] })
    await connection.close()
    expect(await (await open()).groups?.list()).toMatchObject([{ subject: 'Stays' }])
  })

  it('has the limits of the channel that it imitates', () => {
    const channel = sandboxChannel({ clock: new FakeClock() })
    const like = (imitates: string) =>
      channel.capabilities(aNumber({ channel: 'sandbox', settings: { imitates } }), {
        isGroup: false,
      })
    expect(like('telegram').text.max).toBe(4_096)
    expect(like('instagram').text).toEqual({ max: 1_000, unit: 'bytes' })
  })
})
