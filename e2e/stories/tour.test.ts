import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { ServerProcess } from '../support/serverProcess.ts'

const ROOT = path.join(import.meta.dirname, '../..')
/** The tour in README is a list of these: what is typed, or what is printed then, in a block under a comment. */
const TOUR_BLOCK = /^<!-- tour:(start|run|prints) -->\n```\w*\n(.*?)\n```$/gms
/** How long an answer may take; a person needs longer to type the next command. */
const PATIENCE_MS = 20_000

interface Step {
  readonly does: 'start' | 'run'
  readonly commands: string
  readonly prints: string
}

let server: ServerProcess | undefined
let shell: Shell | undefined
afterAll(async () => {
  shell?.close()
  await server?.dispose()
})

it('README’s tour without a phone prints what it says, through a kill -9 in the middle', async () => {
  const steps = readTour(await readFile(path.join(ROOT, 'README.md'), 'utf8'))
  expect(steps.filter(({ does }) => does === 'start')).toHaveLength(2)
  expect(steps.length).toBeGreaterThan(10)

  server = await ServerProcess.create()
  shell = new Shell()
  // What npx finds, without the second that npm needs to look.
  await shell.run('npx() { "node_modules/.bin/$1" "${@:2}"; }')
  for (const { does, commands, prints } of steps) {
    if (does === 'start') {
      await server.start()
      continue
    }
    const typed = commands
      .replaceAll('http://localhost:3000', server.baseUrl)
      .replaceAll('data/db/', `${server.dataDir}/db/`)
    const expected = toPattern(prints.replaceAll('http://localhost:3000', server.baseUrl))
    const output =
      commands === 'answers' ? await runUntil(shell, typed, expected) : await shell.run(typed)
    expect(output, `after: ${commands}`).toMatch(expected)
  }
}, 180_000)

function readTour(readme: string): readonly Step[] {
  const steps: Step[] = []
  for (const [, does, text = ''] of readme.matchAll(TOUR_BLOCK)) {
    const last = steps.at(-1)
    if (does !== 'prints') {
      steps.push({ does: does === 'start' ? 'start' : 'run', commands: text, prints: '' })
    } else if (last) steps.splice(-1, 1, { ...last, prints: text })
  }
  return steps
}

/** Exactly the text, but `…` is anything within a line. */
const toPattern = (text: string): RegExp =>
  new RegExp(`^${text.split('…').map(escapeForPattern).join('[^\\n]*?')}$`)

const escapeForPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Runs commands again and again until they print what fits, or patience ends: an answer takes its time. */
async function runUntil(shell: Shell, commands: string, pattern: RegExp): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const output = await shell.run(commands)
    if (pattern.test(output) || Date.now() > deadline) return output
    await delay(100)
  }
}

/** One bash for the whole tour, so that what a command sets the next one knows. */
class Shell {
  readonly #bash: ChildProcessWithoutNullStreams
  #output = ''
  #runs = 0

  constructor() {
    this.#bash = spawn('bash', ['--noprofile', '--norc'], { cwd: ROOT })
    this.#bash.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text
    })
    // Whatever npm wants to say about itself.
    this.#bash.stderr.resume()
  }

  /** What the commands print, without the line end. */
  async run(commands: string): Promise<string> {
    this.#runs += 1
    this.#output = ''
    const end = `\n--- end of run ${this.#runs}\n`
    // The commands must not read what is meant for the shell.
    this.#bash.stdin.write(`{\n${commands}\n} < /dev/null\nprintf '%s' '${end}'\n`)
    while (!this.#output.endsWith(end)) await once(this.#bash.stdout, 'data')
    return this.#output.slice(0, -end.length).trimEnd()
  }

  close(): void {
    this.#bash.kill()
  }
}
