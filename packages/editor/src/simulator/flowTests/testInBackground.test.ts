import type { Draft } from '@parley/shared/draft'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { aNode, anEditor, edgesOf } from '../../testing/anEditor.ts'
import { runTests, type TestReport } from './runTests.ts'
import { testInBackground } from './testInBackground.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const NODES = [
  aNode('start', 'start', { triggers: [{ type: 'anyMessage', id: 'any' }] }),
  aNode('hello', 'text', { text: 'Hello' }),
]
const TEST = { id: 't', name: 'Greets', script: 'Customer: hi\nBot: Hello\nEnd' }

/** A thread whose runs end when the test says so. */
function aThread() {
  const ends: (() => void)[] = []
  const run = vi.fn<(draft: Draft) => Promise<TestReport>>(
    (draft) => new Promise((resolve) => ends.push(() => resolve(runTests(draft)))),
  )
  const end = async () => {
    ends.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { run, stop: vi.fn<() => void>(), end }
}

function open({ tests = [TEST] } = {}) {
  const editor = anEditor({
    nodes: NODES,
    edges: edgesOf('start > hello'),
    settings: { tests },
  })
  const thread = aThread()
  const stop = testInBackground(editor, thread)
  onTestFinished(stop)
  const say = (text: string) => editor.edit({ putNodes: [aNode('hello', 'text', { text })] })
  return { editor, thread, stop, say, state: () => editor.tests.getState() }
}

it('runs the tests once there is a pause, and again after a change', async () => {
  const { thread, say, state } = open()
  expect(state().status).toBe('notRun')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(state().status).toBe('running')
  await thread.end()
  expect(state()).toMatchObject({ status: 'done', outcomes: [{ failure: null }] })
  expect(state().coverage?.nodes.covered).toEqual(['start', 'hello'])

  say('Good evening')
  await vi.advanceTimersByTimeAsync(1_000)
  await thread.end()
  expect(state().outcomes[0]?.failure).toMatchObject({ reason: 'otherMessage', nodeId: 'hello' })
})

it('waits until nobody types, and does not mind where nodes stand', async () => {
  const { editor, thread, say } = open()
  await vi.advanceTimersByTimeAsync(1_000)
  await thread.end()
  for (const text of ['H', 'He', 'Hel']) {
    say(text)
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(thread.run).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(400)
  await thread.end()
  expect(thread.run).toHaveBeenCalledTimes(2)
  editor.edit({
    putNodes: [{ ...aNode('hello', 'text', { text: 'Hel' }), position: { x: 99, y: 0 } }],
  })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(thread.run).toHaveBeenCalledTimes(2)
})

it('throws away what it hears of a draft that is no more', async () => {
  const { thread, say, state } = open()
  await vi.advanceTimersByTimeAsync(1_000)
  say('Good evening')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(thread.run).toHaveBeenCalledTimes(1)
  await thread.end()
  expect(state().status).toBe('running')
  await thread.end()
  expect(state()).toMatchObject({ status: 'done', outcomes: [{ failure: { line: 2 } }] })
})

it('has nothing to say of a flow without tests, and of one whose tests were removed', async () => {
  const { editor, thread, state } = open()
  await vi.advanceTimersByTimeAsync(1_000)
  await thread.end()
  editor.edit({ settings: { tests: [] } })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(state()).toEqual({ status: 'notRun', outcomes: [], coverage: null })
  expect(thread.run).toHaveBeenCalledTimes(1)
})

it('tries again later when there is no thread to be had', async () => {
  const { thread, state } = open()
  thread.run.mockRejectedValueOnce(new Error('offline'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(state().status).toBe('notRun')
  await vi.advanceTimersByTimeAsync(15_000)
  await thread.end()
  expect(state().status).toBe('done')
})
