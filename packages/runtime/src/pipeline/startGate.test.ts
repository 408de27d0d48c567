import { describe, expect, it } from 'vitest'
import { FakeClock } from '../testing/fakeClock.ts'
import { StartGate } from './startGate.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Lines a, b, c… at a gate with two places. */
function aGate(names: readonly string[]) {
  const clock = new FakeClock()
  const gate = new StartGate({ places: 2, clock, random: () => 0.5 })
  const begun: string[] = []
  const leave = new Map<string, () => void>()
  const aborts = new Map(names.map((name) => [name, new AbortController()]))
  for (const name of names) {
    const { signal } = aborts.get(name) ?? new AbortController()
    void gate.enter(signal).then((leaveGate) => {
      if (!leaveGate) return
      begun.push(name)
      leave.set(name, leaveGate)
    })
  }
  return { clock, begun, leave, aborts, enter: () => gate.enter(new AbortController().signal) }
}

describe('the gate for lines that are opened', () => {
  it('lets as many begin as there are places, and the next when one stands', async () => {
    const { clock, begun, leave } = aGate(['a', 'b', 'c', 'd'])
    await turn()
    expect(begun).toEqual(['a', 'b'])
    leave.get('b')?.()
    leave.get('b')?.()
    await turn()
    await clock.advance(100)
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  it('takes the place of a line that does not come up', async () => {
    const { clock, begun } = aGate(['sick', 'sicker', 'well'])
    await clock.advance(1_900)
    expect(begun).toEqual(['sick', 'sicker'])
    await clock.advance(200)
    expect(begun).toEqual(['sick', 'sicker', 'well'])
  })

  it('does not keep those who are wanted no more, nor their places', async () => {
    const { clock, begun, leave, aborts, enter } = aGate(['a', 'b', 'c', 'd', 'e'])
    await turn()
    aborts.get('c')?.abort()
    await turn()
    leave.get('a')?.()
    // d has the place and waits out its jitter when it is wanted no more.
    await turn()
    aborts.get('d')?.abort()
    await clock.advance(100)
    expect(begun).toEqual(['a', 'b', 'e'])
    leave.get('b')?.()
    leave.get('e')?.()
    let entered = 0
    for (let count = 0; count < 3; count += 1) void enter().then(() => (entered += 1))
    await turn()
    expect(entered).toBe(2)
  })
})
