// Writes src/schema.ts, the types of the REST API, from docs/openapi.json: `pnpm --filter @parley/client generate`.
// A test compares the file with what this would write.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import openapiTypeScript, { astToString } from 'openapi-typescript'

export const SCHEMA_FILE = fileURLToPath(new URL('../src/schema.ts', import.meta.url))
const OPENAPI_FILE = new URL('../../../docs/openapi.json', import.meta.url)

const HEAD =
  '// Made by `pnpm --filter @parley/client generate` from docs/openapi.json; do not edit by hand.\n\n'

export async function writeSchema() {
  const document = JSON.parse(await readFile(OPENAPI_FILE, 'utf8'))
  return HEAD + astToString(await openapiTypeScript(document))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(SCHEMA_FILE, await writeSchema())
}
