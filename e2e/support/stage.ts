import type { Browser } from '@playwright/test'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser, Window, type WindowOptions } from './browser.ts'
import { ServerProcess } from './serverProcess.ts'
import { WhatsAppProcess } from './whatsApp.ts'

const START_TIMEOUT_MS = 60_000

/**
 * What the stories of one file share: a server on fresh data, a browser and, if wanted, a WhatsApp. Each story opens
 * its own windows; after it they are closed, and it fails if something went wrong behind them.
 */
export class Stage {
  readonly #withWhatsApp: boolean
  readonly #environment: Readonly<Record<string, string>>
  #server: ServerProcess | undefined
  #whatsApp: WhatsAppProcess | undefined
  #browser: Browser | undefined
  #windows: Window[] = []

  private constructor(withWhatsApp: boolean, environment: Readonly<Record<string, string>>) {
    this.#withWhatsApp = withWhatsApp
    this.#environment = environment
  }

  /** To be called once, at the top of a file of stories. `environment` has settings of the server. */
  static set({
    whatsApp = false,
    environment = {},
  }: {
    whatsApp?: boolean
    environment?: Readonly<Record<string, string>>
  } = {}): Stage {
    const stage = new Stage(whatsApp, environment)
    beforeAll(() => stage.#start(), START_TIMEOUT_MS)
    afterEach(({ task }) => stage.#closeWindows(task.result?.state === 'fail' ? task.name : null))
    afterAll(() => stage.#end())
    return stage
  }

  get server(): ServerProcess {
    return started(this.#server)
  }

  get whatsApp(): WhatsAppProcess {
    return started(this.#whatsApp)
  }

  async open(options?: WindowOptions): Promise<Window> {
    const window = await Window.open(started(this.#browser), this.server.baseUrl, options)
    this.#windows.push(window)
    return window
  }

  async #start(): Promise<void> {
    this.#whatsApp = this.#withWhatsApp ? await WhatsAppProcess.start() : undefined
    this.#server = await ServerProcess.create({
      ...this.#whatsApp?.environment,
      LOG_LEVEL: 'warn',
      ...this.#environment,
    })
    const [browser] = await Promise.all([launchBrowser(), this.#server.start()])
    this.#browser = browser
  }

  async #closeWindows(failedStory: string | null): Promise<void> {
    const windows = this.#windows
    this.#windows = []
    for (const [index, window] of windows.entries()) {
      if (failedStory !== null) {
        await window.keepPicture(`${failedStory.slice(0, 60).replaceAll(/\W+/g, '-')}-${index + 1}`)
      }
      await window.close()
    }
    expect(windows.flatMap(({ problems }) => problems)).toEqual([])
  }

  async #end(): Promise<void> {
    await this.#browser?.close()
    await this.#server?.dispose()
    await this.#whatsApp?.stop()
  }
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The stage has not been set yet, or not with this part.')
  return part
}
