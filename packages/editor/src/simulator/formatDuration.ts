import { formatLocale } from '../i18n/t.ts'

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

/** "2 hours, 5 minutes": the two largest units that say something. */
export function formatDuration(ms: number): string {
  const locale = formatLocale()
  let rest = Math.max(0, Math.round(ms / 1_000) * 1_000)
  const parts: string[] = []
  for (const [unit, length] of UNITS) {
    const count = Math.floor(rest / length)
    if (count === 0 && !(unit === 'second' && parts.length === 0)) continue
    rest -= count * length
    parts.push(
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    )
  }
  return new Intl.ListFormat(locale, { type: 'unit' }).format(parts.slice(0, 2))
}
