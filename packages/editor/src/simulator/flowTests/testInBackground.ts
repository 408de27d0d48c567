import { useEffect } from 'react'
import type { FlowEditor } from '../../canvas/FlowEditor.ts'
import { isSameMeaning } from '../../canvas/problems.ts'
import { NOT_RUN } from '../../canvas/tests.ts'
import { readTests } from './readTests.ts'
import { createTestThread, type TestThread } from './testThread.ts'

/** Tests run when nobody has changed anything for this long. */
const PAUSE_MS = 400
/** After a thread could not be had, another one is tried this much later. */
const RETRY_MS = 15_000

/** Runs the flow's tests after every change that means something; nothing while it has none. Gives what ends it. */
export function testInBackground(
  { flow, tests }: Pick<FlowEditor, 'flow' | 'tests'>,
  thread: TestThread,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  let isStale = false
  let isOver = false
  const runIn = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), ms)
  }
  const run = async () => {
    // The report on what is no more is of no use; a new run follows at once.
    if (isRunning) {
      isStale = true
      return
    }
    const draft = flow.getState()
    if (readTests(draft.settings).length === 0) return tests.setState(NOT_RUN)
    isRunning = true
    tests.setState({ status: 'running' })
    try {
      const report = await thread.run(draft)
      if (!isOver && !isStale) tests.setState({ status: 'done', ...report })
    } catch {
      // What they said last is not true any more, and there is nothing to say instead.
      if (!isOver) tests.setState(NOT_RUN)
      runIn(RETRY_MS)
    }
    isRunning = false
    if (isStale && !isOver) {
      isStale = false
      runIn(0)
    }
  }
  const unsubscribe = flow.subscribe((state, before) => {
    if (!isSameMeaning(state, before)) runIn(PAUSE_MS)
  })
  runIn(PAUSE_MS)
  return () => {
    isOver = true
    clearTimeout(timer)
    unsubscribe()
    thread.stop()
  }
}

/** The same for as long as a flow is open. */
export function useTestsInBackground(editor: FlowEditor): void {
  useEffect(() => testInBackground(editor, createTestThread()), [editor])
}
