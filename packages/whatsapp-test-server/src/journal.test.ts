import { expect, test } from 'vitest'
import { Journal } from './journal.ts'

const numbers = () => new Journal<number>('number', String)

test('a wait ends with the first entry that matches, present or to come', async () => {
  const journal = numbers()
  journal.add(1)
  expect(await journal.waitFor((entry) => entry === 1)).toBe(1)
  const waiting = journal.waitFor((entry) => entry > 1)
  journal.add(2)
  expect(await waiting).toBe(2)
})

test('a wait in vain says what came instead', async () => {
  const journal = numbers()
  journal.add(7)
  await expect(journal.waitFor((entry) => entry === 8, 1)).rejects.toThrow(
    'No number matched within 1 ms. Of 1, the last were:\n  7',
  )
})

test('what comes after a position is waited for, but not for ever', async () => {
  const journal = numbers()
  journal.add(1)
  expect(await journal.since(0, 1000)).toEqual([1])
  expect(await journal.since(1, 1)).toEqual([])
  const waiting = journal.since(1, 1000)
  journal.add(2)
  expect(await waiting).toEqual([2])
})
