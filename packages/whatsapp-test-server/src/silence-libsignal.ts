/** How libsignal begins what it prints; some of it contains private keys. */
const LIBSIGNAL =
  /^(Closing|Removing old|Opening session|Migrating session|Session already|Decrypted message with closed|Failed to decrypt message with any|Session error)/

let isSilenced = false

/** Keeps libsignal's chatter, which goes straight to the console, out of the output of tests. */
export function silenceLibsignal(): void {
  if (isSilenced) return
  isSilenced = true
  for (const level of ['info', 'warn', 'error'] as const) {
    const print = console[level].bind(console)
    console[level] = (...values: unknown[]) => {
      if (!LIBSIGNAL.test(String(values[0]))) print(...values)
    }
  }
}
