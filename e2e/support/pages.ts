import type { Page } from '@playwright/test'
import { expectPage } from './browser.ts'

/** On the canvas: publishes the flow to the number of this name, and waits until it is live. */
export async function publishTo(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog')
  // A workspace's only number is chosen already.
  await dialog.getByRole('checkbox', { name: number }).check()
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expectPage(dialog.getByText(/^Version \d+ is live$/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expectPage(page.getByText('Live', { exact: true })).toBeVisible()
}
