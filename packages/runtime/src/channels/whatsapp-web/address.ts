import type { Alias } from '../../pipeline/records.ts'

export interface ResolvedAddress {
  readonly address: string
  readonly aliases: readonly Alias[]
  readonly isGroup: boolean
}

/** Digits of a phone, a WhatsApp id in any of its spellings, or a group id; null when it can be none of them. */
export function resolveWhatsAppAddress(to: string): ResolvedAddress | null {
  const trimmed = to.trim()
  if (/^[\d-]{5,40}@g\.us$/.test(trimmed)) {
    return { address: trimmed, aliases: [`group:${trimmed}`], isGroup: true }
  }
  if (/^\d{5,20}@lid$/.test(trimmed)) {
    return { address: trimmed, aliases: aliasesOf(trimmed), isGroup: false }
  }
  const digits = trimmed.replace(/@(c\.us|s\.whatsapp\.net)$/, '').replaceAll(/[\s()+.-]/g, '')
  // E.164: at most 15 digits.
  if (!/^\d{5,15}$/.test(digits)) return null
  const address = `${digits}@s.whatsapp.net`
  return { address, aliases: aliasesOf(address), isGroup: false }
}

/** How a WhatsApp id recognises a contact. The digits of a LID are never a phone number. */
export function aliasesOf(...jids: readonly (string | null | undefined)[]): readonly Alias[] {
  return jids.flatMap((jid) => {
    if (!jid) return []
    // `user_agent:device@server`: the device and the agent say nothing about the person.
    const [, user, server] = /^([^@:_]+)(?:_\d+)?(?::\d+)?@(.+)$/.exec(jid) ?? []
    if (!user) return []
    if (server === 'lid') return [`lid:${user}`]
    if (server === 's.whatsapp.net' || server === 'c.us') return [`phone:${user}`]
    return []
  })
}
