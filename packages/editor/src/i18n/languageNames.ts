import { useLocale } from './t.ts'

/** Languages that can be chosen; another one that a flow or contact has already is offered, too. */
const TAGS = (
  'af am ar az be bg bn bs ca cs cy da de el en en-GB en-US es es-419 es-ES et eu fa fi fil fr fr-CA ga gl gu he hi hr ' +
  'hu hy id is it ja ka kk km kn ko ku lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt pt-BR pt-PT ro ru si sk sl so sq ' +
  'sr sv sw ta te th tr uk ur uz vi zh zh-Hans zh-Hant'
).split(' ')

/** What a language is called in the language of the interface; the tag itself where nobody knows. */
export function languageName(tag: string): string {
  const { locale } = useLocale.getState()
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
    return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1)
  } catch {
    return tag
  }
}

/** Languages to choose from, by name; `others` are offered besides the usual ones. */
export function languageOptions(
  others: readonly string[] = [],
): { value: string; label: string }[] {
  const { locale } = useLocale.getState()
  return [...new Set([...TAGS, ...others])]
    .filter((tag) => tag !== '')
    .map((value) => ({ value, label: languageName(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
}
