import type { Client } from '../client.ts'
import { SERVER_JID } from '../wire/jid.ts'
import { type BinaryNode, element } from '../wire/node.ts'

/**
 * Sends what was queued while the device was away, marked as such, then opens the line for live traffic.
 * A client that has logged in before holds back all its events until `<offline>` comes, so it always comes.
 */
export function deliverQueued(client: Client): void {
  const { device } = client
  const queued = device.queued
  if (queued.length > 0) client.send(preview(queued))
  for (const node of queued) client.send({ ...node, attrs: { ...node.attrs, offline: '0' } })
  client.send(element('ib', { from: SERVER_JID }, [element('offline', { count: queued.length })]))
  device.line = client.line
}

function preview(queued: readonly BinaryNode[]): BinaryNode {
  const count = (tag: string) => queued.filter((node) => node.tag === tag).length
  return element('ib', { from: SERVER_JID }, [
    element('offline_preview', {
      count: queued.length,
      message: count('message'),
      notification: count('notification'),
      receipt: count('receipt'),
      appdata: 0,
    }),
  ])
}
