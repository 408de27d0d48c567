import { existsSync, readFileSync } from 'node:fs'
import { runShown, SetupError } from './run.mjs'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The fonts are for what customers write: without them, screenshots show boxes for Arabic and for emoji. */
const DEBIAN_PACKAGES = 'chromium fonts-noto-core fonts-noto-color-emoji'

/**
 * The path of a Chromium for the browser tests: PARLEY_CHROMIUM, or one of the usual places. Where there is none and we
 * may install one (root on Debian), installs it.
 * @param {string} root @param {(line: string) => void} log
 * @throws {SetupError} that says what to install
 */
export async function ensureChromium(root, log) {
  const named = process.env.PARLEY_CHROMIUM
  if (named) {
    if (existsSync(named)) return named
    throw new SetupError(`PARLEY_CHROMIUM is ${named}, and there is no such file.`)
  }
  const found = findChromium()
  if (found !== undefined) return found
  if (!canInstall()) {
    throw new SetupError(
      'The browser tests need Chromium or Google Chrome. Install one, or set PARLEY_CHROMIUM to the path of its program.',
    )
  }
  log(`Installing ${DEBIAN_PACKAGES} …`)
  const isOk = await runShown(
    `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${DEBIAN_PACKAGES}`,
    { root, env: { DEBIAN_FRONTEND: 'noninteractive' } },
  )
  const installed = findChromium()
  if (isOk && installed !== undefined) return installed
  throw new SetupError(
    'Chromium could not be installed for the browser tests; the reason is above.',
  )
}

const findChromium = () => USUAL_PLACES.find((path) => existsSync(path))

/** Not on Ubuntu: its package of that name only points to a snap, which containers cannot run. */
function canInstall() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
