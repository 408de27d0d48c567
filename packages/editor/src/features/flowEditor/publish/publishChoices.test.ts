import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../../i18n/withCanvasTexts.ts'
import { dueAtOf, problemOf, usualChoices, zoneOf } from './publishChoices.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-21T23:30:00Z'), toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the time of a scheduled publish', () => {
  it('is tomorrow morning at first, by the clocks of the zone', () => {
    expect(usualChoices('Europe/Berlin').time).toBe('2026-11-23T09:00')
    expect(usualChoices('America/New_York').time).toBe('2026-11-22T09:00')
  })

  it.each([
    ['2026-12-01T09:00', 'Europe/Berlin', '2026-12-01T08:00:00.000Z'],
    ['2026-07-01T09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
    ['2026-12-01T09:00:07', 'Asia/Kolkata', '2026-12-01T03:30:07.000Z'],
  ])('%s in %s is %s', (time, zone, instant) => {
    expect(new Date(dueAtOf({ time }, zone) ?? 0).toISOString()).toBe(instant)
  })

  it.each([
    ['is missing', '', false],
    ['is over', '2026-11-22T00:29', false],
    ['is to come', '2026-11-22T00:31', true],
  ])('%s: %s', (_, time, isFine) => {
    const choices = { ...usualChoices('UTC'), when: 'later', time } as const
    expect(problemOf(choices, 'Europe/Berlin') === undefined).toBe(isFine)
  })
})

it.each([
  ['1', true],
  ['99', true],
  ['0', false],
  ['100', false],
  ['1.5', false],
  ['', false],
])('a share of "%s" per cent: %s', (percentage, isFine) => {
  const choices = { ...usualChoices('UTC'), audience: 'percentage', percentage } as const
  expect(problemOf(choices, 'UTC') === undefined).toBe(isFine)
})

it('takes the zone of the flow, unless it is none', () => {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  expect(zoneOf({ timeZone: 'Asia/Tokyo' })).toBe('Asia/Tokyo')
  expect(zoneOf({ timeZone: 'Mars/Base' })).toBe(own)
  expect(zoneOf({})).toBe(own)
})
