import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['parley-source'] },
  test: {
    name: 'editor',
    environment: 'jsdom',
    // What needs no page is in `vitest.logic.config.ts`.
    include: ['src/**/*.test.tsx', 'src/**/*.page.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    // The colours' test reads the style sheet itself.
    css: true,
    // Whole pages are drawn and used in these tests; on a busy machine that takes its time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
