import type { Locator } from '@playwright/test'

/** A hand that counts what it does: a click, a field that is typed into, a key chord. Nothing else may touch the page. */
export class CountedHand {
  /** What was done so far, in words. */
  readonly interactions: string[] = []

  async click(target: Locator): Promise<void> {
    this.interactions.push(`click ${String(target)}`)
    await target.click()
  }

  async type(field: Locator, words: string): Promise<void> {
    this.interactions.push(`type ${words}`)
    await field.fill(words)
  }
}
