import { newId } from '@parley/runtime/pipeline'
import type { ApiKeyRecord } from '@parley/runtime/store'
import type { Caller } from '../auth/caller.ts'
import { hashSecret, NUMBER_KEY_PREFIX, newSecret, visiblePrefix } from '../auth/secrets.ts'
import type { RouteDependencies } from '../dependencies.ts'

/** Makes the key of a number; its earlier one stops working. The secret is in the answer and nowhere else. */
export async function replaceNumberKey(
  { accounts, clock, credentials }: RouteDependencies,
  caller: Caller,
  numberId: string,
): Promise<{ key: ApiKeyRecord; sessionKey: string }> {
  const sessionKey = newSecret(NUMBER_KEY_PREFIX)
  const key: ApiKeyRecord = {
    id: newId('key'),
    workspaceId: caller.workspaceId,
    kind: 'number',
    userId: caller.userId,
    numberId,
    name: '',
    hash: hashSecret(sessionKey),
    prefix: visiblePrefix(sessionKey, NUMBER_KEY_PREFIX),
    createdAt: clock.now(),
    lastUsedAt: null,
    expiresAt: null,
  }
  await accounts.apiKeys.removeOfNumber(numberId)
  await accounts.apiKeys.insert(key)
  credentials.forget()
  return { key, sessionKey }
}
