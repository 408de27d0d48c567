import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Ends the process with one clear sentence when this Node is older than `engines.node` in the root package.json.
 * Called before anything else is imported, so that an old Node shows the sentence and not a syntax error.
 * @param {string} root
 */
export function requireNode(root) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const problem = nodeVersionProblem(process.versions.node, engines.node)
  if (problem === undefined) return
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}

/**
 * The sentence to show, or undefined when `version` is new enough.
 * @param {string} version as in `process.versions.node`
 * @param {string} range only the form `>=major.minor` that our package.json uses
 */
export function nodeVersionProblem(version, range) {
  const wanted = range.replace('>=', '')
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number)
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined
  return `Parley needs Node ${wanted} or newer; this is Node ${version}. Install a newer one from https://nodejs.org and try again.`
}
