import type { Group } from '../groups/group.ts'
import type { PreKeyBundle } from '../signal/pre-key-bundle.ts'
import type { BinaryNode } from '../wire/node.ts'
import type { LinkedDevice } from './linked-device.ts'

/** A message of a linked device on its way to a phone. */
export interface Delivery {
  from: LinkedDevice
  /** The stanza as the device sent it. */
  stanza: BinaryNode
  /** The `<enc>` nodes that are for this phone. */
  encrypted: BinaryNode[]
  /** Undefined in one-to-one chats. */
  group: Group | undefined
}

/** A receipt of a linked device for messages of a phone. */
export interface IncomingReceipt {
  from: LinkedDevice
  messageIds: string[]
  /** What `type` says: `read`, `played`, `inactive`…; `delivered` when it says nothing. */
  kind: string
}

/** A linked device could not read a message and asks for it again. */
export interface RetryRequest {
  from: LinkedDevice
  messageId: string
  /** 1 for the first time. */
  attempt: number
}

export type TypingState = 'composing' | 'recording' | 'paused'

/** What the server expects of the phone of an account, that is of its device 0. */
export interface MainDevice {
  takeBundle(): PreKeyBundle
  receiveMessage(delivery: Delivery): Promise<void>
  receiveReceipt(receipt: IncomingReceipt): void
  receiveTyping(from: LinkedDevice, state: TypingState): void
  /** Sends a message again, over a new Signal session. */
  resend(request: RetryRequest): Promise<void>
  /** Called when a device has logged in for the first time: the phone shares keys, names and history. */
  startSync(device: LinkedDevice): Promise<void>
}
