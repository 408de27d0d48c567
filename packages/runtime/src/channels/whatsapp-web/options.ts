import type { Agent } from 'node:https'
import { readWhatsAppSettings, type WhatsAppSettings } from '@parley/shared'
import type { Clock, Logger } from '../../pipeline/ports/services.ts'
import type { NumberRecord } from '../../pipeline/records.ts'
import type { AuthStorage, MediaLibrary, SentMessages, VoiceNotes } from './ports.ts'

export interface WhatsAppWebOptions {
  readonly authStorage: AuthStorage
  readonly sentMessages: SentMessages
  readonly media: MediaLibrary
  /** Absent: voice notes go out as what they are. */
  readonly voiceNotes?: VoiceNotes
  readonly clock: Clock
  readonly logger: Logger
  /** Address of WhatsApp's server; another one in tests. */
  readonly socketUrl?: string
  /** How long each of the QR codes is shown; as long as WhatsApp itself shows them when absent. */
  readonly qrTimeoutMs?: number
  /** Trusts the certificate of a test server for uploads and downloads. */
  readonly tls?: { readonly agent: Agent; readonly dispatcher: unknown }
}

export interface WhatsAppWebSettings extends WhatsAppSettings {
  /** Digits of the phone on which a code will be typed instead of scanning; empty for scanning alone. */
  readonly pairingPhone: string
}

/** Settings of a number, with what is missing or wrong replaced by the default. */
export const settingsOf = ({ settings }: NumberRecord): WhatsAppWebSettings => ({
  ...readWhatsAppSettings(settings),
  pairingPhone: typeof settings.pairingPhone === 'string' ? settings.pairingPhone : '',
})
