import { create } from 'zustand'
import { type English, en } from './en/index.ts'
import { LOCALES, type Locale } from './locales.ts'
import type { KeyOf, ParamsOf, Plural, TextAt, Texts, TranslationOf } from './types.ts'

export type TextKey = KeyOf<English>
type Arguments<Key extends TextKey> = keyof ParamsOf<TextAt<English, Key>> extends never
  ? []
  : [params: ParamsOf<TextAt<English, Key>>]

/** Keys of texts that need no values: for tables of labels. */
export type PlainKey = { [Key in TextKey]: Arguments<Key> extends [] ? Key : never }[TextKey]

interface LocaleState {
  readonly locale: Locale
  readonly texts: TranslationOf<English>
}

/** The language of the interface. The app draws itself anew when it changes, so `t` needs no hook. */
export const useLocale = create<LocaleState>(() => ({
  locale: 'en',
  // Pages that show the texts of the canvas bring them along (`withCanvasTexts.ts`) before they are drawn.
  texts: en as unknown as TranslationOf<English>,
}))

/** Adds English texts, unless there are some in the language that was chosen. */
export const addTexts = (added: Partial<English>): void =>
  useLocale.setState(({ texts }) => ({ texts: { ...added, ...texts } }))

/** The text of `key` in the interface's language, with its `{values}` filled in. */
export function t<Key extends TextKey>(key: Key, ...[params]: Arguments<Key>): string {
  const { locale, texts } = useLocale.getState()
  return translate(texts, locale, key, params)
}

/** Switches the language: loads its texts, then says so to the document. */
export async function setLocale(locale: Locale): Promise<void> {
  const texts = await LOCALES[locale].load()
  document.documentElement.lang = locale
  document.documentElement.dir = LOCALES[locale].direction
  useLocale.setState({ locale, texts })
}

/** Looks `key` up in `texts`. An unknown key gives itself, so that a mistake can be seen and found. */
export function translate(
  texts: Texts,
  locale: string,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const text = key
    .split('.')
    .reduce<string | Plural | Texts | undefined>(
      (place, name) => (isGroup(place) ? place[name] : undefined),
      texts,
    )
  if (typeof text === 'string') return fill(text, locale, params)
  if (text && isPlural(text)) {
    const form = new Intl.PluralRules(locale).select(Number(params['count'] ?? 0))
    return fill(text[form] ?? text.other, locale, params)
  }
  return key
}

const isGroup = (place: string | Plural | Texts | undefined): place is Texts =>
  typeof place === 'object'

const isPlural = (place: Plural | Texts): place is Plural =>
  'other' in place && typeof place.other === 'string'

function fill(
  text: string,
  locale: string,
  params: Readonly<Record<string, string | number>>,
): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = params[name]
    if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
    return value ?? whole
  })
}
