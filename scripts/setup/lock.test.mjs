import { existsSync, readFileSync, utimesSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withLock } from './lock.mjs'
import { temporaryFolder } from './temporaryWorkspace.mjs'

const aLock = (files = {}) => join(temporaryFolder(files).root, '.parley', 'setup.lock')

/** Above what any system gives out, so that no process has it. */
const DEAD_PROCESS = 2 ** 31 - 1

test('lets one in at a time, and tells the other that it waits', async () => {
  const path = aLock()
  /** @type {string[]} */
  const story = []
  let finishFirst = () => {}
  const first = withLock(path, async () => {
    story.push('first begins')
    await new Promise((resolve) => {
      finishFirst = () => resolve(undefined)
    })
    story.push('first ends')
  })
  await expect.poll(() => story).toEqual(['first begins'])
  const second = withLock(
    path,
    async () => {
      story.push('second')
    },
    () => {
      story.push('second waits')
      finishFirst()
    },
  )
  await Promise.all([first, second])
  expect(story).toEqual(['first begins', 'second waits', 'first ends', 'second'])
  expect(existsSync(path)).toBe(false)
})

test('gives the lock back when the work fails', async () => {
  const path = aLock()
  await expect(withLock(path, () => Promise.reject(new Error('no disk')))).rejects.toThrow(
    'no disk',
  )
  expect(existsSync(path)).toBe(false)
})

test('takes the lock of a process that has died', async () => {
  const path = aLock({ '.parley/setup.lock': `${hostname()} ${DEAD_PROCESS}` })
  const holder = await withLock(path, async () => readFileSync(path, 'utf8'))
  expect(holder).toBe(`${hostname()} ${process.pid}`)
})

test('takes a lock that has shown no sign of life for a minute, whoever holds it', async () => {
  const path = aLock({ '.parley/setup.lock': 'another-machine 1' })
  const twoMinutesAgo = Date.now() / 1000 - 120
  utimesSync(path, twoMinutesAgo, twoMinutesAgo)
  expect(await withLock(path, async () => 'done')).toBe('done')
})

test('waits for a lock that lives on another machine', async () => {
  const path = aLock({ '.parley/setup.lock': `another-machine ${DEAD_PROCESS}` })
  const waitedFor = new Promise((resolve) => {
    const twoMinutesAgo = Date.now() / 1000 - 120
    void withLock(
      path,
      async () => {},
      (holder) => {
        resolve(holder)
        utimesSync(path, twoMinutesAgo, twoMinutesAgo)
      },
    )
  })
  expect(await waitedFor).toBe(`another-machine ${DEAD_PROCESS}`)
})
