/** What the sandbox takes as a recipient: phone digits with or without +, `digits@c.us`, or a group id `…@g.us`. */
export function resolveSandboxAddress(
  to: string,
): { address: string; aliases: readonly string[]; isGroup: boolean } | null {
  const trimmed = to.trim()
  if (/^[\w.-]{1,64}@g\.us$/.test(trimmed)) {
    return { address: trimmed, aliases: [`group:${trimmed}`], isGroup: true }
  }
  const digits = trimmed.replace(/@(c\.us|s\.whatsapp\.net)$/, '').replaceAll(/[\s()+.-]/g, '')
  // E.164 allows 15 digits; shorter than 5 is no number of a person anywhere.
  if (!/^\d{5,15}$/.test(digits)) return null
  return { address: digits, aliases: [`phone:${digits}`], isGroup: false }
}
