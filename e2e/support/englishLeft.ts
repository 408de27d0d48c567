import type { Page } from '@playwright/test'
import { canvasTexts as arabicCanvas } from '../../packages/editor/src/i18n/ar/canvasTexts.ts'
import { developerTexts as arabicDevelopers } from '../../packages/editor/src/i18n/ar/developerTexts.ts'
import { ar } from '../../packages/editor/src/i18n/ar/index.ts'
import { auth } from '../../packages/editor/src/i18n/en/auth.ts'
import { canvasTexts } from '../../packages/editor/src/i18n/en/canvasTexts.ts'
import { contacts } from '../../packages/editor/src/i18n/en/contacts.ts'
import { developerTexts } from '../../packages/editor/src/i18n/en/developerTexts.ts'
import { flows } from '../../packages/editor/src/i18n/en/flows.ts'
import { inbox } from '../../packages/editor/src/i18n/en/inbox.ts'
import { en } from '../../packages/editor/src/i18n/en/index.ts'
import { numbers } from '../../packages/editor/src/i18n/en/numbers.ts'
import { server } from '../../packages/editor/src/i18n/en/server.ts'
import type { Texts } from '../../packages/editor/src/i18n/types.ts'
import { ar as arabicStarters } from '../../packages/shared/src/starters/words/ar/index.ts'
import { en as starters } from '../../packages/shared/src/starters/words/en/index.ts'

const ARABIC = flatten({ ...ar, ...arabicCanvas, ...arabicDevelopers })

/** English texts that are said otherwise in Arabic; a `{value}` in them may be anything. */
const ENGLISH: readonly RegExp[] = [
  ...flatten({
    ...en,
    auth,
    contacts,
    flows,
    inbox,
    numbers,
    server,
    ...canvasTexts,
    ...developerTexts,
  }),
].flatMap(([key, text]) => {
  const words = text.replaceAll(/<\/?\w+>/gu, '')
  const hasWords = /[a-z]{2}/iu.test(words.replaceAll(/\{\w+\}/gu, ''))
  return hasWords && ARABIC.get(key) !== text ? [toPattern(words)] : []
})

/** What only the starters in English say. */
const STARTERS: ReadonlySet<string> = new Set(
  stringsIn(starters).filter((text) => !stringsIn(arabicStarters).includes(text)),
)

/** What a page that should be in Arabic says in the English of our dictionary: to read, or by a label or a tip. */
export async function englishLeft(page: Page): Promise<readonly string[]> {
  const said: readonly string[] = await page.evaluate(TEXTS_OF_PAGE)
  return [...new Set(said)].filter(
    (words) => STARTERS.has(words) || ENGLISH.some((pattern) => pattern.test(words)),
  )
}

/** Runs in the page: every text that is drawn, and every label, placeholder and tip. */
const TEXTS_OF_PAGE = `(() => {
  const isDrawn = (element) => element.checkVisibility({ visibilityProperty: true })
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = [document.title]
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement && !node.parentElement.closest('script, style') && isDrawn(node.parentElement))
      texts.push(node.data)
  }
  for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-roledescription']) {
    for (const element of document.querySelectorAll('[' + name + ']'))
      if (isDrawn(element)) texts.push(element.getAttribute(name))
  }
  return texts.map((text) => text.trim()).filter(Boolean)
})()`

function toPattern(text: string): RegExp {
  const parts = text
    .split(/\{\w+\}/u)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
  return new RegExp(`^${parts.join('.+')}$`, 'u')
}

/** Each text by its dotted key; those by number by their form, too. */
function flatten(texts: Texts, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, text]): readonly (readonly [string, string])[] => {
      const key = `${path}${name}`
      // Texts by number have texts in them, as groups have.
      return typeof text === 'string' ? [[key, text]] : [...flatten(text as Texts, `${key}.`)]
    }),
  )
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
