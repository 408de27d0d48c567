import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One project a folder: each says which environment and set-up its tests need.
    projects: ['packages/*', 'e2e', 'scripts'],
  },
})
