import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const API = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Workspace packages are bundled from their sources, so that no build has to come first.
  resolve: { conditions: ['parley-source', ...defaultClientConditions] },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 900 },
  server: {
    port: 5173,
    proxy: { '/api': { target: API, ws: true }, '/collab': { target: API, ws: true } },
  },
})
