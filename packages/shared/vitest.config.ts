import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['parley-source'] },
  ssr: { resolve: { conditions: ['parley-source'] } },
  test: {
    name: 'shared',
    isolate: false,
    include: ['src/**/*.test.ts'],
    setupFiles: ['../../vitest.random.ts'],
    testTimeout: 30_000,
  },
})
