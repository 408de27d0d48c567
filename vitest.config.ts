import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One project a folder: each says which environment and set-up its tests need.
    projects: ['packages/*', 'packages/editor/vitest.logic.config.ts', 'e2e', 'scripts'],
    // Most tests wait for databases and sockets much of their time, so two at once pay even on small machines.
    maxWorkers: Math.max(2, availableParallelism()),
  },
})
