import { describe, expect, it } from 'vitest'
import { ChannelError } from './errors.ts'
import { decide, MAX_ATTEMPTS, toChannelError } from './retry.ts'

const error = (failureClass: ChannelError['failureClass'], retryAfterMs?: number) =>
  new ChannelError(failureClass, 'no', retryAfterMs === undefined ? {} : { retryAfterMs })

describe('decide', () => {
  it('tries again later and later when the platform is in trouble, then gives up', () => {
    const delays = [1, 2, 3].map((attempts) => decide(error('transient'), attempts, 0.5))
    expect(delays).toEqual(
      [2_000, 4_000, 8_000].map((delayMs) => ({ do: 'retry', delayMs, scope: 'conversation' })),
    )
    expect(decide(error('transient'), MAX_ATTEMPTS, 0.5)).toEqual({ do: 'giveUp' })
  })

  it('spreads retries by a quarter to either side', () => {
    expect(decide(error('transient'), 1, 0)).toMatchObject({ delayMs: 1_500 })
    expect(decide(error('transient'), 1, 1)).toMatchObject({ delayMs: 2_500 })
  })

  it('waits as long as the platform asks', () => {
    expect(decide(error('rateNumber', 7_000), 1, 0.5)).toEqual({
      do: 'retry',
      delayMs: 7_000,
      scope: 'number',
    })
  })

  it('lets only the conversation wait when the pair is too fast, and never gives up on it', () => {
    expect(decide(error('ratePair'), 2, 0.5)).toEqual({
      do: 'retry',
      delayMs: 4_000,
      scope: 'conversation',
    })
    expect(decide(error('ratePair'), 50, 0.5)).toMatchObject({ do: 'retry' })
  })

  it.each([
    'ambiguous',
    'windowClosed',
    'recipientGone',
    'optedOut',
    'template',
    'invalid',
  ] as const)('never repeats %s', (failureClass) => {
    expect(decide(error(failureClass), 1, 0.5)).toEqual({ do: 'giveUp' })
  })

  it('keeps what cannot go because the number is offline', () => {
    expect(decide(error('offline'), 40, 0.5)).toEqual({ do: 'keep' })
  })
})

it('takes an error that is no ChannelError as a bug, which is not repeated and hides its words', () => {
  const bug = new TypeError('secret detail')
  const wrapped = toChannelError(bug)
  expect(wrapped.failureClass).toBe('ambiguous')
  expect(wrapped.message).not.toContain('secret')
  expect(wrapped.cause).toBe(bug)
})
