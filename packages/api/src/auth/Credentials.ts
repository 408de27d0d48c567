import type { Clock, Logger } from '@parley/runtime/pipeline'
import type { Accounts, ApiKeyRecord, LoginRecord } from '@parley/runtime/store'
import type { Role } from '@parley/shared/api'
import { unauthorized } from '../errors.ts'
import type { Identity } from './caller.ts'
import { LookupCache } from './LookupCache.ts'
import { hashSecret } from './secrets.ts'

/** Other processes notice a revocation after this long; this one at once. */
const CACHE_TTL_MS = 10_000
/** `lastUsedAt` is exact to this. */
const USE_RECORDED_EVERY_MS = 60_000

/** Finds out who is behind a secret, with a short memory, because every request asks. */
export class Credentials {
  readonly #accounts: Accounts
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #keys: LookupCache<ApiKeyRecord>
  readonly #logins: LookupCache<LoginRecord>
  readonly #roles: LookupCache<Role>
  readonly #firstWorkspaces: LookupCache<string>
  readonly #usedAt = new Map<string, number>()

  constructor({ accounts, clock, logger }: { accounts: Accounts; clock: Clock; logger: Logger }) {
    this.#accounts = accounts
    this.#clock = clock
    this.#logger = logger
    const options = { ttlMs: CACHE_TTL_MS, now: () => clock.now() }
    this.#keys = new LookupCache(options)
    this.#logins = new LookupCache(options)
    this.#roles = new LookupCache(options)
    this.#firstWorkspaces = new LookupCache(options)
  }

  /** @throws {ApiError} 401 when the token is unknown, expired or of another kind. */
  async identifyKey(secret: string, kind: ApiKeyRecord['kind']): Promise<Identity> {
    const hash = hashSecret(secret)
    const key = await this.#keys.get(hash, () => this.#accounts.apiKeys.findByHash(hash))
    if (key?.kind !== kind) {
      throw unauthorized(
        kind === 'personal'
          ? 'This is not a valid personal token (X-API-Token)'
          : 'This is not a valid key of a number (Authorization: Bearer)',
      )
    }
    const now = this.#clock.now()
    if (key.expiresAt !== null && key.expiresAt <= now) throw unauthorized('This token has expired')
    this.#recordUse(key, now)
    const { userId } = key
    return kind === 'personal'
      ? { type: 'personalToken', userId, key }
      : { type: 'numberKey', userId, key }
  }

  /** Null when the login has ended. */
  async findLogin(secret: string): Promise<LoginRecord | null> {
    const hash = hashSecret(secret)
    const now = this.#clock.now()
    const login = await this.#logins.get(hash, () => this.#accounts.logins.find(hash, now))
    return login && login.expiresAt > now ? login : null
  }

  /** Null for those who are no members. */
  findRole(workspaceId: string, userId: string): Promise<Role | null> {
    return this.#roles.get(`${workspaceId} ${userId}`, async () => {
      const membership = await this.#accounts.memberships.find(workspaceId, userId)
      return membership?.role ?? null
    })
  }

  /** The workspace of a request that names none. */
  findFirstWorkspace(userId: string): Promise<string | null> {
    return this.#firstWorkspaces.get(userId, async () => {
      const [first] = await this.#accounts.memberships.listByUser(userId)
      return first?.workspaceId ?? null
    })
  }

  /** To be called after every change of keys, logins and memberships. */
  forget(): void {
    this.#keys.clear()
    this.#logins.clear()
    this.#roles.clear()
    this.#firstWorkspaces.clear()
  }

  #recordUse(key: ApiKeyRecord, now: number): void {
    const last = this.#usedAt.get(key.id) ?? key.lastUsedAt ?? 0
    if (now - last < USE_RECORDED_EVERY_MS) return
    this.#usedAt.set(key.id, now)
    // Not awaited: no request should wait, or fail, for a note that it was made.
    void this.#accounts.apiKeys.recordUse(key.id, now).catch((error: unknown) => {
      this.#logger.warn({ err: error, keyId: key.id }, 'use of a key could not be recorded')
    })
  }
}
