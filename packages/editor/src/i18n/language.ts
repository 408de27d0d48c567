import { create } from 'zustand'
import { isLocale, type Locale } from './locales.ts'
import { setLocale } from './t.ts'

/** `browser`: the first of its languages that the interface speaks. */
export type LanguageChoice = Locale | 'browser'

const STORAGE_KEY = 'parley.language'

interface LanguageState {
  readonly choice: LanguageChoice
}

/** The language that was chosen on this device. `public/firstPaint.js` has told the document before the first paint. */
export const useLanguage = create<LanguageState>(() => ({ choice: readChoice() }))

/** To be awaited before the app is drawn. A language that cannot be loaded is English for now. */
export async function startLanguage(): Promise<void> {
  try {
    await setLocale(resolve(useLanguage.getState().choice))
  } catch {
    await setLocale('en')
  }
}

/** Changes the language as soon as its texts are there, and for later visits. @throws when they cannot be loaded. */
export async function setLanguage(choice: LanguageChoice): Promise<void> {
  await setLocale(resolve(choice))
  useLanguage.setState({ choice })
  try {
    localStorage.setItem(STORAGE_KEY, choice)
  } catch {
    // Storage can be switched off; the choice lives as long as the tab.
  }
}

/** Which language a choice comes to in a browser with these languages. */
export function resolve(
  choice: LanguageChoice,
  browserLanguages: readonly string[] = navigator.languages,
): Locale {
  if (choice !== 'browser') return choice
  for (const language of browserLanguages) {
    const [base = ''] = language.toLowerCase().split('-')
    if (isLocale(base)) return base
  }
  return 'en'
}

function readChoice(): LanguageChoice {
  try {
    const stored = localStorage.getItem(STORAGE_KEY)
    return stored !== null && isLocale(stored) ? stored : 'browser'
  } catch {
    return 'browser'
  }
}
