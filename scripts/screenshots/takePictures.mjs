import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { ensureChromium } from '../setup/chromium.mjs'
import { OWNER } from './seed.mjs'

const SIZES = {
  laptop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
}

/** @typedef {{ menuId: string, arabicId: string, conversationId: string, templateId: string }} Places */
/**
 * @typedef {object} Picture
 * @property {string} name of the file, before the theme where there are two
 * @property {'laptop' | 'phone'} [size]
 * @property {'en-GB' | 'ar'} [language] what the browser asks for
 * @property {'light' | 'dark'} [theme] the only one; both when it is not said
 * @property {string} path
 * @property {string | RegExp} shows what must be on the screen before the picture is taken
 * @property {(page: import('@playwright/test').Page) => Promise<void>} [prepare] what to do first
 */

/** @param {Places} places @returns {readonly Picture[]} */
const pictures = ({ menuId, arabicId, conversationId, templateId }) => [
  { name: 'flows', path: '/flows', shows: 'Welcome menu', prepare: previewsLoaded },
  { name: 'editor', path: `/flows/${menuId}`, shows: 'What would you like to know?' },
  {
    name: 'simulator',
    path: `/flows/${menuId}`,
    shows: 'What would you like to know?',
    prepare: tryTheFlow,
  },
  { name: 'inbox', path: `/inbox/${conversationId}`, shows: 'Shall I write a name on it?' },
  { name: 'numbers', path: '/numbers', shows: 'Support line' },
  { name: 'linking', path: '/numbers', shows: 'Café', prepare: startLinking },
  { name: 'contacts', path: '/contacts', shows: 'Amina Hassan' },
  {
    name: 'template',
    path: `/templates/${templateId}`,
    shows: 'Find us',
    prepare: fillSamples,
  },
  { name: 'developers', path: '/developers/api', shows: 'Send a text' },
  { name: 'keys', path: '/developers/keys', shows: 'Till' },
  { name: 'phone-flows', size: 'phone', path: '/flows', shows: 'Support', prepare: previewsLoaded },
  {
    name: 'editor-arabic',
    language: 'ar',
    theme: 'light',
    path: `/flows/${arabicId}`,
    shows: 'بم نساعدك اليوم؟',
  },
  {
    name: 'phone-inbox',
    size: 'phone',
    path: `/inbox/${conversationId}`,
    shows: 'Shall I write a name on it?',
  },
]

/**
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.folder where the files go
 * @param {string} options.url
 * @param {Places} options.places
 */
export async function takePictures({ root, folder, url, places }) {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: await ensureChromium(root, console.log),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  try {
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      for (const picture of pictures(places)) {
        if ((picture.theme ?? theme) !== theme) continue
        const context = await browser.newContext({
          ...SIZES[picture.size ?? 'laptop'],
          baseURL: url,
          colorScheme: theme,
          reducedMotion: 'reduce',
          locale: picture.language ?? 'en-GB',
        })
        await logIn(context, url)
        const page = await context.newPage()
        await page.goto(picture.path)
        await page.getByText(picture.shows).first().waitFor()
        await picture.prepare?.(page)
        const file = join(
          folder,
          `${picture.theme ? picture.name : `${picture.name}-${theme}`}.png`,
        )
        await page.screenshot({ path: file })
        console.log(file)
        await context.close()
      }
    }
  } finally {
    await browser.close()
  }
}

/** @param {import('@playwright/test').BrowserContext} context @param {string} url */
async function logIn(context, url) {
  const { email, password } = OWNER
  const response = await context.request.post('/api/v1/auth/login', {
    data: { email, password },
    headers: { origin: url },
  })
  if (!response.ok()) throw new Error(`The login failed: ${await response.text()}`)
}

/** @param {import('@playwright/test').Page} page */
async function previewsLoaded(page) {
  await page.locator('main svg[viewBox^="-"]').first().waitFor()
}

/** @param {import('@playwright/test').Page} page */
async function tryTheFlow(page) {
  await page.getByRole('button', { name: 'Try it' }).click()
  const phone = page.getByRole('complementary', { name: 'Try it' })
  await phone.getByRole('textbox', { name: 'Message' }).fill('Hi!')
  await page.keyboard.press('Enter')
  await phone.getByRole('button', { name: 'See topics' }).waitFor()
  await phone.getByRole('textbox', { name: 'Message' }).fill('Where to find us')
  await page.keyboard.press('Enter')
  await phone.getByText('Anything else I can help with?').waitFor()
}

/** @param {import('@playwright/test').Page} page */
async function startLinking(page) {
  // The only number that is not linked yet.
  await page.getByRole('button', { name: /^(Link phone|Connect)$/ }).click()
  await page.getByRole('img', { name: 'QR code to scan with WhatsApp' }).waitFor()
}

/** @param {import('@playwright/test').Page} page */
async function fillSamples(page) {
  for (const [place, value] of Object.entries({
    1: '1042',
    name: 'Amina',
    cake: 'birthday cake',
  })) {
    await page.getByLabel(`Value of {{${place}}}`).fill(value)
  }
}
