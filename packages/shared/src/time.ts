import { WEEKDAYS, type Weekday } from './nodes/fields.ts'

/** Calendar arithmetic in a named time zone. Instants are epoch milliseconds and always come from outside. */

const DAY_MS = 86_400_000

/** What clock and calendar on the wall show. */
export interface LocalTime {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly weekday: Weekday
}

/** Building a formatter takes longer than everything else here. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timeZone, formatter)
  return formatter
}

/** Milliseconds that the zone's clocks are ahead of UTC at an instant. */
function offsetAt(at: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0
  const parts: Record<string, number> = {}
  for (const { type, value } of formatterOf(timeZone).formatToParts(at)) parts[type] = Number(value)
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000
}

export function localTimeOf(at: number, timeZone: string): LocalTime {
  const shifted = new Date(at + offsetAt(at, timeZone))
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: WEEKDAYS[(shifted.getUTCDay() + 6) % 7] ?? 'mon',
  }
}

/** The instant at which the zone's clocks show this; an hour that daylight saving skips is taken as the one after. */
export function instantOf(
  local: Pick<LocalTime, 'year' | 'month' | 'day' | 'hour' | 'minute'>,
  timeZone: string,
): number {
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute)
  const guess = asUtc - offsetAt(asUtc, timeZone)
  // The offset at the guess may differ from the one at the same hour of UTC, around a change of clocks.
  return asUtc - offsetAt(guess, timeZone)
}

const pad = (value: number, length = 2) => String(value).padStart(length, '0')

/** YYYY-MM-DD. */
export const isoDateOf = ({
  year,
  month,
  day,
}: Pick<LocalTime, 'year' | 'month' | 'day'>): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`

/** HH:MM. */
export const clockTimeOf = ({ hour, minute }: Pick<LocalTime, 'hour' | 'minute'>): string =>
  `${pad(hour)}:${pad(minute)}`

/** True for a day that the calendar has. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The next instant, later than `at`, at which the zone's clocks show `time` on one of `days` (none: any day). */
export function nextTimeOfDay(
  at: number,
  { time, days, timeZone }: { time: string; days: readonly Weekday[]; timeZone: string },
): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  // Eight days, because today's time may be over and today may be the only day allowed.
  for (let ahead = 0; ahead <= 8; ahead++) {
    const local = localTimeOf(at + ahead * DAY_MS, timeZone)
    const candidate = instantOf({ ...local, hour, minute }, timeZone)
    if (candidate > at && (days.length === 0 || days.includes(local.weekday))) return candidate
  }
  return at + DAY_MS
}

/** Hours of the week; `from` later than `to` means over midnight, and the day is the one on which they begin. */
export interface Hours {
  readonly days: readonly Weekday[]
  readonly from: string
  readonly to: string
}

export function isWithinHours(at: number, { days, from, to }: Hours, timeZone: string): boolean {
  const local = localTimeOf(at, timeZone)
  const time = clockTimeOf(local)
  const isDay = (day: Weekday) => days.length === 0 || days.includes(day)
  if (from < to) return isDay(local.weekday) && time >= from && time < to
  // From 22:00 to 06:00; equal times mean around the clock.
  if (time >= from) return isDay(local.weekday)
  return time < to && isDay(dayBefore(local.weekday))
}

const dayBefore = (day: Weekday): Weekday => WEEKDAYS[(WEEKDAYS.indexOf(day) + 6) % 7] ?? 'sun'
