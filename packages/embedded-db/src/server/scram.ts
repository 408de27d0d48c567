import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'
import { DatabaseError } from '../errors.ts'

/** The least that drivers accept. The password is 256 random bits, so stretching it adds nothing. */
const ITERATIONS = 4096
const KEY_BYTES = 32
const NONCE_BYTES = 18
export const MECHANISM = 'SCRAM-SHA-256'

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** One user and what is needed to check their password by SCRAM-SHA-256 (RFC 5802, RFC 7677). */
export class Credentials {
  readonly user: string
  readonly salt = randomBytes(16)
  readonly storedKey: Buffer
  readonly serverKey: Buffer

  constructor(user: string, password: string) {
    this.user = user
    const salted = pbkdf2Sync(password, this.salt, ITERATIONS, KEY_BYTES, 'sha256')
    this.storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest()
    this.serverKey = hmac(salted, 'Server Key')
  }
}

export interface ScramStep {
  payload: string
  isDone: boolean
}

/** The server's side of one authentication on one connection. */
export class ScramConversation {
  readonly #credentials: Credentials
  readonly #clientFirst: string
  readonly #serverFirst: string
  readonly #nonce: string
  readonly #skipsEmptyExchange: boolean
  #isProven = false

  /** @throws {DatabaseError} AuthenticationFailed for another user or a message that is not SCRAM. */
  constructor(credentials: Credentials, clientFirst: string, skipsEmptyExchange: boolean) {
    const [, bare = ''] = /^n,,(.*)$/s.exec(clientFirst) ?? []
    const fields = parseFields(bare)
    if (fields.n !== credentials.user || !fields.r) throw authenticationFailed()
    this.#credentials = credentials
    this.#clientFirst = bare
    this.#nonce = fields.r + randomBytes(NONCE_BYTES).toString('base64')
    this.#serverFirst = `r=${this.#nonce},s=${credentials.salt.toString('base64')},i=${ITERATIONS}`
    this.#skipsEmptyExchange = skipsEmptyExchange
  }

  /** What the server says first. */
  start(): ScramStep {
    return { payload: this.#serverFirst, isDone: false }
  }

  /** Checks the proof. A client that did not ask to skip it sends one more, empty message. */
  continue(message: string): ScramStep {
    if (this.#isProven) return { payload: '', isDone: true }
    const { c, r, p } = parseFields(message)
    if (c !== 'biws' || r !== this.#nonce || !p) throw authenticationFailed()
    const withoutProof = message.slice(0, message.lastIndexOf(',p='))
    const authMessage = `${this.#clientFirst},${this.#serverFirst},${withoutProof}`
    const { storedKey, serverKey } = this.#credentials
    const signature = hmac(storedKey, authMessage)
    const proof = Buffer.from(p, 'base64')
    if (proof.length !== KEY_BYTES) throw authenticationFailed()
    const clientKey = Buffer.from(proof.map((byte, i) => byte ^ (signature[i] ?? 0)))
    const candidate = createHash('sha256').update(clientKey).digest()
    if (!timingSafeEqual(candidate, storedKey)) throw authenticationFailed()
    this.#isProven = true
    const payload = `v=${hmac(serverKey, authMessage).toString('base64')}`
    return { payload, isDone: this.#skipsEmptyExchange }
  }

  /** True once the client has proven the password. */
  get isProven(): boolean {
    return this.#isProven
  }
}

/** `a=1,b=2` as an object; values may contain `=`. */
function parseFields(text: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const part of text.split(',')) {
    const equals = part.indexOf('=')
    if (equals > 0) fields[part.slice(0, equals)] = part.slice(equals + 1)
  }
  return fields
}

export const authenticationFailed = () =>
  new DatabaseError(18, 'AuthenticationFailed', 'Authentication failed.')
