import { describe, expect, it } from 'vitest'
import { FakeClock } from '../testing/fakeClock.ts'
import { Pacer } from './pacing.ts'

describe('Pacer', () => {
  it('lets a burst through, then keeps the rate', async () => {
    const clock = new FakeClock()
    const pacer = new Pacer(() => ({ perSecond: 2, burst: 3, pairGapMs: 0 }), clock)
    for (const conversation of ['a', 'b', 'c']) {
      expect(pacer.delayFor(conversation)).toBe(0)
      pacer.take(conversation)
    }
    expect(pacer.delayFor('d')).toBe(500)
    await clock.advance(500)
    expect(pacer.delayFor('d')).toBe(0)
  })

  it('keeps a gap between two messages to one conversation and none between two conversations', async () => {
    const clock = new FakeClock()
    const pacer = new Pacer(
      () => ({ perSecond: Number.POSITIVE_INFINITY, burst: 1, pairGapMs: 1_000 }),
      clock,
    )
    pacer.take('a')
    expect(pacer.delayFor('a')).toBe(1_000)
    expect(pacer.delayFor('b')).toBe(0)
    await clock.advance(400)
    expect(pacer.delayFor('a')).toBe(600)
  })

  it('keeps the rate that the number has now', async () => {
    const clock = new FakeClock()
    let perSecond = 1
    const pacer = new Pacer(() => ({ perSecond, burst: 1, pairGapMs: 0 }), clock)
    pacer.take('a')
    expect(pacer.delayFor('a')).toBe(1_000)
    perSecond = 10
    expect(pacer.delayFor('a')).toBe(100)
  })

  it('holds everything back while the platform wants a pause', async () => {
    const clock = new FakeClock()
    const pacer = new Pacer(
      () => ({ perSecond: Number.POSITIVE_INFINITY, burst: 1, pairGapMs: 0 }),
      clock,
    )
    pacer.pause(5_000)
    pacer.pause(1_000)
    expect(pacer.delayFor('a')).toBe(5_000)
    await clock.advance(5_000)
    expect(pacer.delayFor('a')).toBe(0)
  })
})
