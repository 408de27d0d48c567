import { defineConfig } from 'vitest/config'

// Stories against the built server in processes of their own; `npm test` builds first.
export default defineConfig({
  test: {
    name: 'e2e',
    include: ['stories/**/*.test.ts'],
    fileParallelism: false,
    // One world for all files: loading what drives the browser takes each almost a second.
    isolate: false,
    // Servers and browsers start in these tests; on a busy machine that takes its time.
    // A browser story may be tried once more; what must hold every time says `retry: 0` itself.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
})
