import { create } from 'zustand'
import { type English, en } from './en/index.ts'
import { LOCALES, type Locale, type ReadServer, type TextGroup } from './locales.ts'
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
  /** Null while the interface speaks the server's language. */
  readonly readServer: ReadServer | null
}

/** All English texts that pages have brought so far (`withCanvasTexts.ts`); what a translation has not loaded stays English. */
let english = en as unknown as TranslationOf<English>
/** Groups that some page has asked for, each with when its texts are there. */
const needed = new Map<TextGroup, Promise<void>>([['pages', Promise.resolve()]])

/** The language of the interface. The app draws itself anew when it changes, so `t` needs no hook. */
export const useLocale = create<LocaleState>(() => ({
  locale: 'en',
  texts: english,
  readServer: null,
}))

/** Adds English texts, unless there are some in the language that was chosen. */
export function addTexts(added: Partial<English>): void {
  english = { ...english, ...added }
  useLocale.setState(({ texts }) => ({ texts: { ...added, ...texts } }))
}

/**
 * To be awaited beside the import of what shows the texts of this group (`textGroups.test.ts`). At once where they are there.
 * @throws when they cannot be loaded; asked again, it tries again.
 */
export function needTexts(group: TextGroup): Promise<void> {
  const known = needed.get(group)
  if (known) return known
  const loading = loadTexts(group)
  needed.set(group, loading)
  loading.catch(() => needed.delete(group))
  return loading
}

async function loadTexts(group: TextGroup): Promise<void> {
  const { locale } = useLocale.getState()
  const loaded = await LOCALES[locale].load?.[group]()
  // Whoever has changed the language meanwhile has loaded the group with it.
  if (useLocale.getState().locale !== locale) return
  useLocale.setState(({ texts }) => ({ texts: { ...texts, ...loaded } }))
}

/** The text of `key` in the interface's language, with its `{values}` filled in. */
export function t<Key extends TextKey>(key: Key, ...[params]: Arguments<Key>): string {
  return textOf(key, params)
}

/** What the server said in the language of the interface; undefined where that is the server's, or nobody has translated it. */
export function sayAgain(said: Parameters<ReadServer>[0]): string | undefined {
  const read = useLocale.getState().readServer?.(said)
  return read ? textOf(read.key, read.values) : undefined
}

/** The text of a key that is only known now, with values that nobody has checked against its `{values}`. */
function textOf(key: TextKey, params: Readonly<Record<string, string | number>> = {}): string {
  const { locale, texts } = useLocale.getState()
  return translate(texts, LOCALES[locale].format, key, isolated(params))
}

/** Whether the page runs from right to left, where CSS cannot say it by itself. */
export const isRightToLeft = (): boolean => LOCALES[useLocale.getState().locale].direction === 'rtl'

/** Names, numbers and addresses from left to right would tear a line from right to left apart: marks such a one as a whole. */
export const isolate = (words: string): string => (isRightToLeft() ? `\u2068${words}\u2069` : words)

/** Points to what comes next in a line of text. */
export const arrow = (): string => (isRightToLeft() ? '←' : '→')

const isolated = (params: Readonly<Record<string, string | number>> = {}) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolate(value) : value,
    ]),
  )

/** What `Intl` writes dates, numbers and lists in. */
export const formatLocale = (): string => LOCALES[useLocale.getState().locale].format

/** Switches the language: loads its texts, then says so to the document. Nothing changes when they cannot be loaded. */
export async function setLocale(locale: Locale): Promise<void> {
  const { direction, serverWords } = LOCALES[locale]
  const [texts, readServer = null] = await Promise.all([textsIn(locale), serverWords?.()])
  document.documentElement.lang = locale
  document.documentElement.dir = direction
  useLocale.setState({ locale, texts, readServer })
}

async function textsIn(locale: Locale): Promise<TranslationOf<English>> {
  const { load } = LOCALES[locale]
  if (!load) return english
  const groups = [...needed.keys()]
  const loaded = await Promise.all(groups.map((group) => load[group]()))
  // A page that has asked for another group meanwhile got it in the language before.
  if (needed.size > groups.length) return textsIn(locale)
  return Object.assign({}, english, ...loaded)
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
