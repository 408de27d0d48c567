import type { ApiKeyRecord } from '@parley/runtime/store'
import type { ApiKey } from '@parley/shared/api'
import { toInstant, toInstantOrNull } from '../../http/answers.ts'

export const presentKey = (key: ApiKeyRecord): ApiKey => ({
  id: key.id,
  kind: key.kind === 'number' ? 'number' : 'workspace',
  name: key.name,
  prefix: key.prefix,
  scopes: [...key.scopes],
  numberId: key.numberId,
  instanceId: key.instanceId,
  createdAt: toInstant(key.createdAt),
  lastUsedAt: toInstantOrNull(key.lastUsedAt),
  expiresAt: toInstantOrNull(key.expiresAt),
})
