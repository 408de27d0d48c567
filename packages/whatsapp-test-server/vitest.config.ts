import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['parley-source'] },
  ssr: { resolve: { conditions: ['parley-source'] } },
  test: { name: 'whatsapp-test-server', include: ['src/**/*.test.ts'] },
})
