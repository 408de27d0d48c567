import { describe, expect, it } from 'vitest'
import { Serializer } from './serialize.ts'

describe('Serializer', () => {
  it('runs tasks of one key in order and tasks of different keys side by side', async () => {
    const serializer = new Serializer()
    const log: string[] = []
    let finishFirst = () => {}
    const first = serializer.run('a', async () => {
      await new Promise<void>((resolve) => {
        finishFirst = resolve
      })
      log.push('a1')
    })
    const second = serializer.run('a', async () => {
      log.push('a2')
    })
    await serializer.run('b', async () => {
      log.push('b1')
    })
    finishFirst()
    await Promise.all([first, second])
    expect(log).toEqual(['b1', 'a1', 'a2'])
  })

  it('goes on after a task that failed, and gives the failure to its own caller only', async () => {
    const serializer = new Serializer()
    const failing = serializer.run('a', () => Promise.reject(new Error('no')))
    const following = serializer.run('a', () => Promise.resolve('yes'))
    await expect(failing).rejects.toThrow('no')
    await expect(following).resolves.toBe('yes')
  })
})
