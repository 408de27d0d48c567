import type { Agent } from 'node:https'
import { z } from 'zod'
import type { Clock, Logger } from '../../pipeline/ports.ts'
import type { NumberRecord } from '../../pipeline/records.ts'
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
  /** Digits of the phone on which a code will be typed instead of scanning; empty for scanning alone. */
  pairingPhone: z.string().catch(''),
})
export type WhatsAppWebSettings = z.infer<typeof settingsSchema>

/** Settings of a number, with what is missing or wrong replaced by the default. */
export const settingsOf = ({ settings }: NumberRecord): WhatsAppWebSettings =>
  settingsSchema.parse(settings)
