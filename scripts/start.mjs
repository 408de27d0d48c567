// `npm start`: brings the checkout up to date, then runs the server in this process.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
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

// Not as a child process: signals reach the server itself, and there is nothing to leave behind.
await import('./serve.mjs')
