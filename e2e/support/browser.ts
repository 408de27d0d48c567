import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, expect, type Page } from '@playwright/test'
import { ensureChromium } from '../../scripts/setup/chromium.mjs'

const require = createRequire(import.meta.url)
const root = path.resolve(import.meta.dirname, '../..')
/** Every page that is looked at reads this, so the small one. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const resultsDir = path.join(root, 'test-results')

const CHROMIUM_SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** A page that has not shown what it should by now does not show it at all. */
const PATIENCE_MS = 15_000

/** Playwright's expectations of what is on a page; they wait until it is. */
export const expectPage = expect.configure({ timeout: PATIENCE_MS })

const SIZES = {
  laptop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const

export interface WindowOptions {
  readonly size?: keyof typeof SIZES
  readonly theme?: 'light' | 'dark'
  /** What the browser asks for. */
  readonly language?: string
  /** Somebody who has got hold of the cookies of this window. */
  readonly cookiesOf?: Window
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(root, (line) => void process.stdout.write(`${line}\n`)),
    args: CHROMIUM_SWITCHES,
  })
}

/** An answer that a story provokes on purpose, so that it is no problem. */
export interface Expected {
  readonly status: number
  /** End of the path. */
  readonly path: string
}

/**
 * A browser window of one person. Whatever goes wrong behind the page (an error in the console, a request that fails)
 * is kept in `problems`, and the story must end without any.
 */
export class Window {
  readonly page: Page
  readonly problems: string[] = []
  readonly #context: BrowserContext
  readonly #expected: Expected[] = [
    // How a page learns that nobody is logged in.
    { status: 401, path: '/api/v1/auth/me' },
  ]
  #isOutage = false

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context
    this.page = page
    page.on('pageerror', (error) => this.#note(`error: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      // The browser's own line about a bad answer says no more than the answer itself, which is judged below.
      if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
      this.#note(`console: ${message.text()}`)
    })
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      const isExpected = this.#expected.some(
        (each) => each.status === response.status() && pathname.endsWith(each.path),
      )
      if (response.status() < 400 || isExpected) return
      this.#note(`${response.request().method()} ${pathname} answered ${response.status()}`)
    })
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? 'failed'
      // A page that is left drops its requests.
      if (reason !== 'net::ERR_ABORTED')
        this.#note(`${request.method()} ${request.url()}: ${reason}`)
    })
  }

  static async open(
    browser: Browser,
    baseURL: string,
    { size = 'laptop', theme = 'light', language = 'en-GB', cookiesOf }: WindowOptions = {},
  ): Promise<Window> {
    const context = await browser.newContext({
      baseURL,
      ...SIZES[size],
      colorScheme: theme,
      reducedMotion: 'reduce',
      locale: language,
      timezoneId: 'UTC',
    })
    context.setDefaultTimeout(PATIENCE_MS)
    if (cookiesOf) await context.addCookies(await cookiesOf.page.context().cookies())
    return new Window(context, await context.newPage())
  }

  /** From here on, such answers are part of the story. */
  expectAnswer(expected: Expected): void {
    this.#expected.push(expected)
  }

  /** While the server is away, failing requests are no problem. */
  async duringOutage(work: () => Promise<void>): Promise<void> {
    this.#isOutage = true
    await work()
    this.#isOutage = false
  }

  /** Asks the server with the cookies of this window, past its pages. */
  async fetch(
    method: string,
    path: string,
    data?: object,
  ): Promise<{ status: number; text: string }> {
    const { origin } = new URL(this.page.url())
    const response = await this.#context.request.fetch(path, { method, data, headers: { origin } })
    return { status: response.status(), text: await response.text() }
  }

  /** Makes something past the pages. @throws {Error} when the server refuses. */
  async post(path: string, data: object): Promise<{ id: string }> {
    const { status, text } = await this.fetch('POST', path, data)
    if (status > 299) throw new Error(`${path} answered ${status}: ${text}`)
    // What was made has an id; tests that want more say so.
    return (JSON.parse(text) as { data: { id: string } }).data
  }

  /** Violations of WCAG 2.2 A and AA on the page as it is now, in words. */
  async accessibilityProblems(): Promise<readonly string[]> {
    await this.page.evaluate(AXE)
    // The page's own `axe` was put there by the line above.
    const violations: readonly Violation[] = await this.page.evaluate(
      `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations)`,
    )
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map(({ html, any }) => `    ${html}\n      ${any.map(({ message }) => message).join(' ')}`).join('\n')}`,
    )
  }

  /** A picture for whoever looks into a failure. */
  async keepPicture(name: string): Promise<void> {
    await mkdir(resultsDir, { recursive: true })
    await this.page.screenshot({ path: path.join(resultsDir, `${name}.png`) })
  }

  async close(): Promise<void> {
    await this.#context.close()
  }

  #note(problem: string): void {
    if (!this.#isOutage) this.problems.push(problem)
  }
}

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly any: readonly { message: string }[] }[]
}
