import type { ConnectionStatus, MessageRecord, NumberRecord } from '@parley/runtime/pipeline'
import type { WebhookRecord } from '@parley/runtime/store'
import { toInstant } from '../../http/answers.ts'

const STATUS_WORDS: Readonly<Record<ConnectionStatus, string>> = {
  disconnected: 'DISCONNECTED',
  connecting: 'CONNECTING',
  needsScan: 'CONNECTING',
  connected: 'CONNECTED',
  loggedOut: 'LOGGED_OUT',
  failed: 'DISCONNECTED',
}

export const presentStatus = (status: ConnectionStatus): string => STATUS_WORDS[status]

/** A number in the session API's words, with the webhook that was made there. */
export const presentSession = (number: NumberRecord, webhook: WebhookRecord | null) => ({
  id: number.id,
  sessionId: number.id,
  name: number.name,
  channel: number.channel,
  phone_number: number.phone === '' ? null : `+${number.phone}`,
  status: presentStatus(number.status),
  status_reason: number.statusReason,
  account_protection: false,
  log_messages: true,
  webhook_url: webhook?.url ?? null,
  webhook_enabled: webhook?.status === 'active',
  webhook_events: [...(webhook?.events ?? [])],
  created_at: toInstant(number.createdAt),
  updated_at: toInstant(number.createdAt),
})

/** The answer to a send: what clients read first is `messageId` at the top. */
export const presentSent = (message: MessageRecord) => ({
  success: true as const,
  messageId: message.id,
  status: message.status,
  data: {
    messageId: message.id,
    sessionId: message.numberId,
    to: message.address,
    status: message.status,
    type: message.content.type,
    timestamp: toInstant(message.createdAt),
  },
})
