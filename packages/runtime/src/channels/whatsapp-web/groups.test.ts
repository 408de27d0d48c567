import { contentSchema } from '@parley/shared'
import { silenceLibsignal } from '@parley/whatsapp-test-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectGroupsToWork } from '../../testing/groupsContract.ts'
import { type LinkedNumber, startLinkedNumber } from './testing/linkedNumber.ts'

describe('groups on WhatsApp Web', () => {
  let linked: LinkedNumber
  beforeEach(async () => {
    silenceLibsignal()
    linked = await startLinkedNumber()
  })
  afterEach(async () => {
    expect(linked.server.failures()).toEqual([])
    await linked.stop()
  })

  async function connected() {
    const connection = await linked.connect()
    await linked.untilConnected()
    const { groups } = connection
    if (!groups) throw new Error('there are no groups')
    const [ana, bea] = [linked.server.createPhone(), linked.server.createPhone()]
    return { connection, groups, ana, bea }
  }

  it('are made, listed, changed and left, and people are looked up', async () => {
    const { connection, ana, bea } = await connected()
    await expectGroupsToWork(connection, {
      phones: [ana.number, bea.number],
      stranger: '447700999999',
    })
  })

  it('carry messages that every member can read, those who came later, too', async () => {
    const { connection, groups, ana, bea } = await connected()
    const { group } = await groups.create({ subject: 'Orders', members: [ana.number] })
    const say = (text: string) =>
      connection.send({
        messageId: text,
        channelMessageId: linked.channel.newMessageId(linked.number, text),
        to: group.address,
        content: contentSchema.parse({ type: 'text', text }),
      })
    await say('one')
    await groups.addMembers(group.address, [bea.number])
    await say('two')
    await say('three')
    const texts = (phone: typeof ana) => phone.received.all.map(({ text }) => text)
    await expect.poll(() => texts(ana)).toEqual(['one', 'two', 'three'])
    await expect.poll(() => texts(bea)).toEqual(['two', 'three'])
    await ana.sendText(group.address, 'four')
    await expect
      .poll(() => linked.heard.inbound)
      .toMatchObject([{ address: group.address, isGroup: true, content: { text: 'four' } }])
  })

  it('are out of reach while the line is down', async () => {
    const { connection, groups } = await connected()
    await connection.close()
    await expect(groups.list()).rejects.toMatchObject({ failureClass: 'offline' })
  })
})
