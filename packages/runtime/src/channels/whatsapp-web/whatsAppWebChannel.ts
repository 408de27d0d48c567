import { createHash } from 'node:crypto'
import type { Agent } from 'node:https'
import { CAPABILITIES, withoutTaps } from '@parley/shared'
import { z } from 'zod'
import type { Channel, Clock, Logger } from '../../pipeline/ports.ts'
import type { NumberRecord } from '../../pipeline/records.ts'
import { resolveWhatsAppAddress } from './address.ts'
import { WhatsAppLine } from './line.ts'
import type { AuthStorage, MediaLibrary, SentMessages } from './ports.ts'

export interface WhatsAppWebOptions {
  readonly authStorage: AuthStorage
  readonly sentMessages: SentMessages
  readonly media: MediaLibrary
  readonly clock: Clock
  readonly logger: Logger
  /** Address of WhatsApp's server; another one in tests. */
  readonly socketUrl?: string
  /** Trusts the certificate of a test server for uploads and downloads. */
  readonly tls?: { readonly agent: Agent; readonly dispatcher: unknown }
}

const settingsSchema = z.object({
  /** Shows "typing…" before an answer, for as long as a quick person would type it. */
  typing: z.boolean().catch(true),
  /** Sustained rate; far below it nobody was ever banned for speed alone, far above it everybody is. */
  messagesPerSecond: z.number().positive().max(1_000).catch(10),
  /** `text` sends choices as numbered text, for numbers whose customers do not see buttons. */
  interactive: z.enum(['native', 'text']).catch('native'),
})
export type WhatsAppWebSettings = z.infer<typeof settingsSchema>

/** Settings of a number, with what is missing or wrong replaced by the default. */
export const settingsOf = ({ settings }: NumberRecord): WhatsAppWebSettings =>
  settingsSchema.parse(settings)

const BURST_SECONDS = 3
const TEXT_ONLY = withoutTaps(CAPABILITIES['whatsapp-web'])

/** WhatsApp by its web protocol, through Baileys: any ordinary or business number, linked like a computer. */
export function whatsAppWebChannel(options: WhatsAppWebOptions): Channel {
  return {
    type: 'whatsapp-web',
    // Phones drop a message whose id they have.
    resendIsSafe: true,
    capabilities: (number, { isGroup }) => {
      const canTap = !isGroup && settingsOf(number).interactive === 'native'
      return canTap ? CAPABILITIES['whatsapp-web'] : TEXT_ONLY
    },
    pacing: (number) => {
      const { messagesPerSecond: perSecond } = settingsOf(number)
      return { perSecond, burst: Math.ceil(perSecond * BURST_SECONDS), pairGapMs: 0 }
    },
    // The form of WhatsApp's own web client, so that nothing about our messages is particular.
    newMessageId: (_number, seed) =>
      `3EB0${createHash('sha256').update(seed).digest('hex').slice(0, 18).toUpperCase()}`,
    resolveAddress: resolveWhatsAppAddress,
    connect: async (number, handlers, lease) => {
      const line = new WhatsAppLine(options, number, handlers, lease)
      await line.open()
      return line
    },
  }
}
