import type { AddressMode } from '../accounts/account.ts'
import type { TypingState } from '../accounts/main-device.ts'
import type { StreamEnd } from '../client.ts'
import type { GroupAddressing } from '../groups/group.ts'
import type { PhoneContent, SendOptions } from '../phone/content.ts'
import type { AutomaticReceipts, InboxSettings, Undecryptable } from '../phone/inbox.ts'
import type { ReceiptKind } from '../phone/receipts.ts'
import type { ReceivedMessage } from '../phone/received-message.ts'
import type { SeenReceipt, SeenTyping } from '../phone/virtual-phone.ts'
import type { MessageRefusal } from '../troubles/troubles.ts'
import type { PresentedGroup, PresentedPhone, PresentedServer } from './present.ts'

/** How long one request waits for news; then it is repeated. */
const LONG_POLL_MS = 2_000
const DEFAULT_TIMEOUT_MS = 5_000

/** A test server in another process. @param url `http://127.0.0.1:PORT`, or the server's WebSocket URL. */
export function connectToTestServer(url: string): RemoteServer {
  return new RemoteServer(new URL(url).host)
}

/** The fields of `Troubles` over the wire; `null` ends one. */
export interface RemoteTroubles {
  latencyMs?: number
  refuseUpgradesWith?: number | null
  refuseLoginsWith?: number | null
  messageRefusals?: MessageRefusal[]
  ignoredRequests?: string[]
  failUploads?: number
  failDownloads?: number
  withholdLids?: boolean
}

export interface RemotePhoneOptions {
  number?: string
  lid?: string
  name?: string
  addressMode?: AddressMode
  automaticReceipts?: AutomaticReceipts
}

/** Drives a test server over its control API, with the same words as within one process. */
export class RemoteServer {
  readonly #host: string

  constructor(host: string) {
    this.#host = host
  }

  info(): Promise<PresentedServer> {
    return this.request('GET', '/')
  }

  /**
   * What must not happen in a healthy test, a sentence each: broken rules, messages that a phone could not
   * decrypt, requests that nobody implemented. Tests assert that there are none.
   */
  failures(): Promise<string[]> {
    return this.request('GET', '/failures')
  }

  async createPhone(options: RemotePhoneOptions = {}): Promise<RemotePhone> {
    return new RemotePhone(this, await this.request<PresentedPhone>('POST', '/phones', options))
  }

  async phone(number: string): Promise<RemotePhone> {
    return new RemotePhone(this, await this.request<PresentedPhone>('GET', `/phones/${number}`))
  }

  createGroup(group: {
    subject: string
    owner: RemotePhone
    members: RemotePhone[]
    addressing?: GroupAddressing
  }): Promise<PresentedGroup> {
    return this.request('POST', '/groups', {
      ...group,
      owner: group.owner.number,
      members: group.members.map(({ number }) => number),
    })
  }

  async setTroubles(troubles: RemoteTroubles): Promise<void> {
    await this.request('PATCH', '/troubles', troubles)
  }

  async endTroubles(): Promise<void> {
    await this.request('DELETE', '/troubles')
  }

