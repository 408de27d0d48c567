import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupCalls, type Outcome } from './groupCalls.ts'

/** A database that answers when it is told to. */
class SlowRuns {
  readonly batches: (readonly string[])[] = []
  readonly #release: (() => void)[] = []

  run = async (calls: readonly string[]): Promise<readonly Outcome<string>[]> => {
    this.batches.push(calls)
    await new Promise<void>((resolve) => this.#release.push(resolve))
    return calls.map((call) =>
      call.startsWith('bad') ? { error: new Error(call) } : { value: `${call}!` },
    )
  }

  async finishOne(): Promise<void> {
    this.#release.shift()?.()
    await turns(2)
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate)
}

const keyOf = (call: string) => call.slice(-1)

describe('groupCalls', () => {
  it('sends what was asked for in one turn together, and what comes meanwhile in the next batch', async () => {
    const runs = new SlowRuns()
    const call = groupCalls({ run: runs.run, maxBatch: 10 })
    const first = Promise.all([call('a'), call('b')])
    await turns(2)
    const second = Promise.all([call('c'), call('d')])
    await turns(2)
    expect(runs.batches).toEqual([['a', 'b']])
    await runs.finishOne()
    expect(await first).toEqual(['a!', 'b!'])
    expect(runs.batches).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    await runs.finishOne()
    expect(await second).toEqual(['c!', 'd!'])
  })

  it('lets those whom a batch woke join the next one', async () => {
    const runs = new SlowRuns()
    const call = groupCalls({ run: runs.run, maxBatch: 10 })
    const chains = ['a', 'b'].map(async (each) => call(`next ${await call(each)}`))
    await turns(2)
    await runs.finishOne()
    expect(runs.batches.at(-1)).toEqual(['next a!', 'next b!'])
    await runs.finishOne()
    await Promise.all(chains)
  })

  it('gives each caller its own outcome', async () => {
    const runs = new SlowRuns()
    const call = groupCalls({ run: runs.run, maxBatch: 10 })
    const results = Promise.allSettled([call('a'), call('bad'), call('c')])
    await turns(2)
    await runs.finishOne()
    expect(await results).toMatchObject([
      { status: 'fulfilled', value: 'a!' },
      { status: 'rejected', reason: { message: 'bad' } },
      { status: 'fulfilled', value: 'c!' },
    ])
  })

  it('fails everybody in a batch that fails as a whole, and goes on with the next', async () => {
    let isBroken = true
    const call = groupCalls<string, string>({
      maxBatch: 2,
      run: async (calls) => {
        if (isBroken) throw new Error('connection lost')
        return calls.map((value) => ({ value }))
      },
    })
    await expect(Promise.allSettled([call('a'), call('b')])).resolves.toMatchObject([
      { reason: { message: 'connection lost' } },
      { reason: { message: 'connection lost' } },
    ])
    isBroken = false
    expect(await call('c')).toBe('c')
  })

  it('never puts more in a batch than allowed, nor two calls about one thing', async () => {
    const runs = new SlowRuns()
    const call = groupCalls({ run: runs.run, keyOf, maxBatch: 2 })
    const all = Promise.all(['1a', '2a', '1b', '1c', '3a', '2b'].map(call))
    for (let batch = 0; batch < 4; batch += 1) {
      await turns(2)
      await runs.finishOne()
    }
    await all
    expect(runs.batches).toEqual([
      ['1a', '1b'],
      ['2a', '1c'],
      ['3a', '2b'],
    ])
  })

  it('does everything once, in the order of each thing, one batch at a time', async () => {
    const calls = fc.array(fc.record({ key: fc.constantFrom('x', 'y', 'z'), turn: fc.nat(3) }), {
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(calls, fc.integer({ min: 1, max: 5 }), async (wanted, maxBatch) => {
        let running = 0
        const done: { key: string; index: number }[] = []
        const call = groupCalls<{ key: string; index: number }, number>({
          maxBatch,
          keyOf: ({ key }) => key,
          run: async (batch) => {
            expect(++running).toBe(1)
            expect(batch.length).toBeLessThanOrEqual(maxBatch)
            expect(new Set(batch.map(({ key }) => key)).size).toBe(batch.length)
            await turns(1)
            done.push(...batch)
            running -= 1
            return batch.map(({ index }) => ({ value: index }))
          },
        })
        const answers: Promise<number>[] = []
        for (const [index, { key, turn }] of wanted.entries()) {
          await turns(turn)
          answers.push(call({ key, index }))
        }
        expect(await Promise.all(answers)).toEqual(wanted.map((_, index) => index))
        for (const key of ['x', 'y', 'z']) {
          const order = done.filter((each) => each.key === key).map(({ index }) => index)
          expect(order).toEqual(order.toSorted((a, b) => a - b))
        }
      }),
      { numRuns: 50 },
    )
  })
})
