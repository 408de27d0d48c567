import type { Clock, Logger } from '@parley/runtime/pipeline'
import type { Accounts, ApiKeyRecord, LoginRecord } from '@parley/runtime/store'
import type { Role } from '@parley/shared/api'
import { unauthorized } from '../errors.ts'
import type { RateLimitOverrides } from '../limits/rules.ts'
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
  readonly #limits: LookupCache<RateLimitOverrides>
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
    this.#limits = new LookupCache(options)
  }

  /**
   * Whose key this is.
   *
   * @param where how the caller sent it, for the words of a refusal
   * @throws {ApiError} 401 when the key is unknown, expired or of a kind that does not belong there.
   */
  async identifyKey(
    secret: string,
    { kinds, where }: { kinds: readonly ApiKeyRecord['kind'][]; where: string },
  ): Promise<Identity> {
    const hash = hashSecret(secret)
    const key = await this.#keys.get(hash, () => this.#accounts.apiKeys.findByHash(hash))
    if (!(key && kinds.includes(key.kind))) {
      throw unauthorized(`This is not a valid ${kinds.map(wordFor).join(' or ')} (${where})`)
    }
    const now = this.#clock.now()
    if (key.expiresAt !== null && key.expiresAt <= now) throw unauthorized('This key has expired')
    this.#recordUse(key, now)
    const { kind, userId } = key
    return { type: IDENTITY_TYPES[kind], userId, key }
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

  /** What the workspace of a key has set instead of the usual rate limits. */
  async findLimits(identity: Identity): Promise<RateLimitOverrides> {
    if (identity.type === 'login') return {}
    const { workspaceId } = identity.key
    const found = await this.#limits.get(workspaceId, async () => {
      const workspace = await this.#accounts.workspaces.find(workspaceId)
      return workspace?.limits ?? {}
    })
    return found ?? {}
  }

  /** The workspace of a request that names none. */
  findFirstWorkspace(userId: string): Promise<string | null> {
    return this.#firstWorkspaces.get(userId, async () => {
      const [first] = await this.#accounts.memberships.listByUser(userId)
      return first?.workspaceId ?? null
    })
  }

  /** To be called after every change of keys, logins, memberships and limits. */
  forget(): void {
    this.#keys.clear()
    this.#logins.clear()
    this.#roles.clear()
    this.#firstWorkspaces.clear()
    this.#limits.clear()
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

const IDENTITY_TYPES = {
  personal: 'personalToken',
  workspace: 'workspaceKey',
  number: 'numberKey',
} as const

const wordFor = (kind: ApiKeyRecord['kind']): string =>
  ({
    personal: 'personal token',
    workspace: 'key of a workspace',
    number: 'key of a number',
  })[kind]
