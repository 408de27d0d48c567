const KEY = 'parley.recentEmoji'
const MAX_RECENT = 24

/** The emoji that were taken last on this device, the newest first. */
export function recentEmoji(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((sign) => typeof sign === 'string') : []
  } catch {
    // A browser that keeps nothing, or something else under this name: then there are none.
    return []
  }
}

export function rememberEmoji(sign: string): void {
  const signs = [sign, ...recentEmoji().filter((each) => each !== sign)].slice(0, MAX_RECENT)
  try {
    localStorage.setItem(KEY, JSON.stringify(signs))
  } catch {
    // Nothing is lost but a convenience.
  }
}
