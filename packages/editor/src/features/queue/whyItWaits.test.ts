import { expect, test } from 'vitest'
import { whyItWaits } from './whyItWaits.ts'

const NOW = Date.parse('2026-11-21T12:00:00Z')
const waiting = { scheduledAt: null, failure: null }
const connected = { status: 'connected', statusReason: '' } as const

test('a message that is scheduled for later waits for its time, whatever its number does', () => {
  const later = { ...waiting, scheduledAt: '2026-12-24T18:00:00Z' }
  const off = { status: 'disconnected', statusReason: 'Switched off by hand.' } as const
  expect(whyItWaits(later, off, NOW)).toContain('Scheduled for')
  // Its time has come: now the number is the reason.
  const past = { ...waiting, scheduledAt: '2026-11-21T11:59:00Z' }
  expect(whyItWaits(past, off, NOW)).toBe('The number is not connected. Switched off by hand.')
})

test('an attempt that failed is the reason only while the number is connected', () => {
  const failure = { failureClass: 'transient', message: 'The platform did not answer.' }
  expect(whyItWaits({ ...waiting, failure }, connected, NOW)).toBe(
    'Will be tried again. The platform did not answer.',
  )
  const loggedOut = { status: 'loggedOut', statusReason: '' } as const
  expect(whyItWaits({ ...waiting, failure }, loggedOut, NOW)).toBe(
    'The number is not connected. Logged out',
  )
})

test('otherwise its turn comes', () => {
  expect(whyItWaits(waiting, connected, NOW)).toBe('Its turn comes in a moment.')
  expect(whyItWaits(waiting, undefined, NOW)).toBe('Its turn comes in a moment.')
})
