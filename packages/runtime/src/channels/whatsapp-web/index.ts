export { type AuthStorage, CREDS_ENTRY, type MediaLibrary, type SentMessages } from './ports.ts'
export { type WhatsAppWebOptions, whatsAppWebChannel } from './whatsAppWebChannel.ts'
