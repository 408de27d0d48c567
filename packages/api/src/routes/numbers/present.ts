import type { NumberRecord } from '@parley/runtime/pipeline'
import type { ApiKeyRecord } from '@parley/runtime/store'
import type { ConnectedNumber } from '@parley/shared/api'
import { toInstant } from '../../http/answers.ts'
import { readSandboxSettings } from '../../numbers/sandboxSettings.ts'

/** Settings hold secrets of platforms, so only those of the sandbox are shown. */
export const presentNumber = (
  number: NumberRecord,
  key: ApiKeyRecord | undefined,
): ConnectedNumber => ({
  id: number.id,
  name: number.name,
  channel: number.channel,
  phone: number.phone === '' ? '' : `+${number.phone}`,
  status: number.status,
  statusReason: number.statusReason,
  wanted: number.wanted,
  keyPrefix: key?.prefix ?? '',
  ...(number.channel === 'sandbox' && { sandbox: readSandboxSettings(number) }),
  createdAt: toInstant(number.createdAt),
})
