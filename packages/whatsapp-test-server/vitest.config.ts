import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['parley-source'] },
  ssr: { resolve: { conditions: ['parley-source'] } },
  test: {
    name: 'whatsapp-test-server',
    include: ['src/**/*.test.ts'],
    // Loading Baileys takes a second, and nothing of what is tested is kept in modules.
    isolate: false,
    // Pairing makes 800 keys: half a second, or several on a machine that has other things to do.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
})
