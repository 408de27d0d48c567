import type { Draft } from '@parley/shared/draft'
import { runTests } from './runTests.ts'

/** Runs the tests of drafts in a thread of its own, so that nobody who types or drags notices. */
self.addEventListener('message', ({ data }: MessageEvent<{ id: number; draft: Draft }>) => {
  self.postMessage({ id: data.id, report: runTests(data.draft) })
})
