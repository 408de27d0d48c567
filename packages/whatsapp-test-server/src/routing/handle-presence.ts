import type { TypingState } from '../accounts/main-device.ts'
import type { Client } from '../client.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { type BinaryNode, element, firstChild, requireAttribute } from '../wire/node.ts'

const LAST_SEEN_SECONDS_AGO = 60

/** A client says that it is online or not, or asks to be told about somebody. */
export function handlePresence(node: BinaryNode, client: Client): void {
  if (node.attrs.type === 'subscribe') return tellPresence(node, client)
  if (node.attrs.type) client.account.isOnline = node.attrs.type === 'available'
}

function tellPresence(node: BinaryNode, client: Client): void {
  const jid = requireAttribute(node, 'to')
  const account = client.network.findAccount(jid)
  if (!account) return
  client.send(presenceNode(jid, account.isOnline))
}

export function presenceNode(from: string, isOnline: boolean): BinaryNode {
  return isOnline
    ? element('presence', { from })
    : element('presence', {
        from,
        type: 'unavailable',
        last: unixSeconds() - LAST_SEEN_SECONDS_AGO,
      })
}

/** A client types to somebody; a group's members are not told. */
export function handleChatState(node: BinaryNode, client: Client): void {
  const account = client.network.findAccount(requireAttribute(node, 'to'))
  if (!account) return
  client.network.phoneOf(account).receiveTyping(client.device, typingState(firstChild(node)))
}

function typingState({ tag, attrs }: BinaryNode): TypingState {
  if (tag === 'paused') return 'paused'
  return attrs.media === 'audio' ? 'recording' : 'composing'
}
