export type { AddressMode } from './accounts/account.ts'
export type { LinkedDevice } from './accounts/linked-device.ts'
export type { TypingState } from './accounts/main-device.ts'
export type { StreamEnd } from './client.ts'
export type { Group, GroupAddressing } from './groups/group.ts'
export { Journal } from './journal.ts'
export type {
  BrokenMedia,
  ChoiceContent,
  MediaContent,
  PhoneContent,
  SendOptions,
  TapContent,
} from './phone/content.ts'
export type { AutomaticReceipts, InboxSettings, Undecryptable } from './phone/inbox.ts'
export type { ReceiptKind } from './phone/receipts.ts'
export type {
  ReceivedButton,
  ReceivedMedia,
  ReceivedMessage,
  ReceivedSection,
  ReceivedType,
} from './phone/received-message.ts'
export type { To } from './phone/recipient.ts'
export type { SeenReceipt, SeenTyping, VirtualPhone } from './phone/virtual-phone.ts'
export {
  type NewGroupOptions,
  type PhoneOptions,
  type ServerOptions,
  startWhatsAppTestServer,
  type WhatsAppTestServer,
} from './server.ts'
export { silenceLibsignal } from './silence-libsignal.ts'
export type { MessageRefusal, Troubles } from './troubles/troubles.ts'
export { trustTestServer } from './trust.ts'
