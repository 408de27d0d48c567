import type { English } from './en/index.ts'
import { en } from './en/index.ts'
import type { TranslationOf } from './types.ts'

export interface LocaleDefinition {
  /** In its own language. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly load: () => Promise<TranslationOf<English>>
}

/** Languages of the interface. A new one is a folder like `en` and a line here; `load` keeps it out of the first download. */
export const LOCALES = {
  en: { name: 'English', direction: 'ltr', load: loadEnglish },
} as const satisfies Readonly<Record<string, LocaleDefinition>>

export type Locale = keyof typeof LOCALES

export const isLocale = (value: string): value is Locale => value in LOCALES

async function loadEnglish(): Promise<TranslationOf<English>> {
  const [{ canvasTexts }, { developerTexts }] = await Promise.all([
    import('./en/canvasTexts.ts'),
    import('./en/developerTexts.ts'),
  ])
  return { ...en, ...canvasTexts, ...developerTexts }
}
