import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['parley-source'] },
  ssr: { resolve: { conditions: ['parley-source'] } },
  test: {
    name: 'runtime',
    // One world for all files of a worker: nothing here is kept in modules, and loading them is half of the work.
    isolate: false,
    include: ['src/**/*.test.ts'],
    setupFiles: ['../../vitest.random.ts'],
    // Databases start and answer in these tests; on a busy machine that takes its time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
})
