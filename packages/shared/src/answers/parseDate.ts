import { toAsciiDigits } from '../choices.ts'
import { foldText } from '../text.ts'
import { isCalendarDate, isoDateOf } from '../time.ts'

export interface DateContext {
  readonly order: 'dayFirst' | 'monthFirst'
  readonly language: string
  /** YYYY-MM-DD. */
  readonly today: string
}

/**
 * A date as YYYY-MM-DD: "2026-12-24", "24.12.2026", "24/12/26", "24 Dec 2026", "December 24", "24 de diciembre de
 * 2026". Without a year it is the next such day. Null when it is none, or one that the calendar does not have.
 */
export function parseDate(text: string, { order, language, today }: DateContext): string | null {
  const plain = foldText(toAsciiDigits(text)).replace(/[年月日]/g, ' ')
  const month = findMonth(plain, language)
  const numbers = plain.match(/\d+/g) ?? []
  const words = plain.replace(/[\d\p{P}\s]+/gu, ' ').trim()
  // "about 12 or 13 people" is not a date: beside digits there may be a month, and the small words of a date.
  if (month === null && words !== '') return null
  if (month !== null && numbers.length > 2) return null
  const parts = month === null ? readNumbers(numbers, order) : readNamed(numbers, month)
  return parts === null ? null : toIsoDate(parts, today)
}

interface Parts {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

function readNumbers(numbers: readonly string[], order: DateContext['order']): Parts | null {
  const [first, second, third, ...rest] = numbers
  if (first === undefined || second === undefined || rest.length > 0) return null
  if (first.length === 4) {
    return third === undefined
      ? null
      : { year: Number(first), month: Number(second), day: Number(third) }
  }
  if (first.length > 2 || second.length > 2) return null
  const [a, b] = [Number(first), Number(second)]
  const year = third === undefined ? null : readYear(third)
  if (year === undefined) return null
  // A number above twelve can only be the day, whatever the order.
  const isMonthFirst = b > 12 || (order === 'monthFirst' && a <= 12)
  return isMonthFirst ? { year, month: a, day: b } : { year, month: b, day: a }
}

function readNamed(numbers: readonly string[], month: number): Parts | null {
  const [first, second] = numbers
  if (first === undefined) return null
  // "2026 December 24" or "24 December 2026".
  const [day, yearText] = first.length === 4 ? [second, first] : [first, second]
  if (day === undefined || day.length > 2) return null
  const year = yearText === undefined ? null : readYear(yearText)
  return year === undefined ? null : { year, month, day: Number(day) }
}

/** Undefined when it cannot be a year. Two digits are kept and completed once today is known. */
const readYear = (text: string): number | undefined =>
  text.length === 4 || text.length === 2 ? Number(text) : undefined

/** Two digits mean up to this many years ahead; beyond it, the last century, as in dates of birth. */
const YEARS_AHEAD = 20

function toIsoDate({ year, month, day }: Parts, today: string): string | null {
  const thisYear = Number(today.slice(0, 4))
  if (year === null) {
    // 29 February comes within eight years.
    for (let ahead = 0; ahead <= 8; ahead++) {
      const date = { year: thisYear + ahead, month, day }
      if (isCalendarDate(date.year, month, day) && isoDateOf(date) >= today) return isoDateOf(date)
    }
    return null
  }
  const whole = year >= 100 ? year : completeYear(year, thisYear)
  return isCalendarDate(whole, month, day) ? isoDateOf({ year: whole, month, day }) : null
}

function completeYear(lastDigits: number, thisYear: number): number {
  const inThisCentury = Math.floor(thisYear / 100) * 100 + lastDigits
  return inThisCentury > thisYear + YEARS_AHEAD ? inThisCentury - 100 : inThisCentury
}

const monthNames = new Map<string, readonly string[]>()

/** Folded names of the months in a language, January first. */
function monthNamesOf(language: string): readonly string[] {
  const known = monthNames.get(language)
  if (known) return known
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const names = Array.from({ length: 12 }, (_, index) =>
    foldText(format.format(Date.UTC(2026, index, 15))),
  )
  monthNames.set(language, names)
  return names
}

/** The month that a word names, in full or by its first three letters, in the language or in English. */
function findMonth(plain: string, language: string): number | null {
  for (const names of [safeMonthNames(language), monthNamesOf('en')]) {
    for (const word of plain.match(/\p{L}{3,}/gu) ?? []) {
      const matching = names.flatMap((name, index) => (name.startsWith(word) ? [index + 1] : []))
      const [month] = matching
      if (month !== undefined && matching.length === 1) return month
    }
  }
  return null
}

function safeMonthNames(language: string): readonly string[] {
  try {
    return monthNamesOf(language)
  } catch {
    return []
  }
}
