// `npm start`: brings the checkout up to date, then runs the server in this process.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { requireNode } from './setup/node-version.mjs'
import { stopWhenOrphaned } from './setup/orphan.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
requireNode(root)
stopWhenOrphaned()

const { setUp } = await import('./setup/set-up.mjs')
const { SetupError } = await import('./setup/run.mjs')
try {
  await setUp(root, ['install', 'build'], console.log)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exit(1)
}

// The data folder and .env are found from the root, wherever this was started.
process.chdir(root)
if (existsSync('.env')) process.loadEnvFile('.env')

// Not a child process: signals reach the server itself, and there is nothing to leave behind.
const { main } = await import(pathToFileURL(join(root, 'packages/api/dist/main.js')).href)
await main()
