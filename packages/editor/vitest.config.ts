import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['parley-source'] },
  test: { name: 'editor', environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], passWithNoTests: true },
})