  /** One request. @throws {Error} with the server's own words when it refuses. */
  async request<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await this.fetch(method, path, body)
    // What each route answers is written down in present.ts and where this is called.
    return (response.status === 204 ? undefined : await response.json()) as T
  }

  async fetch(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(`http://${this.#host}/control${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    if (response.ok) return response
    throw new Error(`${method} ${path}: ${await response.text()}`)
  }
}

/** A phone of a server in another process. */
export class RemotePhone {
  readonly number: string
  readonly lid: string
  readonly numberJid: string
  readonly lidJid: string
  readonly #server: RemoteServer

  constructor(server: RemoteServer, phone: PresentedPhone) {
    this.#server = server
    this.number = phone.number
    this.lid = phone.lid
    this.numberJid = phone.numberJid
    this.lidJid = phone.lidJid
  }

  info(): Promise<PresentedPhone> {
    return this.#call('GET', '')
  }

  async configure(settings: Partial<InboxSettings>): Promise<void> {
    await this.#call('PATCH', '', settings)
  }

  async scanQr(qr: string): Promise<void> {
    await this.#call('POST', '/scan', { qr })
  }

  async enterPairingCode(code: string): Promise<void> {
    await this.#call('POST', '/pairing-code', { code })
  }

  /** @returns the id of the message. */
  async send(to: Chat, content: PhoneContent, options?: SendOptions): Promise<string> {
    const bytes = 'bytes' in content ? { bytes: Buffer.from(content.bytes).toString('base64') } : {}
    const { id } = await this.#call<{ id: string }>('POST', '/messages', {
      to: chatName(to),
      content: { ...content, ...bytes },
      ...(options && { options }),
    })
    return id
  }

  sendText(to: Chat, text: string, options?: SendOptions): Promise<string> {
    return this.send(to, { type: 'text', text }, options)
  }

  tap({ id, group, from }: ReceivedMessage, button: string): Promise<string> {
    return this.send(group ?? from.number, { type: 'tap', messageId: id, button })
  }

  choose({ id, group, from }: ReceivedMessage, row: string): Promise<string> {
    return this.send(group ?? from.number, { type: 'choice', messageId: id, row })
  }

  /** Sends `count` texts in one request; `{i}` in `text` becomes 0, 1, 2… */
  async burst(to: Chat, options: { count: number; text: string }): Promise<string[]> {
    const { ids } = await this.#call<{ ids: string[] }>('POST', '/burst', {
      to: chatName(to),
      ...options,
    })
    return ids
  }

  redeliver(messageId: string): Promise<void> {
    return this.#call('POST', `/redeliveries/${messageId}`)
  }

  /** Everything received so far, without the first `after` messages. */
  received(after = 0): Promise<ReceivedMessage[]> {
    return this.#call('GET', `/received?after=${after}`)
  }

  /** @throws {Error} when nothing matches within `timeoutMs`; it shows what came instead. */
  waitFor(
    matches: (message: ReceivedMessage) => boolean,
    timeoutMs = DEFAULT_TIMEOUT_MS,
  ): Promise<ReceivedMessage> {
    return this.#waitFor('received', matches, timeoutMs)
  }

  waitForReceipt(
    matches: (receipt: SeenReceipt) => boolean,
    timeoutMs = DEFAULT_TIMEOUT_MS,
  ): Promise<SeenReceipt> {
    return this.#waitFor('receipts', matches, timeoutMs)
  }

  waitForTyping(
    matches: (typing: SeenTyping) => boolean,
    timeoutMs = DEFAULT_TIMEOUT_MS,
  ): Promise<SeenTyping> {
    return this.#waitFor('typing', matches, timeoutMs)
  }

  undecryptable(): Promise<Undecryptable[]> {
    return this.#call('GET', '/undecryptable')
  }

  async mediaOf(messageId: string): Promise<Uint8Array> {
    const path = `/phones/${this.number}/received/${messageId}/media`
    const response = await this.#server.fetch('GET', path)
    return new Uint8Array(await response.arrayBuffer())
  }

  confirm(messageId: string, kind: ReceiptKind): Promise<void> {
    return this.#call('POST', '/receipts', { messageId, kind })
  }

  askAgain(messageId: string, options: { withKeys: boolean } = { withKeys: true }): Promise<void> {
    return this.#call('POST', '/retries', { messageId, ...options })
  }

  setTyping(to: Chat, state: TypingState): Promise<void> {
    return this.#call('POST', '/typing', { to: chatName(to), state })
  }

  setOnline(isOnline: boolean, to?: Chat): Promise<void> {
    return this.#call('POST', '/presence', { isOnline, ...(to && { to: chatName(to) }) })
  }

  dropConnections(): Promise<void> {
    return this.#call('POST', '/trouble', { type: 'drop' })
  }

  unlinkDevices(): Promise<void> {
    return this.#call('POST', '/trouble', { type: 'unlink' })
  }

  endConnections(end: StreamEnd): Promise<void> {
    return this.#call('POST', '/trouble', { type: end })
  }

  #call<T>(method: string, path: string, body?: object): Promise<T> {
    return this.#server.request(method, `/phones/${this.number}${path}`, body)
  }

  async #waitFor<T>(
    what: 'received' | 'receipts' | 'typing',
    matches: (entry: T) => boolean,
    timeoutMs: number,
  ): Promise<T> {
    const deadline = Date.now() + timeoutMs
    const seen: T[] = []
    for (;;) {
      const waitMs = Math.max(0, Math.min(LONG_POLL_MS, deadline - Date.now()))
      const fresh = await this.#call<T[]>('GET', `/${what}?after=${seen.length}&waitMs=${waitMs}`)
      const found = fresh.find(matches)
      if (found) return found
      seen.push(...fresh)
      if (Date.now() >= deadline) {
        throw new Error(`Nothing in ${what} matched in ${timeoutMs} ms: ${JSON.stringify(seen)}`)
      }
    }
  }
}

/** A phone, a number, or the jid of an account or a group. */
export type Chat = RemotePhone | PresentedGroup | string

function chatName(chat: Chat): string {
  if (typeof chat === 'string') return chat
  return 'jid' in chat ? chat.jid : chat.number
}
