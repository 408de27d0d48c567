import type { NumberRecord } from '@parley/runtime/pipeline'
import type { ApiKeyRecord } from '@parley/runtime/store'
import { readWhatsAppSettings } from '@parley/shared'
import type { ConnectedNumber } from '@parley/shared/api'
import { toInstant } from '../../http/answers.ts'
import { readSandboxSettings } from '../../numbers/sandboxSettings.ts'

/** Settings hold secrets of platforms, so only those are shown that are known to be none. */
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
  ...(number.channel === 'whatsapp-web' && { settings: readWhatsAppSettings(number.settings) }),
  createdAt: toInstant(number.createdAt),
})
