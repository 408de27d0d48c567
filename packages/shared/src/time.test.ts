import { describe, expect, it } from 'vitest'
import { instantOf, isCalendarDate, isWithinHours, localTimeOf, nextTimeOfDay } from './time.ts'

const at = (iso: string) => Date.parse(iso)

describe('time in a zone', () => {
  it.each([
    ['2026-07-01T12:00Z', 'Europe/Berlin', { hour: 14, day: 1, weekday: 'wed' }],
    ['2026-12-31T23:30Z', 'Asia/Kathmandu', { year: 2027, month: 1, day: 1, hour: 5, minute: 15 }],
    ['1969-12-31T23:59Z', 'UTC', { year: 1969, hour: 23 }],
  ])('%s in %s', (instant, zone, local) => {
    expect(localTimeOf(at(instant), zone)).toMatchObject(local)
  })

  it('takes an hour that is skipped as the one after, and one that comes twice as one of the two', () => {
    const skipped = { year: 2026, month: 3, day: 29, hour: 2, minute: 30 }
    expect(localTimeOf(instantOf(skipped, 'Europe/Berlin'), 'Europe/Berlin').hour).toBe(3)
    const twice = { year: 2026, month: 10, day: 25, hour: 2, minute: 30 }
    expect(localTimeOf(instantOf(twice, 'Europe/Berlin'), 'Europe/Berlin').hour).toBe(2)
  })

  it.each([
    ['09:00', [], '2026-01-05T09:00Z', '2026-01-06T09:00Z'],
    ['09:01', [], '2026-01-05T09:00Z', '2026-01-05T09:01Z'],
    ['09:00', ['mon' as const], '2026-01-05T09:00Z', '2026-01-12T09:00Z'],
    ['08:00', ['sun' as const, 'wed' as const], '2026-01-05T09:00Z', '2026-01-07T08:00Z'],
  ])('the next %s on %j after %s is %s', (time, days, after, next) => {
    expect(nextTimeOfDay(at(after), { time, days, timeZone: 'UTC' })).toBe(at(next))
  })

  it.each([
    ['09:00', '17:00', '2026-01-05T09:00Z', true],
    ['09:00', '17:00', '2026-01-05T17:00Z', false],
    ['22:00', '06:00', '2026-01-06T05:59Z', true],
    ['22:00', '06:00', '2026-01-05T05:59Z', false],
    ['00:00', '00:00', '2026-01-05T12:00Z', true],
  ])('Mondays from %s to %s hold at %s: %s', (from, to, instant, holds) => {
    expect(isWithinHours(at(instant), { days: ['mon'], from, to }, 'UTC')).toBe(holds)
  })

  it('knows the calendar', () => {
    expect([isCalendarDate(2028, 2, 29), isCalendarDate(2026, 2, 29)]).toEqual([true, false])
    expect([isCalendarDate(2026, 13, 1), isCalendarDate(2026, 4, 31)]).toEqual([false, false])
  })
})
