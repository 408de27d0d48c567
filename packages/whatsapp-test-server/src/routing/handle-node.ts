import type { Client } from '../client.ts'
import { answerRequest } from '../iq/answer-request.ts'
import { finishPairing } from '../login/pairing.ts'
import { type BinaryNode, findChild, ProtocolError } from '../wire/node.ts'
import { handleMessage } from './handle-message.ts'
import { handleChatState, handlePresence } from './handle-presence.ts'
import { handleReceipt } from './handle-receipt.ts'

type NodeHandler = (node: BinaryNode, client: Client) => void | Promise<void>

const handlers: Record<string, NodeHandler> = {
  iq: handleIq,
  message: handleMessage,
  receipt: handleReceipt,
  // A client that pairs by code confirms a notification before it has become a device.
  ack: (node, client) => client.findDevice()?.confirm(node),
  presence: handlePresence,
  chatstate: handleChatState,
  // Session marks and call answers: nothing has to follow.
  ib: () => undefined,
  call: () => undefined,
}

/** Does what a stanza of a client asks for. */
export async function handleNode(node: BinaryNode, client: Client): Promise<void> {
  const handler = handlers[node.tag]
  if (!handler) throw new ProtocolError(`A client sent <${node.tag}>, which nobody understands`)
  await handler(node, client)
}

/** Requests are answered. Results are answers to ours, and only the one of a pairing says something. */
function handleIq(node: BinaryNode, client: Client): void | Promise<void> {
  const { type } = node.attrs
  if (type !== 'result' && type !== 'error') return answerRequest(node, client)
  if (findChild(node, 'pair-device-sign')) finishPairing(client, node)
}
