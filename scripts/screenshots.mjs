// `npm run screenshots`: fills a fresh server with a small shop and takes the pictures of docs/screenshots.
// `node scripts/screenshots.mjs <folder>` puts them elsewhere.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seed } from './screenshots/seed.mjs'
import { startServer } from './screenshots/server.mjs'
import { takePictures } from './screenshots/takePictures.mjs'
import { setUp } from './setup/set-up.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = process.argv[2] ?? join(root, 'docs', 'screenshots')
const dataDir = mkdtempSync(join(tmpdir(), 'parley-screenshots-'))

await setUp(root, ['install', 'build'], console.log)
const server = await startServer(root, dataDir)
try {
  const places = await seed(server.url, server.whatsApp)
  await takePictures({ root, folder, url: server.url, places })
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
