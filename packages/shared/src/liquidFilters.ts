import type { Context, FilterImplOptions } from 'liquidjs'
import { formatDate, formatNumber } from './dateFormat.ts'
import { instantOf, isCalendarDate, isoDateOf, localTimeOf } from './time.ts'

/** What filters know of the moment; it comes with the event, never from the machine. */
export interface LiquidClock {
  /** Epoch milliseconds. */
  readonly at: number
  readonly timeZone: string
  /** BCP 47 tag, for names of months and for separators in numbers. */
  readonly language: string
  /** A number in [0, 1), the next of the step's sequence. */
  readonly random: () => number
}

const CLOCK = 'clock'
const NO_CLOCK: LiquidClock = { at: 0, timeZone: 'UTC', language: 'en', random: () => 0 }

/** Registers are a rendering's own notes, which no template can name. */
export const setClock = (context: Context, clock: LiquidClock): void => {
  context.setRegister(CLOCK, clock)
}
const clockOf = (context: Context): LiquidClock => context.getRegister(CLOCK, NO_CLOCK)

/** Filters of liquidjs that read the machine's clock or zone, or use chance, or belong to web pages. */
export const REMOVED_FILTERS = [
  'sample',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'hmac_sha256',
  'sha256',
  'where_exp',
  'reject_exp',
  'group_by_exp',
  'has_exp',
  'find_exp',
  'find_index_exp',
] as const

/** Formatting in a language takes far longer than copying characters. */
const FORMATTING_COST = 4
const FORMATTED_NUMBER_COST = 40

const DAY_MS = 86_400_000
const DEFAULT_DATE_FORMAT = '%Y-%m-%d %H:%M'

export const liquidFilters: Readonly<Record<string, FilterImplOptions>> = {
  /** `now | date: "%d.%m.%Y"`: an instant, an ISO date or seconds since 1970, in the flow's time zone. */
  date(value: unknown, format: unknown) {
    const clock = clockOf(this.context)
    const at = toInstant(value, clock)
    if (at === null) return value
    const text = formatDate(at, typeof format === 'string' ? format : DEFAULT_DATE_FORMAT, clock)
    this.context.memoryLimit.use(text.length * FORMATTING_COST)
    return text
  },
  /** `today | add_days: 3`: an ISO date. */
  add_days(value: unknown, days: unknown) {
    const clock = clockOf(this.context)
    const at = toInstant(value, clock)
    const count = Number(days)
    if (at === null || !Number.isFinite(count)) return value
    const { year, month, day } = localTimeOf(at, clock.timeZone)
    const moved = new Date(Date.UTC(year, month - 1, day) + Math.trunc(count) * DAY_MS)
    if (Number.isNaN(moved.getTime())) return value
    return isoDateOf({
      year: moved.getUTCFullYear(),
      month: moved.getUTCMonth() + 1,
      day: moved.getUTCDate(),
    })
  },
  /** `1234.5 | number: 2`: with the separators of the flow's language. */
  number(value: unknown, decimals: unknown) {
    const digits = toDigits(decimals)
    this.context.memoryLimit.use(FORMATTED_NUMBER_COST)
    const options =
      digits === null ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }
    return showNumber(value, clockOf(this.context).language, options)
  },
  /** `total | money: "EUR"`. */
  money(value: unknown, currency: unknown) {
    if (typeof currency !== 'string' || !/^[A-Za-z]{3}$/.test(currency)) return value
    this.context.memoryLimit.use(FORMATTED_NUMBER_COST)
    return showNumber(value, clockOf(this.context).language, { style: 'currency', currency })
  },
  /** One item of a list, by chance. */
  pick(value: unknown) {
    if (!Array.isArray(value)) return value
    const items: readonly unknown[] = value
    return items[Math.floor(clockOf(this.context).random() * items.length)]
  },
}

/** Epoch milliseconds of what an author calls a date; null when it is none. */
function toInstant(value: unknown, { at, timeZone }: LiquidClock): number | null {
  if (value === 'now' || value === 'today') return at
  if (typeof value === 'number') return Number.isFinite(value) ? value * 1_000 : null
  if (typeof value !== 'string') return null
  if (/^\d{9,11}$/.test(value)) return Number(value) * 1_000
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(
      value,
    )
  if (!match) return null
  const [, year, month, day, hour = 0, minute = 0] = match.map((part) => Number(part))
  if (year === undefined || month === undefined || day === undefined) return null
  if (!isCalendarDate(year, month, day)) return null
  if (match[6] !== undefined) {
    const instant = Date.parse(value.replace(' ', 'T'))
    return Number.isNaN(instant) ? null : instant
  }
  return instantOf({ year, month, day, hour: hour || 0, minute: minute || 0 }, timeZone)
}

const MAX_DECIMALS = 20

function toDigits(decimals: unknown): number | null {
  const digits = Number(decimals)
  if (decimals === undefined || !Number.isInteger(digits) || digits < 0) return null
  return Math.min(digits, MAX_DECIMALS)
}

function showNumber(value: unknown, language: string, options: Intl.NumberFormatOptions): unknown {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return value
  return formatNumber(number, language, options)
}
