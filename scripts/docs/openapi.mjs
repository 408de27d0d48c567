// Writes docs/openapi.json from what the built server mounts: `node scripts/docs/openapi.mjs`. A test compares the file
// with what this would write.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { listEndpoints } from './endpoints.mjs'

export const OPENAPI_FILE = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url))

/** By its path, because only what has been built can be imported here. */
const DOCUMENT_FILE = new URL('../../packages/api/dist/openapi/createDocument.js', import.meta.url)
  .href

export async function writeOpenApi() {
  const { createDocument } = await import(DOCUMENT_FILE)
  return `${JSON.stringify(createDocument(await listEndpoints()), null, 1)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(OPENAPI_FILE, await writeOpenApi())
}
