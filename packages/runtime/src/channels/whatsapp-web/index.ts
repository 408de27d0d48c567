export type { WhatsAppWebOptions } from './options.ts'
export {
  type AuthStorage,
  CREDS_ENTRY,
  type MediaLibrary,
  type SentMessages,
  type StoredMedia,
  type VoiceNotes,
} from './ports.ts'
export { whatsAppWebChannel } from './whatsAppWebChannel.ts'
