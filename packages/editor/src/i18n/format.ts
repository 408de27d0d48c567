import { isolate, formatLocale as locale } from './t.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** "14:05" or "2:05 PM", by the language. */
export const formatTime = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit' }).format(at)

/** "21 Nov 2026". */
export const formatDate = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(at)

/** Date and time, for tooltips and details. */
export const formatDateTime = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at)

/** Date and time as the clocks of a zone show them; the zone itself is to be said beside it. */
export const formatInZone = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    at,
  )

export const formatNumber = (value: number): string => new Intl.NumberFormat(locale()).format(value)

/** "just now", "5 minutes ago", "yesterday", and a date from a week on. */
export function formatAgo(at: number, now: number = Date.now()): string {
  const passed = now - at
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  if (Math.abs(passed) < MINUTE_MS) return relative.format(0, 'second')
  if (passed < HOUR_MS) return relative.format(-Math.floor(passed / MINUTE_MS), 'minute')
  if (passed < DAY_MS) return relative.format(-Math.floor(passed / HOUR_MS), 'hour')
  if (passed < 7 * DAY_MS) return relative.format(-Math.floor(passed / DAY_MS), 'day')
  return formatDate(at)
}

/** For lists of conversations: the time today, the weekday this week, the date before. */
export function formatWhen(at: number, now: number = Date.now()): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS)
  if (days <= 0) return formatTime(at)
  if (days < 7) return new Intl.DateTimeFormat(locale(), { weekday: 'short' }).format(at)
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short' }).format(at)
}

/** For the day line in a thread: "Today", "Yesterday", "Monday, 3 November". */
export function formatDay(at: number, now: number = Date.now()): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS)
  if (days < 2) {
    const word = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-days, 'day')
    return word.charAt(0).toLocaleUpperCase(locale()) + word.slice(1)
  }
  return new Intl.DateTimeFormat(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(days > 300 && { year: 'numeric' }),
  }).format(at)
}

/** "Ana, Ben and Cem". */
export const formatList = (items: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items)

/** "Shop · +49 151 2345": what stands side by side, each in its own direction. */
export const formatParts = (parts: readonly (string | false | undefined | null)[]): string =>
  parts
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .map((part) => isolate(part))
    .join(' · ')

/** "40%", from 0.4. */
export const formatShare = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent' }).format(share)

export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(
    units.length - 1,
    bytes > 0 ? Math.floor(Math.log(bytes) / Math.log(1_000)) : 0,
  )
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1_000 ** step)
}

function startOfDay(at: number): number {
  const day = new Date(at)
  day.setHours(0, 0, 0, 0)
  return day.getTime()
}
