import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['parley-source'] },
  test: {
    name: 'editor',
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    // The colours' test reads the style sheet itself.
    css: true,
    passWithNoTests: true,
  },
})
