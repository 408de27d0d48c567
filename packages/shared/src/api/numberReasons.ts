/**
 * What the server says about the state of a number, by name: the editor says the same in its own language. A `{value}`
 * is filled in.
 */
export const NUMBER_REASONS = {
  sandboxReady: 'Ready. Messages stay inside Parley.',
  notConnectedYet: 'Not connected yet. Connect it to link a phone.',
  notAvailable:
    'Numbers of the channel {channel} can be prepared, but not connected in this version',
  disconnected: 'Disconnected. Messages to send wait in the queue.',
  notOpened: 'The connection could not be opened. Look at the log, then connect again.',
  connecting: 'Connecting to WhatsApp…',
  connected: 'Connected to WhatsApp.',
  scan: 'Open WhatsApp on the phone, go to Linked devices, and scan this code.',
  typeCode:
    'Open WhatsApp on the phone, go to Linked devices, “Link with phone number”, and type {code}.',
  notScanned:
    'Nobody scanned the QR code in time. Press "Connect" for a new one when the phone is at hand.',
  linked: 'Linked. Logging in…',
  loggedOut:
    'WhatsApp has logged this number out: the device was removed on the phone. Press "Connect" and scan the QR code again.',
  blocked:
    'WhatsApp has blocked this number. Open WhatsApp on the phone to see why; connecting again before that makes it worse.',
  usedElsewhere:
    'This login is in use somewhere else. Trying once more in a minute; if another program uses this number, stop it there.',
  replaced: 'This login is in use somewhere else. Stop the other program, then press "Connect".',
  outdated: 'WhatsApp wants a newer version of its web client. Trying again in a few minutes.',
  lost: 'The connection to WhatsApp was lost. Reconnecting by itself; messages wait.',
  closed: 'WhatsApp closed the connection (code {code}). Trying again.',
  keepsClosing:
    'WhatsApp keeps closing the connection (code {code}). Press "Connect" to try again.',
} as const

export type NumberReason = keyof typeof NUMBER_REASONS

/** The sentence of that name, with `values` in place of its `{value}`. */
export const numberReason = (
  name: NumberReason,
  values: Readonly<Record<string, string | number>> = {},
): string =>
  NUMBER_REASONS[name].replaceAll(/\{(\w+)\}/gu, (whole, value: string) =>
    String(values[value] ?? whole),
  )

/** Which of the sentences one is, and with which values; null for words of somebody else. */
export function readNumberReason(
  sentence: string,
): { readonly name: NumberReason; readonly values: Readonly<Record<string, string>> } | null {
  for (const { name, pattern } of PATTERNS) {
    const match = pattern.exec(sentence)
    if (match) return { name, values: { ...match.groups } }
  }
  return null
}

// The keys of the sentences are their names.
const PATTERNS = (Object.keys(NUMBER_REASONS) as NumberReason[]).map((name) => ({
  name,
  pattern: toPattern(NUMBER_REASONS[name]),
}))

function toPattern(sentence: string): RegExp {
  const source = sentence
    .replaceAll(/[.*+?^$()|[\]\\/]/gu, String.raw`\$&`)
    .replaceAll(/\{(\w+)\}/gu, '(?<$1>.+)')
  return new RegExp(`^${source}$`, 'u')
}
