import { defineConfig } from 'vitest/config'

/** What needs no page: without one, and without loading everything anew for each file, these tests take a fraction of the time. */
export default defineConfig({
  resolve: { conditions: ['parley-source'] },
  ssr: { resolve: { conditions: ['parley-source'] } },
  test: {
    name: 'editor-logic',
    include: ['src/**/*.test.ts', 'vite/**/*.test.ts'],
    exclude: ['src/**/*.page.test.ts'],
    setupFiles: ['src/testing/texts.ts', '../../vitest.random.ts'],
    isolate: false,
    // The colours' test reads the style sheet itself.
    css: true,
    testTimeout: 30_000,
  },
})
