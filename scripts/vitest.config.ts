import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'scripts',
    include: ['**/*.test.mjs'],
    // The guards run the linter and the compiler, which take seconds on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
