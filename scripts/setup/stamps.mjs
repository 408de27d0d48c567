import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * What was installed and built last, as fingerprints of what it was made from.
 * @typedef {object} Stamps
 * @property {string} [install]
 * @property {Record<string, string>} builds by package name
 */

/** Inside node_modules, so that deleting that folder forgets the stamps too. @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.parley-stamp')

/** @param {string} root @returns {Stamps} */
export function readStamps(root) {
  if (!existsSync(stampFile(root))) return { builds: {} }
  return JSON.parse(readFileSync(stampFile(root), 'utf8'))
}

/** @param {string} root @param {Stamps} stamps */
export function writeStamps(root, stamps) {
  const file = stampFile(root)
  mkdirSync(dirname(file), { recursive: true })
  // Written beside and moved, so that a crash leaves the old stamps or the new ones, never half a file.
  writeFileSync(`${file}.new`, JSON.stringify(stamps, null, 2))
  renameSync(`${file}.new`, file)
}

/**
 * Digest of the given texts and of the paths and contents of the given files. A file that does not exist counts as such.
 * Contents and not times: a checkout changes the times of files that stay the same.
 * @param {{ root: string, files: string[], texts?: string[] }} inputs
 */
export function fingerprint({ root, files, texts = [] }) {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`text ${text}\0`)
  for (const file of files) {
    hash.update(`file ${file.slice(root.length)}\0`)
    if (existsSync(file)) hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

const NOT_SOURCES = new Set([
  'node_modules',
  'dist',
  'data',
  'coverage',
  'test-results',
  'playwright-report',
])

/**
 * The files under `directory` that its build may depend on, in a fixed order.
 * @param {string} directory @returns {string[]}
 */
export function sourceFiles(directory) {
  const entries = readdirSync(directory, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name)
    if (entry.name.startsWith('.') || NOT_SOURCES.has(entry.name)) return []
    if (entry.isDirectory()) return sourceFiles(path)
    return /\.test\.\w+$/.test(entry.name) ? [] : [path]
  })
}
