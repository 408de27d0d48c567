import type { Client } from '../client.ts'
import type { Group } from '../groups/group.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { isGroupJid, parseJid } from '../wire/jid.ts'
import { type BinaryNode, children, element, findChild, requireAttribute } from '../wire/node.ts'
import { refusalFor } from './refuse-message.ts'
import { relayedMessage } from './relayed-message.ts'

/** A client sends a message: confirm or refuse it, then pass it to each device that it is encrypted for. */
export async function handleMessage(stanza: BinaryNode, client: Client): Promise<void> {
  const to = requireAttribute(stanza, 'to')
  const group = isGroupJid(to) ? client.network.groups.get(to) : undefined
  const error = refusalFor(stanza, client, group)
  const { id } = stanza.attrs
  client.send(element('ack', { class: 'message', id, from: to, error, t: unixSeconds() }))
  if (error !== undefined) return
  const message: OutgoingMessage = { stanza, client, group }
  if (group) await deliverToGroup(message, group)
  else await deliverDirectly(message, to)
}

interface OutgoingMessage {
  stanza: BinaryNode
  client: Client
  group: Group | undefined
}

/** One `<enc>` for each device; peer messages and resent ones have a single one for `to` itself. */
async function deliverDirectly(message: OutgoingMessage, to: string): Promise<void> {
  const participants = participantNodes(message.stanza)
  for (const participant of participants) {
    await deliver(message, requireAttribute(participant, 'jid'), encryptedParts(participant))
  }
  if (participants.length === 0) await deliver(message, to, encryptedParts(message.stanza))
}

/**
 * Everybody gets the one message that is encrypted with the sender key. Devices that do not have that key
 * yet get it in front, encrypted for each of them.
 */
async function deliverToGroup(message: OutgoingMessage, group: Group): Promise<void> {
  const { client, stanza } = message
  const forAll = encryptedParts(stanza)
  const ownParts = new Map<string, BinaryNode[]>()
  for (const participant of participantNodes(stanza)) {
    const key = deviceKey(requireAttribute(participant, 'jid'), client)
    ownParts.set(key, encryptedParts(participant))
  }
  for (const account of group.roles.keys()) {
    const deviceJids = [account.lidJid, ...[...account.linkedDevices.values()].map((d) => d.lidJid)]
    for (const jid of deviceJids) {
      const key = deviceKey(jid, client)
      const parts = [...(ownParts.get(key) ?? []), ...forAll]
      if (parts.length > 0) await deliver(message, jid, parts)
    }
  }
}

async function deliver(
  { stanza, client, group }: OutgoingMessage,
  jid: string,
  encrypted: BinaryNode[],
): Promise<void> {
  const { network, device: from } = client
  const account = network.findAccount(jid)
  if (!account) return
  if (parseJid(jid)?.device === 0) {
    await network.phoneOf(account).receiveMessage({ from, stanza, encrypted, group })
    return
  }
  const device = network.findDevice(jid)
  // In LID groups rc14 addresses itself, too; its own message must not come back.
  if (!device || device === from) return
  const recipient = network.findAccount(stanza.attrs.to ?? '')
  device.deliver(relayedMessage({ stanza, from, to: device, encrypted, group, recipient }))
}

function participantNodes(stanza: BinaryNode): BinaryNode[] {
  return children(findChild(stanza, 'participants'))
}

function encryptedParts(node: BinaryNode): BinaryNode[] {
  return children(node).filter(({ tag }) => tag === 'enc')
}

/** A device may be addressed by number or by LID. */
function deviceKey(jid: string, client: Client): string {
  return `${client.network.findAccount(jid)?.number}:${parseJid(jid)?.device}`
}
