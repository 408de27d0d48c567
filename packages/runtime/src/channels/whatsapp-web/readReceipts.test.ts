import { silenceLibsignal } from '@parley/whatsapp-test-server'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MessageKey } from '../../pipeline/ports/channel.ts'
import { type LinkedNumber, startLinkedNumber } from './testing/linkedNumber.ts'

let linked: LinkedNumber
beforeEach(async () => {
  silenceLibsignal()
  linked = await startLinkedNumber()
})
afterEach(async () => {
  expect(linked.server.failures()).toEqual([])
  await linked.stop()
})

it('a customer sees which message was read, and only of what they wrote themselves', async () => {
  const keys = new Map<string, MessageKey>()
  Object.assign(linked.heard.handlers, {
    findMessageKey: async (messageId: string) => keys.get(messageId) ?? null,
  })
  const connection = await linked.connect()
  await linked.untilConnected()
  const ana = linked.server.createPhone()
  const first = await ana.sendText(linked.owner, 'one')
  const second = await ana.sendText(linked.owner, 'two')
  await expect.poll(() => linked.heard.inbound).toHaveLength(2)
  const remoteJid = linked.heard.inbound[0]?.address ?? ''
  keys.set('first', { remoteJid, id: first, fromMe: false })
  keys.set('ours', { remoteJid, id: second, fromMe: true })
  keys.set('in a group', { remoteJid: '120363000000000000@g.us', id: second, fromMe: false })
  for (const messageId of ['ours', 'in a group', 'unknown', 'first']) {
    await connection.markRead?.(messageId)
  }
  const read = () => ana.receipts.all.filter(({ kind }) => kind === 'read')
  await expect.poll(read).toEqual([expect.objectContaining({ messageId: first })])
})

it('nothing is told while the line is down', async () => {
  const connection = await linked.connect()
  await linked.untilConnected()
  await connection.close()
  await expect(connection.markRead?.('first')).resolves.toBeUndefined()
})
