import { bundleNodes, type PreKeyBundle, registrationNode } from '../signal/pre-key-bundle.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { type BinaryNode, element } from '../wire/node.ts'

export type ReceiptKind = 'delivered' | 'read' | 'played'

/** Who sends the receipt, in the form in which he was written to. */
export interface ReceiptAddress {
  from: string
  participant?: string
}

export function receiptNode(
  messageId: string,
  kind: ReceiptKind,
  address: ReceiptAddress,
): BinaryNode {
  const type = kind === 'delivered' ? undefined : kind
  return element('receipt', { ...address, id: messageId, type, t: unixSeconds() })
}

/** "I cannot read this, send it again", with new keys from the second time on. */
export function retryNode(
  messageId: string,
  address: ReceiptAddress,
  retry: { count: number; registrationId: number; bundle?: PreKeyBundle },
): BinaryNode {
  const { count, registrationId, bundle } = retry
  const t = unixSeconds()
  return element('receipt', { ...address, id: messageId, type: 'retry', t }, [
    element('retry', { count, id: messageId, t, v: 1 }),
    registrationNode(registrationId),
    ...(bundle ? [element('keys', {}, bundleNodes(bundle))] : []),
  ])
}
