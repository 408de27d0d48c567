import type { Account } from './accounts/account.ts'
import type { LinkedDevice } from './accounts/linked-device.ts'
import type { MainDevice } from './accounts/main-device.ts'
import type { Client } from './client.ts'
import type { Group } from './groups/group.ts'
import { Journal } from './journal.ts'
import type { MediaStore } from './media/media-store.ts'
import type { ServerIdentity } from './transport/server-identity.ts'
import type { Troubles } from './troubles/troubles.ts'
import { parseJid } from './wire/jid.ts'

/** A client that waits for its QR code to be scanned. */
export interface PairingOffer {
  client: Client
  refs: string[]
}

/** A client that waits for its pairing code to be typed on the phone of `number`. */
export interface CodeOffer {
  client: Client
  number: string
  ref: string
  /** salt, IV and the client's ephemeral key, encrypted with the code. */
  wrappedKey: Buffer
  noiseKey: Buffer
}

/** Everything that the server knows: accounts, groups, clients and what goes wrong. */
export class Network {
  readonly identity: ServerIdentity
  readonly media: MediaStore
  readonly troubles: Troubles
  /** Host and port to which clients upload media; known once the media server listens. */
  mediaHost = ''
  readonly groups = new Map<string, Group>()
  readonly clients = new Set<Client>()
  readonly pairingOffers = new Map<string, PairingOffer>()
  readonly codeOffers = new Journal<CodeOffer>('pairing code request', ({ number }) => number)
  /** What broke the protocol or the server itself. Tests assert that it stays empty. */
  readonly errors = new Journal<Error>('error', (error) => error.message)
  /** Requests that got an empty answer because nobody knows them. */
  readonly unknownRequests: string[] = []
  readonly #byNumber = new Map<string, Account>()
  readonly #byLid = new Map<string, Account>()
  readonly #phones = new Map<Account, MainDevice>()

  constructor(parts: { identity: ServerIdentity; media: MediaStore; troubles: Troubles }) {
    this.identity = parts.identity
    this.media = parts.media
    this.troubles = parts.troubles
  }

  get accounts(): Account[] {
    return [...this.#byNumber.values()]
  }

  /** @throws {Error} when the number or the LID is taken. */
  register(account: Account, phone: MainDevice): void {
    if (this.#byNumber.has(account.number)) throw new Error(`${account.number} has a phone already`)
    if (this.#byLid.has(account.lid)) throw new Error(`The LID ${account.lid} is taken`)
    this.#byNumber.set(account.number, account)
    this.#byLid.set(account.lid, account)
    this.#phones.set(account, phone)
  }

  findAccount(jid: string): Account | undefined {
    const parsed = parseJid(jid)
    if (!parsed) return undefined
    return parsed.isLid ? this.#byLid.get(parsed.user) : this.#byNumber.get(parsed.user)
  }

  findAccountByNumber(number: string): Account | undefined {
    return this.#byNumber.get(number)
  }

  findDevice(jid: string): LinkedDevice | undefined {
    return this.findAccount(jid)?.linkedDevices.get(parseJid(jid)?.device ?? 0)
  }

  phoneOf(account: Account): MainDevice {
    const phone = this.#phones.get(account)
    if (!phone) throw new Error(`${account.number} is not registered`)
    return phone
  }

  /** The clients that are logged in for an account. */
  clientsOf(account: Account): Client[] {
    return [...this.clients].filter((client) => client.findDevice()?.account === account)
  }

  report(error: unknown): void {
    this.errors.add(error instanceof Error ? error : new Error(String(error)))
  }
}
