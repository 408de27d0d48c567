import type { Draft } from '@parley/shared/draft'
import type { TestReport } from './runTests.ts'

/** Something that runs the tests of a draft, away from the page. */
export interface TestThread {
  readonly run: (draft: Draft) => Promise<TestReport>
  readonly stop: () => void
}

/** A worker, begun when it is first needed. Rejects when it cannot be had, offline for example; the next run tries again. */
export function createTestThread(): TestThread {
  let worker: Worker | null = null
  let runs = 0
  const stop = () => {
    worker?.terminate()
    worker = null
  }
  return {
    run: ({ nodes, edges, variables, settings }) => {
      worker ??= new Worker(new URL('./tests.worker.ts', import.meta.url), { type: 'module' })
      const thread = worker
      runs += 1
      const id = runs
      return new Promise((resolve, reject) => {
        const controller = new AbortController()
        const { signal } = controller
        thread.addEventListener(
          'message',
          ({ data }: MessageEvent<{ id: number; report: TestReport }>) => {
            if (data.id !== id) return
            controller.abort()
            resolve(data.report)
          },
          { signal },
        )
        thread.addEventListener(
          'error',
          ({ message }) => {
            controller.abort()
            stop()
            reject(new Error(message || 'The thread of the tests could not be started.'))
          },
          { signal },
        )
        thread.postMessage({ id, draft: { nodes, edges, variables, settings } })
      })
    },
    stop,
  }
}
