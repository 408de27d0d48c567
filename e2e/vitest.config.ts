import { defineConfig } from 'vitest/config'

// Stories against the built server in processes of their own; `npm test` builds first.
export default defineConfig({
  test: { name: 'e2e', include: ['stories/**/*.test.ts'], fileParallelism: false },
})
