import type { Locator, Page } from '@playwright/test'

/** The canvas as a hand with a mouse uses it. */
export class CanvasHand {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** Drags a step from the palette onto the canvas. @returns the form that opens. */
  async drop(type: string, x: number, y: number): Promise<NodeForm> {
    const entry = this.#page.getByRole('complementary', { name: 'Add a step' })
    await entry
      .getByRole('button', { name: type, exact: true })
      .dragTo(this.#page.locator('.react-flow'), { targetPosition: { x, y } })
    const form = this.#page.getByRole('complementary', { name: type, exact: true })
    await form.waitFor()
    return new NodeForm(this.#page, form)
  }

  /** Draws a line from a handle of one card to another; the cards are found by their words. */
  async connect(from: string, handle: string, to: string): Promise<void> {
    const outlet = this.#card(from).locator(`.source[title*="“${handle}”"]`)
    const start = await middleOf(outlet)
    const end = await middleOf(this.#card(to).locator('.target'))
    const { mouse } = this.#page
    await mouse.move(start.x, start.y)
    await mouse.down()
    await mouse.move(end.x, end.y, { steps: 5 })
    await mouse.up()
    // Only an open handle offers to add something behind it.
    await this.#card(from).locator(`.source[title="${handle}"]`).waitFor()
  }

  /** Lays the cards out, and shows all of them. */
  async tidyUp(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Tidy up' }).click()
    await this.#page.getByRole('button', { name: 'Show the whole flow' }).click()
  }

  #card(words: string): Locator {
    return this.#page.locator('.react-flow__node').filter({ hasText: words })
  }
}

/** The form of the step that is open. */
export class NodeForm {
  readonly #page: Page
  readonly #form: Locator

  constructor(page: Page, form: Locator) {
    this.#page = page
    this.#form = form
  }

  /** Text fields by their labels. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      await this.#form.getByLabel(label, { exact: true }).fill(value)
    }
  }

  async choose(label: string, option: string): Promise<void> {
    await this.#form.getByRole('combobox', { name: label }).click()
    await this.#page.getByRole('option', { name: option, exact: true }).click()
  }

  async press(button: string): Promise<void> {
    await this.#form.getByRole('button', { name: button }).click()
  }

  /** Unfolds a part of the form that is closed at first. */
  async open(section: string): Promise<void> {
    await this.#form.locator('summary').filter({ hasText: section }).click()
  }

  async upload(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.#form.locator('input[type=file]').setInputFiles(file)
  }

  async close(): Promise<void> {
    await this.#form.getByRole('button', { name: 'Close' }).click()
  }
}

async function middleOf(handle: Locator): Promise<{ x: number; y: number }> {
  const box = await handle.boundingBox()
  if (!box) throw new Error('The handle is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
