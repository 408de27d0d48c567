import type { Page } from '@playwright/test'

export const OWNER = {
  name: 'Olga Petrova',
  email: 'olga@example.com',
  password: 'correct horse battery',
  workspaceName: 'Corner Bakery',
}

/** The first person on a fresh server sets it up, and arrives at the list of flows. A story's second try logs in. */
export async function signUp(page: Page): Promise<void> {
  await page.goto('/')
  const setUp = page.getByRole('heading', { name: 'Set up Parley' })
  const welcome = page.getByRole('heading', { name: 'Welcome back' })
  await setUp.or(welcome).waitFor()
  if (await welcome.isVisible()) return logIn(page)
  await page.getByLabel('Your name').fill(OWNER.name)
  await page.getByLabel('Name of your workspace').fill(OWNER.workspaceName)
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { name: 'Flows', exact: true }).waitFor()
}

export async function logIn(
  page: Page,
  { email, password }: { email: string; password: string } = OWNER,
): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('heading', { name: 'Flows', exact: true }).waitFor()
}
