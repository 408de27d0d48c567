// `npm test`: brings the checkout up to date, then runs every check and stops at the first that fails.
// `npm test -- lint unit` runs only the named ones. The last line is always `N passed, N failed`.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './setup/node-version.mjs'
import { stopWhenOrphaned } from './setup/orphan.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
requireNode(root)
stopWhenOrphaned()

const { SetupError, stopRunning } = await import('./setup/run.mjs')
const { setUp } = await import('./setup/set-up.mjs')
const { STAGES } = await import('./setup/stages.mjs')

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    stopRunning(signal)
    process.exit(1)
  })
}

const startedAt = performance.now()
const counts = { passed: 0, failed: 0 }
process.chdir(root)
try {
  await runStages(process.argv.slice(2))
} catch (error) {
  // A failure without a failed test (the linter's, for one) counts as one, so that the last line never says "0 failed".
  counts.failed = Math.max(counts.failed, 1)
  console.error('\n✗', error instanceof SetupError ? error.message : error)
}
console.log(`\nTook ${secondsSince(startedAt)}.`)
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1

/**
 * @param {string[]} names of the stages to run; all when empty
 * @throws {SetupError} that says in words what went wrong
 */
async function runStages(names) {
  const unknown = names.find((name) => !STAGES.some((stage) => stage.name === name))
  if (unknown !== undefined) {
    const known = STAGES.map(({ name }) => name).join(', ')
    throw new SetupError(`There is no stage "${unknown}". The stages are: ${known}.`)
  }
  const stages = STAGES.filter(({ name }) => names.length === 0 || names.includes(name))
  await setUp(root, ['install'], console.log)
  for (const [index, stage] of stages.entries()) {
    console.log(`\n━━ ${index + 1}/${stages.length} ${stage.title} ━━`)
    const stageStartedAt = performance.now()
    const { isOk, passed = 0, failed = 0 } = await stage.run(root, console.log)
    counts.passed += passed
    counts.failed += failed
    if (!isOk) throw new SetupError(`${stage.title}: failed. ${stage.repair}`)
    console.log(`✓ ${stage.title}, ${secondsSince(stageStartedAt)}`)
  }
}

/** @param {number} start */
function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}
