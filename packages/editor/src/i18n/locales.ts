import type { StarterWords } from '@parley/shared/starters'
import type { English } from './en/index.ts'
import type { KeyOf, TranslationOf } from './types.ts'

/** Texts by when they are needed: on every page, on the canvas, on the pages that few people open, for files of Typebot. */
export type TextGroup = 'pages' | 'canvas' | 'developers' | 'typebot'

type LoadTexts = () => Promise<Partial<TranslationOf<English>>>

/** Something that the server said. */
interface Said {
  readonly sentence: string
  /** Of a message that could not be sent: its class, which says less than the sentence. */
  readonly failureClass?: string
}

/** The text that says the same as the server, with what stands in its `{values}`; null where there is none. */
export type ReadServer = (
  said: Said,
) => { readonly key: KeyOf<English>; readonly values: Readonly<Record<string, string>> } | null

export interface LocaleDefinition {
  /** In its own language. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** For `Intl`: how dates, numbers and lists are written. */
  readonly format: string
  /** Fetches a group, so that only the language in use is downloaded. English has none: its pages bring it. */
  readonly load?: { readonly [Group in TextGroup]: LoadTexts }
  /** Fetches what tells what the server said. English has none: that is the server's language. */
  readonly serverWords?: () => Promise<ReadServer>
  /** Fetches what the flows to begin with say: to customers, and to whoever draws them. */
  readonly starters: () => Promise<StarterWords>
}

/**
 * Languages of the interface. A new one is a folder like `es`, one for the starters (`shared/src/starters/words`), a line
 * here, and one in `public/firstPaint.js`.
 */
const definitions = {
  en: {
    name: 'English',
    direction: 'ltr',
    format: 'en',
    starters: async () => (await import('@parley/shared/starters/en')).en,
  },
  es: {
    name: 'Español',
    direction: 'ltr',
    format: 'es',
    load: {
      pages: async () => (await import('./es/index.ts')).es,
      canvas: async () => (await import('./es/canvasTexts.ts')).canvasTexts,
      developers: async () => (await import('./es/developerTexts.ts')).developerTexts,
      typebot: async () => ({ typebot: (await import('./es/typebot.ts')).typebot }),
    },
    serverWords: async () => (await import('./serverWords.ts')).readServer,
    starters: async () => (await import('@parley/shared/starters/es')).es,
  },
  ar: {
    name: 'العربية',
    direction: 'rtl',
    // With the digits 0 to 9: phone numbers, versions and codes have them too, and two kinds side by side confuse.
    format: 'ar-u-nu-latn',
    load: {
      pages: async () => (await import('./ar/index.ts')).ar,
      canvas: async () => (await import('./ar/canvasTexts.ts')).canvasTexts,
      developers: async () => (await import('./ar/developerTexts.ts')).developerTexts,
      typebot: async () => ({ typebot: (await import('./ar/typebot.ts')).typebot }),
    },
    serverWords: async () => (await import('./serverWords.ts')).readServer,
    starters: async () => (await import('@parley/shared/starters/ar')).ar,
  },
} as const satisfies Readonly<Record<string, LocaleDefinition>>

export type Locale = keyof typeof definitions

export const LOCALES: Readonly<Record<Locale, LocaleDefinition>> = definitions

export const isLocale = (value: string): value is Locale => Object.hasOwn(LOCALES, value)
