import type { Page } from '@playwright/test'

/** More presses of Tab than any page has places to stop at. */
const MOST_STOPS = 80

/** Somebody who has a keyboard and nothing else. */
export class Keys {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(...chords: readonly string[]): Promise<void> {
    for (const chord of chords) await this.#page.keyboard.press(chord)
  }

  async type(words: string): Promise<void> {
    await this.#page.keyboard.type(words)
  }

  /** Types into the field that has the focus, in the place of what is in it. */
  async retype(words: string): Promise<void> {
    await this.press('Control+a')
    await this.type(words)
  }

  /** Presses Tab until something of this name has the focus. @throws {Error} when nothing has. */
  async tabTo(name: string | RegExp, { back = false } = {}): Promise<void> {
    const seen: string[] = []
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.press(back ? 'Shift+Tab' : 'Tab')
      const here = await this.focused()
      if (typeof name === 'string' ? here === name : name.test(here)) return
      seen.push(here)
    }
    throw new Error(`Tab never comes to “${String(name)}”, only to: ${seen.join(' · ')}`)
  }

  /** Presses F6 until the focus is in the part of the page of this name. */
  async goTo(part: string): Promise<void> {
    const seen: string[] = []
    for (let step = 0; step < 10; step += 1) {
      const here = String(await this.#page.evaluate(PART))
      if (here === part) return
      seen.push(here)
      await this.press('F6')
    }
    throw new Error(`F6 never comes to “${part}”, only to: ${seen.join(' · ')}`)
  }

  /** What a screen reader calls the thing that has the focus. */
  async focused(): Promise<string> {
    return String(await this.#page.evaluate(NAME))
  }
}

// Code of the page, which the types of these files know nothing of.
const NAME = `(() => {
  const { activeElement: here } = document
  const words = here?.getAttribute('aria-label') ?? here?.labels?.[0]?.textContent ?? here?.textContent
  return (words ?? '').trim()
})()`
const PART = `document.activeElement?.closest('[data-region]')?.getAttribute('aria-label') ?? ''`
