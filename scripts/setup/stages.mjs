import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { runQuietly, runShown } from './run.mjs'
import { setUp } from './set-up.mjs'
import { readWorkspace } from './workspace.mjs'

/**
 * What a stage did. Only stages that run tests count any.
 * @typedef {object} Outcome
 * @property {boolean} isOk
 * @property {number} [passed]
 * @property {number} [failed]
 */

/**
 * @typedef {object} Stage
 * @property {string} name as in `npm test -- <name>`
 * @property {string} title
 * @property {string} repair what to do when it fails
 * @property {(root: string, log: (line: string) => void) => Promise<Outcome>} run
 */

/** Every check of `npm test`, the quick ones first. @type {Stage[]} */
export const STAGES = [
  {
    name: 'format',
    title: 'Formatter',
    repair: '`npm run format` repairs it.',
    // In a log file, its colours would bury the text.
    run: command(`biome ci . ${process.stdout.isTTY ? '' : '--colors=off'}`),
  },
  {
    name: 'lint',
    title: 'Linter',
    repair: 'CONTRIBUTING.md explains the dependency rules.',
    run: command('oxlint --type-aware --max-warnings 0'),
  },
  {
    name: 'types',
    title: 'Types',
    repair: '`npm test -- types` runs this check alone.',
    run: checkTypes,
  },
  {
    name: 'unused',
    title: 'Dead code',
    repair: 'Remove what nothing uses; knip.json says what counts as used.',
    run: command('knip --treat-config-hints-as-errors'),
  },
  {
    name: 'build',
    title: 'Build',
    repair: '`npm test -- build` runs it alone.',
    run: build,
  },
  {
    name: 'unit',
    title: 'Unit and integration tests',
    repair: '`npx vitest run <part of a file name>` runs some of them.',
    run: unitTests,
  },
  {
    name: 'browser',
    title: 'Browser tests',
    repair: '`npm test -- browser` runs them alone; test-results/ has pictures of what failed.',
    run: browserTests,
  },
]

/** @param {string} line @returns {Stage['run']} */
function command(line) {
  return async (root) => ({ isOk: await runShown(line, { root }) })
}

/**
 * As many packages at a time as there are cores; the compiler is told to take one each (tsconfig.base.json), because
 * several of its checkers would work out the same types again. All are checked before the stage fails.
 * @type {Stage['run']}
 */
async function checkTypes(root) {
  const checks = [{ name: 'scripts', command: 'tsc -p scripts', cwd: root }]
  for (const { name, directory, scripts } of readWorkspace(root)) {
    if (scripts.types) checks.push({ name, command: scripts.types, cwd: directory })
  }
  let isOk = true
  const work = async () => {
    for (let check = checks.pop(); check; check = checks.pop()) {
      const { isOk: isPackageOk, output } = await runQuietly(check.command, {
        root,
        cwd: check.cwd,
      })
      if (output) console.log(`${output}\n↑ in ${check.name}`)
      isOk &&= isPackageOk
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return { isOk }
}

/** @type {Stage['run']} */
async function build(root, log) {
  await setUp(root, ['build'], log)
  return { isOk: true }
}

/** Some of these start the built server. @type {Stage['run']} */
async function unitTests(root, log) {
  await setUp(root, ['build'], log)
  return vitest(root, '--project "!e2e"')
}

/** @type {Stage['run']} */
async function browserTests(root, log) {
  await setUp(root, ['build'], log)
  await ensureChromium(root, log)
  return vitest(root, '--project e2e')
}

/** @param {string} root @param {string} projects which of them, as options of the command @returns {Promise<Outcome>} */
function vitest(root, projects) {
  return withReport(async (report) => {
    const isOk = await runShown(
      `vitest run --reporter=default --reporter=json --outputFile.json="${report}" ${projects}`,
      { root },
    )
    const { numPassedTests = 0, numFailedTests = 0 } = readReport(report)
    return { isOk, passed: numPassedTests, failed: numFailedTests }
  })
}

/** @param {(report: string) => Promise<Outcome>} work gets the path where the test runner is to write its report */
async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'))
  try {
    return await work(join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A runner that could not even start leaves no report. @param {string} path */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}
