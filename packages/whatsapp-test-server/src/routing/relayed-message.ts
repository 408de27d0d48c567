import type { Account } from '../accounts/account.ts'
import type { LinkedDevice } from '../accounts/linked-device.ts'
import type { Group } from '../groups/group.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { type BinaryNode, element, findChild } from '../wire/node.ts'

export interface Relay {
  /** As the sending device wrote it. */
  stanza: BinaryNode
  from: LinkedDevice
  to: LinkedDevice
  encrypted: BinaryNode[]
  group: Group | undefined
  /** Whom a one-to-one message is for; another device of the same account is told. */
  recipient: Account | undefined
}

/** The stanza by which a message of one linked device reaches another one. */
export function relayedMessage(relay: Relay): BinaryNode {
  const { stanza, encrypted } = relay
  const identity = findChild(stanza, 'device-identity')
  return element(
    'message',
    {
      ...addressing(relay),
      id: stanza.attrs.id,
      type: stanza.attrs.type,
      edit: stanza.attrs.edit,
      t: unixSeconds(),
    },
    [...encrypted, ...(identity ? [identity] : [])],
  )
}

function addressing({ from, to, group, recipient }: Relay): Record<string, string | undefined> {
  const { account } = from
  if (group) {
    const isLid = group.addressing === 'lid'
    return group.authorAttributes(account, isLid ? from.lidJid : from.numberJid)
  }
  const isOwn = to.account === account
  return {
    from: from.lidJid,
    addressing_mode: 'lid',
    notify: account.name,
    ...(isOwn
      ? { recipient: recipient?.lidJid, peer_recipient_pn: recipient?.numberJid }
      : { sender_pn: account.numberJid }),
  }
}
