import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['parley-source'] },
  ssr: { resolve: { conditions: ['parley-source'] } },
  test: {
    name: 'client',
    include: ['src/**/*.test.ts', 'scripts/*.test.mjs'],
    // Whole servers start and answer in these tests; on a busy machine that takes its time.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 5_000 } },
  },
})
