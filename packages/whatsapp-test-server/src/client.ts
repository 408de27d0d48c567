import type { proto } from '@whiskeysockets/baileys'
import type { Account } from './accounts/account.ts'
import type { DeviceLine, LinkedDevice } from './accounts/linked-device.ts'
import type { Network } from './network.ts'
import { SERVER_JID } from './wire/jid.ts'
import { type BinaryNode, element, ProtocolError } from './wire/node.ts'

/** The line below a client; {@link Connection} is the real one. */
export interface Line extends DeviceLine {
  endWith(node: BinaryNode): void
  drop(): void
}

/** Why the server ends a connection, in the words of the test's author. */
export type StreamEnd = 'restart' | 'replaced' | 'loggedOut' | 'banned' | 'unavailable' | 'unknown'

/** A connected client, before and after its login. */
export class Client {
  readonly network: Network
  readonly line: Line
  /** What the client said of itself at login. */
  payload: proto.ClientPayload | undefined
  #device: LinkedDevice | undefined

  constructor(network: Network, line: Line) {
    this.network = network
    this.line = line
  }

  /** The device that this client is. @throws {ProtocolError} before login. */
  get device(): LinkedDevice {
    if (!this.#device) throw new ProtocolError('A client that is not logged in sent a request')
    return this.#device
  }

  get account(): Account {
    return this.device.account
  }

  findDevice(): LinkedDevice | undefined {
    return this.#device
  }

  becomeDevice(device: LinkedDevice): void {
    this.#device = device
  }

  send(node: BinaryNode): void {
    this.line.send(node)
  }

  /** Answers a request; from the group when the request was for one. */
  answer(request: BinaryNode, content?: BinaryNode[]): void {
    this.send(element('iq', { ...replyAttributes(request), type: 'result' }, content))
  }

  refuse(request: BinaryNode, error: { code: number; text: string }): void {
    const { code, text } = error
    this.send(
      element('iq', { ...replyAttributes(request), type: 'error' }, [
        element('error', { code, text }),
      ]),
    )
  }

  /** Refuses a login and closes. */
  failLogin(reason: number): void {
    this.line.endWith(element('failure', { reason, location: 'test' }))
  }

  endStream(end: StreamEnd): void {
    this.line.endWith(streamErrors[end])
  }
}

function replyAttributes(request: BinaryNode): Record<string, string | undefined> {
  return { from: request.attrs.to ?? SERVER_JID, id: request.attrs.id }
}

const streamErrors: Record<StreamEnd, BinaryNode> = {
  restart: element('stream:error', { code: 515 }),
  replaced: element('stream:error', {}, [element('conflict', { type: 'replaced' })]),
  loggedOut: element('stream:error', { code: 401 }, [
    element('conflict', { type: 'device_removed' }),
  ]),
  banned: element('stream:error', { code: 403 }),
  unavailable: element('stream:error', { code: 503 }),
  unknown: element('stream:error', {}, [element('ack')]),
}
