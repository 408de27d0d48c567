import type { ApiKeyRecord } from '@parley/runtime/store'
import type { Token } from '@parley/shared/api'
import { toInstant, toInstantOrNull } from '../../http/answers.ts'

export const presentToken = (key: ApiKeyRecord): Token => ({
  id: key.id,
  name: key.name,
  prefix: key.prefix,
  createdAt: toInstant(key.createdAt),
  lastUsedAt: toInstantOrNull(key.lastUsedAt),
  expiresAt: toInstantOrNull(key.expiresAt),
})
