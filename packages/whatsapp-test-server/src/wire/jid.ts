import { jidDecode } from '@whiskeysockets/baileys'

/** Address of the server itself. */
export const SERVER_JID = '@s.whatsapp.net'

/** What a jid names: an account by its phone number or its LID, perhaps one device of it. */
export interface ParsedJid {
  user: string
  device: number
  isLid: boolean
}

export function numberJid(number: string, device = 0): string {
  return device === 0 ? `${number}@s.whatsapp.net` : `${number}:${device}@s.whatsapp.net`
}

export function lidJid(lid: string, device = 0): string {
  return device === 0 ? `${lid}@lid` : `${lid}:${device}@lid`
}

/** Device 0, the phone, is written without a number. Undefined for anything that is not a jid. */
export function parseJid(jid: string): ParsedJid | undefined {
  const decoded = jidDecode(jid)
  if (!decoded) return undefined
  return { user: decoded.user, device: decoded.device ?? 0, isLid: decoded.server === 'lid' }
}

export function isGroupJid(jid: string): boolean {
  return jid.endsWith('@g.us')
}

export function isLidJid(jid: string): boolean {
  return jid.endsWith('@lid')
}
