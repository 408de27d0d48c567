import { createServer as createHttpServer, type IncomingMessage } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { acceptClient } from './accept-client.ts'
import { Account, type AddressMode } from './accounts/account.ts'
import { createControlHandler } from './control/control-handler.ts'
import { createGroup as addGroup } from './groups/create-group.ts'
import type { Group, GroupAddressing } from './groups/group.ts'
import type { Journal } from './journal.ts'
import { createMediaHandler } from './media/media-server.ts'
import { MediaStore, type MediaTransfer } from './media/media-store.ts'
import { createSelfSignedCertificate } from './media/self-signed-certificate.ts'
import { Network } from './network.ts'
import type { AutomaticReceipts } from './phone/inbox.ts'
import { VirtualPhone } from './phone/virtual-phone.ts'
import { createServerIdentity } from './transport/server-identity.ts'
import { Troubles } from './troubles/troubles.ts'
import { listen } from './wire/http.ts'
import { element } from './wire/node.ts'

export interface ServerOptions {
  /** Default: any free one. */
  port?: number
  /** Added before every stanza that the server sends. Default 0. */
  latencyMs?: number
}

export interface PhoneOptions {
  /** Digits with country code. Default: the next of a row. */
  number?: string
  /** Digits. Default: made from a counter. */
  lid?: string
  /** Push name. */
  name?: string
  /** Default `lid`. */
  addressMode?: AddressMode
  /** Default `delivered`. */
  automaticReceipts?: AutomaticReceipts
}

export interface NewGroupOptions {
  subject: string
  owner: VirtualPhone
  /** Besides the owner. */
  members: VirtualPhone[]
  /** Default `lid`. */
  addressing?: GroupAddressing
}

/** Numbers of phones that nobody numbered: British mobile numbers that Ofcom reserves for films. */
const FIRST_NUMBER = 447_700_900_000
const FIRST_LID = 100_000_000_000_000

/** A running WhatsApp Web server with its media host. Everything is in memory. */
export class WhatsAppTestServer {
  readonly troubles: Troubles
  readonly #network: Network
  readonly #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  readonly #http = createHttpServer()
  readonly #certificate = createSelfSignedCertificate()
  readonly #https = createHttpsServer({
    key: this.#certificate.keyPem,
    cert: this.#certificate.certificatePem,
  })
  readonly #phones = new Map<string, VirtualPhone>()
  #port = 0

  constructor({ latencyMs = 0 }: ServerOptions) {
    this.troubles = new Troubles()
    this.troubles.latencyMs = latencyMs
    const media = new MediaStore()
    const identity = createServerIdentity()
    this.#network = new Network({ identity, media, troubles: this.troubles })
  }

  /** What to give to Baileys as `waWebSocketUrl`. */
  get url(): string {
    return `ws://127.0.0.1:${this.#port}/ws/chat`
  }

  /** Where tests in other processes find the control API; see `connectToTestServer`. */
  get controlUrl(): string {
    return `http://127.0.0.1:${this.#port}/control`
  }

  /** Where media are uploaded to and downloaded from, over HTTPS. */
  get mediaHost(): string {
    return this.#network.mediaHost
  }

  /** The certificate that clients of the media host have to trust. */
  get caPem(): string {
    return this.#certificate.certificatePem
  }

  /** What clients have to take for WhatsApp's root key. */
  get rootKey(): Buffer {
    return this.#network.identity.rootKey
  }

  /** Broken rules and bugs of this server. Tests assert that it stays empty. */
  get errors(): Journal<Error> {
    return this.#network.errors
  }

  /** Kinds of requests that nobody implemented; they got an empty answer. */
  get unknownRequests(): readonly string[] {
    return this.#network.unknownRequests
  }

  /**
   * Everything that must not happen in a healthy test, a sentence each: broken rules, messages that a phone
   * could not decrypt (repaired or not), and requests that nobody implemented. A message that came twice under
   * one id is none: phones show it once, and clients send again what they are not sure of.
   */
  failures(): string[] {
    return [
      ...this.errors.all.map(({ message }) => message),
      ...this.phones.flatMap(({ number, undecryptable }) =>
        undecryptable.map(
          ({ messageId, error }) => `${number} could not decrypt ${messageId}: ${error}`,
        ),
      ),
      ...this.unknownRequests.map((request) => `Nobody implemented the request ${request}`),
    ]
  }

  get mediaTransfers(): readonly MediaTransfer[] {
    return this.#network.media.transfers
  }

  get phones(): readonly VirtualPhone[] {
    return [...this.#phones.values()]
  }

  get groups(): readonly Group[] {
    return [...this.#network.groups.values()]
  }

  /** @throws {Error} when there is no such phone. */
  phone(number: string): VirtualPhone {
    const phone = this.#phones.get(number)
    if (!phone) throw new Error(`There is no phone ${number}`)
    return phone
  }

  /** How many clients are connected, logged in or not. */
  get connectionCount(): number {
    return this.#network.clients.size
  }

  /** @throws {Error} when the number or LID is taken. */
  createPhone(options: PhoneOptions = {}): VirtualPhone {
    const position = this.#phones.size
    const {
      number = String(FIRST_NUMBER + position),
      lid = String(FIRST_LID + position),
      name = `Phone ${position + 1}`,
      addressMode = 'lid',
      automaticReceipts = 'delivered',
    } = options
    const phone = new VirtualPhone(new Account({ number, lid, name, addressMode }), this.#network)
    phone.configure({ automaticReceipts })
    this.#phones.set(number, phone)
    return phone
  }

  /** Creates a group and tells the linked devices of its members. */
  createGroup({ subject, owner, members, addressing = 'lid' }: NewGroupOptions): Group {
    const group = addGroup(this.#network, {
      subject,
      owner: owner.account,
      members: members.map(({ account }) => account),
      addressing,
    })
    group.announce(owner.account, element('create', { type: 'new' }, [group.node()]))
    return group
  }

  /** Cuts the connections of all clients. */
  dropConnections(): void {
    for (const client of this.#network.clients) client.line.drop()
  }

  async start(port: number): Promise<void> {
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
    const answerControl = createControlHandler(this)
    this.#http.on('request', (request, response) => {
      answerControl(request, response).catch((error: unknown) => this.#network.report(error))
    })
    const answerMedia = createMediaHandler(this.#network.media, this.troubles)
    this.#https.on('request', (request, response) => {
      answerMedia(request, response).catch((error: unknown) => this.#network.report(error))
    })
    this.#port = await listen(this.#http, port)
    this.#network.mediaHost = `127.0.0.1:${await listen(this.#https, 0)}`
  }

  async close(): Promise<void> {
    this.dropConnections()
    const servers = [this.#http, this.#https]
    await Promise.all(
      servers.map((server) => {
        server.closeAllConnections()
        return new Promise((resolve) => server.close(resolve))
      }),
    )
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const status = this.troubles.refuseUpgradesWith
    if (status !== undefined) {
      socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket: WebSocket) =>
      acceptClient(webSocket, this.#network),
    )
  }
}

/** Starts a server on the loopback interface. Close it when done. */
export async function startWhatsAppTestServer(
  options: ServerOptions = {},
): Promise<WhatsAppTestServer> {
  const server = new WhatsAppTestServer(options)
  await server.start(options.port ?? 0)
  return server
}
