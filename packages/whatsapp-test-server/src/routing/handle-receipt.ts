import type { Account } from '../accounts/account.ts'
import type { LinkedDevice } from '../accounts/linked-device.ts'
import type { Client } from '../client.ts'
import { readOptionalPreKey, readSignedPreKey } from '../signal/pre-key-bundle.ts'
import { unixSeconds } from '../wire/bytes.ts'
import {
  type BinaryNode,
  children,
  element,
  findChild,
  requireAttribute,
  requireChild,
} from '../wire/node.ts'

/** A client received, read or could not read messages. */
export async function handleReceipt(node: BinaryNode, client: Client): Promise<void> {
  const { device, network } = client
  const { id, to, type, participant } = node.attrs
  device.confirmMessages(node)
  client.send(
    element('ack', { class: 'receipt', id, from: to, type, participant, t: unixSeconds() }),
  )
  const author = network.findAccount(participant ?? requireAttribute(node, 'to'))
  if (!author) return
  if (type === 'retry') return askAgain(node, { device, author, client })
  const messageIds = [id, ...children(findChild(node, 'list')).map(({ attrs }) => attrs.id)]
  network.phoneOf(author).receiveReceipt({
    from: device,
    messageIds: messageIds.filter((messageId) => messageId !== undefined),
    kind: type ?? 'delivered',
  })
}

async function askAgain(
  node: BinaryNode,
  { device, author, client }: { device: LinkedDevice; author: Account; client: Client },
): Promise<void> {
  takeKeys(node, device)
  await client.network.phoneOf(author).resend({
    from: device,
    messageId: requireAttribute(node, 'id'),
    attempt: Number(requireChild(node, 'retry').attrs.count),
  })
}

/** From the second time on the device sends keys along, which are to be used instead of older ones. */
function takeKeys(node: BinaryNode, device: LinkedDevice): void {
  const keys = findChild(node, 'keys')
  if (!keys) return
  device.signedPreKey = readSignedPreKey(keys)
  const preKey = readOptionalPreKey(keys)
  if (preKey) device.preKeys.unshift(preKey)
}
