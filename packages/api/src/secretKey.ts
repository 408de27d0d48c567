import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ConfigError } from './config.ts'

const KEY_BYTES = 32

/**
 * The key that encrypts secrets in the database: kept in the data folder, not in the database, and made at the first
 * start. Whoever loses it has to enter the secrets of all numbers again.
 *
 * @throws {ConfigError} when the file holds something else.
 */
export async function loadSecretKey(dataDir: string): Promise<Buffer> {
  const file = path.join(dataDir, 'secret.key')
  await mkdir(dataDir, { recursive: true })
  const text = (await readIfThere(file)) ?? (await createKeyFile(file))
  const key = Buffer.from(text, 'base64')
  if (key.length === KEY_BYTES) return key
  throw new ConfigError(
    `${file} should hold ${KEY_BYTES} bytes in base64. Restore it from a backup`,
  )
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Written whole, then given its name: neither a crash nor a second process can leave a broken or a second key. */
async function createKeyFile(file: string): Promise<string> {
  const temporary = `${file}.${process.pid}`
  await writeFile(temporary, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600 })
  try {
    await link(temporary, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await unlink(temporary)
  }
  return readFile(file, 'utf8')
}
