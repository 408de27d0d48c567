import type { Clock } from '@parley/runtime/pipeline'
import type { Accounts } from '@parley/runtime/store'
import type { Request, Response } from 'express'
import type { Credentials } from './Credentials.ts'
import type { Identity } from './caller.ts'
import { clearLoginCookie, readLoginCookie, setLoginCookie } from './loginCookie.ts'
import { requireSameOrigin } from './sameOrigin.ts'
import { hashSecret, newSecret } from './secrets.ts'

const DAY_MS = 86_400_000
/** A login that is not used for this long ends. */
const LIFETIME_MS = 30 * DAY_MS
/** A login in use is prolonged at most this often. */
const PROLONG_EVERY_MS = DAY_MS

/** Sign-ins by cookie. */
export class Logins {
  readonly #accounts: Accounts
  readonly #credentials: Credentials
  readonly #clock: Clock
  readonly #publicUrl: string
  readonly #isHttps: boolean

  constructor(dependencies: {
    accounts: Accounts
    credentials: Credentials
    clock: Clock
    publicUrl: string
  }) {
    this.#accounts = dependencies.accounts
    this.#credentials = dependencies.credentials
    this.#clock = dependencies.clock
    this.#publicUrl = dependencies.publicUrl
    this.#isHttps = dependencies.publicUrl.startsWith('https:')
  }

  /** Signs somebody in: the answer carries the cookie. */
  async begin(response: Response, userId: string): Promise<void> {
    const secret = newSecret('')
    const createdAt = this.#clock.now()
    const expiresAt = createdAt + LIFETIME_MS
    await this.#accounts.logins.insert({ hash: hashSecret(secret), userId, createdAt, expiresAt })
    setLoginCookie(response, secret, { expiresAt, isHttps: this.#isHttps })
  }

  /**
   * Who the cookie belongs to, null without a valid one. Prolongs a login that is in use.
   *
   * @throws {ApiError} 403 when another site's page sent the request.
   */
  async identify(request: Request, response: Response): Promise<Identity | null> {
    const secret = readLoginCookie(request)
    if (secret === null) return null
    const login = await this.#credentials.findLogin(secret)
    if (!login) return null
    requireSameOrigin(request, this.#publicUrl)
    const expiresAt = this.#clock.now() + LIFETIME_MS
    if (expiresAt - login.expiresAt > PROLONG_EVERY_MS) {
      await this.#accounts.logins.extend(login.hash, expiresAt)
      this.#credentials.forget()
      setLoginCookie(response, secret, { expiresAt, isHttps: this.#isHttps })
    }
    return { type: 'login', userId: login.userId, loginHash: login.hash }
  }

  /** Ends the login of this request, here and now. */
  async end(request: Request, response: Response): Promise<void> {
    const secret = readLoginCookie(request)
    if (secret !== null) await this.#accounts.logins.remove(hashSecret(secret))
    this.#credentials.forget()
    clearLoginCookie(response, { isHttps: this.#isHttps })
  }

  /** Ends all logins of a user, but the one given. */
  async endOthers(userId: string, keptHash: string | null): Promise<void> {
    await this.#accounts.logins.removeOthers(userId, keptHash)
    this.#credentials.forget()
  }
}
