import { WEEKDAYS } from './nodes/fields.ts'
import { type LocalTime, localTimeOf } from './time.ts'

interface Place {
  readonly timeZone: string
  readonly language: string
}

/** Fields of the Liquid (Ruby) date format, by letter. */
const FIELDS: Readonly<Record<string, (local: LocalTime, at: number, place: Place) => string>> = {
  Y: ({ year }) => String(year),
  y: ({ year }) => pad(year % 100),
  m: ({ month }) => pad(month),
  d: ({ day }) => pad(day),
  e: ({ day }) => String(day).padStart(2, ' '),
  H: ({ hour }) => pad(hour),
  k: ({ hour }) => String(hour).padStart(2, ' '),
  I: ({ hour }) => pad(twelve(hour)),
  l: ({ hour }) => String(twelve(hour)).padStart(2, ' '),
  M: ({ minute }) => pad(minute),
  S: ({ second }) => pad(second),
  p: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  P: ({ hour }) => (hour < 12 ? 'am' : 'pm'),
  s: (_, at) => String(Math.floor(at / 1_000)),
  j: ({ year, month, day }) => pad(dayOfYear(year, month, day), 3),
  u: ({ weekday }) => String(WEEKDAYS.indexOf(weekday) + 1),
  w: ({ weekday }) => String((WEEKDAYS.indexOf(weekday) + 1) % 7),
  A: (_, at, place) => named(at, place, { weekday: 'long' }),
  a: (_, at, place) => named(at, place, { weekday: 'short' }),
  B: (_, at, place) => named(at, place, { month: 'long' }),
  b: (_, at, place) => named(at, place, { month: 'short' }),
  h: (_, at, place) => named(at, place, { month: 'short' }),
  F: (local) => `${local.year}-${pad(local.month)}-${pad(local.day)}`,
  D: ({ year, month, day }) => `${pad(month)}/${pad(day)}/${pad(year % 100)}`,
  R: ({ hour, minute }) => `${pad(hour)}:${pad(minute)}`,
  T: ({ hour, minute, second }) => `${pad(hour)}:${pad(minute)}:${pad(second)}`,
  x: (_, at, place) => named(at, place, { dateStyle: 'short' }),
  X: (_, at, place) => named(at, place, { timeStyle: 'short' }),
  Z: (_, __, { timeZone }) => timeZone,
  n: () => '\n',
  '%': () => '%',
}

/** An instant as a format says, for example `%d.%m.%Y %H:%M`; `%-d` leaves out the padding. Unknown letters stay. */
export function formatDate(at: number, format: string, place: Place): string {
  // Beyond what Date can hold.
  if (Math.abs(at) > 8.64e15) return ''
  const local = localTimeOf(at, place.timeZone)
  return format.replace(/%(-?)([A-Za-z%])/g, (whole, minus: string, letter: string) => {
    const field = FIELDS[letter]
    if (!field) return whole
    const text = field(local, at, place)
    return minus === '' ? text : text.replace(/^[0 ]+(?=.)/, '')
  })
}

const pad = (value: number, length = 2) => String(value).padStart(length, '0')
const twelve = (hour: number) => hour % 12 || 12
const dayOfYear = (year: number, month: number, day: number) =>
  (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000

const named = (at: number, { timeZone, language }: Place, options: Intl.DateTimeFormatOptions) =>
  formatter(dateFormatters, language, { timeZone, ...options }, Intl.DateTimeFormat).format(at)

/** A number as people of a language write it. */
export const formatNumber = (
  value: number,
  language: string,
  options: Intl.NumberFormatOptions,
): string => formatter(numberFormatters, language, options, Intl.NumberFormat).format(value)

const MAX_FORMATTERS = 200
const dateFormatters = new Map<string, Intl.DateTimeFormat>()
const numberFormatters = new Map<string, Intl.NumberFormat>()

/** Making a formatter takes a hundred times as long as using it. */
function formatter<Options, Formatter>(
  known: Map<string, Formatter>,
  language: string,
  options: Options,
  make: new (language: string, options: Options) => Formatter,
): Formatter {
  const key = language + JSON.stringify(options)
  const found = known.get(key)
  if (found) return found
  if (known.size >= MAX_FORMATTERS) known.clear()
  const made = new make(knownLanguage(language), options)
  known.set(key, made)
  return made
}

/** Intl throws for tags that are not well formed. */
function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
