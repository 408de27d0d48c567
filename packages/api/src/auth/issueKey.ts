import { newId } from '@parley/runtime/pipeline'
import type { ApiKeyRecord } from '@parley/runtime/store'
import { KEY_SCOPES } from '@parley/shared/api'
import type { RouteDependencies } from '../dependencies.ts'
import { invalidField } from '../errors.ts'
import {
  hashSecret,
  NUMBER_KEY_PREFIX,
  newSecret,
  PERSONAL_TOKEN_PREFIX,
  visiblePrefix,
  WORKSPACE_KEY_PREFIX,
} from './secrets.ts'

/** A new key; what is left out is: all scopes, the whole workspace, for ever. */
export type NewKey = Pick<ApiKeyRecord, 'workspaceId' | 'userId' | 'kind'> &
  Partial<
    Pick<ApiKeyRecord, 'name' | 'numberId' | 'scopes' | 'purpose' | 'instanceId' | 'expiresAt'>
  >

export interface IssuedKey {
  readonly key: ApiKeyRecord
  /** Shown once and kept nowhere. */
  readonly secret: string
}

/**
 * Makes a credential of any kind.
 *
 * @throws {ApiError} 422 when it would have expired already.
 */
export async function issueKey(
  { accounts, clock }: Pick<RouteDependencies, 'accounts' | 'clock'>,
  wanted: NewKey,
): Promise<IssuedKey> {
  const createdAt = clock.now()
  const { expiresAt = null, purpose = null } = wanted
  if (expiresAt !== null && expiresAt <= createdAt) {
    throw invalidField('expiresAt', 'must be in the future')
  }
  const prefix = purpose === 'instance' ? '' : PREFIXES[wanted.kind]
  const secret = newSecret(prefix)
  const key: ApiKeyRecord = {
    name: '',
    numberId: null,
    scopes: KEY_SCOPES,
    instanceId: null,
    ...wanted,
    id: newId('key'),
    purpose,
    hash: hashSecret(secret),
    prefix: visiblePrefix(secret, prefix),
    createdAt,
    lastUsedAt: null,
    expiresAt,
  }
  await accounts.apiKeys.insert(key)
  return { key, secret }
}

const PREFIXES: Readonly<Record<ApiKeyRecord['kind'], string>> = {
  personal: PERSONAL_TOKEN_PREFIX,
  workspace: WORKSPACE_KEY_PREFIX,
  number: NUMBER_KEY_PREFIX,
}
