// Runs the built server in this process. `npm start` comes here after it has built; a container starts here.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

// The data folder and .env are found from the root, wherever this was started.
process.chdir(root)
if (existsSync('.env')) process.loadEnvFile('.env')

const { main } = await import(pathToFileURL(join(root, 'packages/api/dist/main.js')).href)
try {
  await main()
} catch (error) {
  // Wrong settings are for the reader to mend; their message says how, and a stack would only hide it.
  if (!(error instanceof Error) || error.name !== 'ConfigError') throw error
  console.error(error.message)
  process.exit(1)
}
