import type { FlowSettings } from '../flow.ts'
import { foldText } from '../text.ts'

/** The languages that a flow speaks, its own first. */
export const languagesOf = ({
  language,
  languages,
}: Pick<FlowSettings, 'language' | 'languages'>): readonly string[] => [
  ...new Set([language, ...languages]),
]

/**
 * The language in which a flow speaks with a contact: exactly theirs, else another form of it (`es` for `es-MX`), else
 * the flow's own.
 */
export function chooseLanguage(
  settings: Pick<FlowSettings, 'language' | 'languages'>,
  contactLanguage: string,
): string {
  if (settings.languages.length === 0 || contactLanguage === '') return settings.language
  const languages = languagesOf(settings)
  const wanted = contactLanguage.toLowerCase()
  return (
    languages.find((each) => each.toLowerCase() === wanted) ??
    languages.find((each) => each.toLowerCase() === baseOf(wanted)) ??
    languages.find((each) => baseOf(each) === baseOf(wanted)) ??
    settings.language
  )
}

const baseOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? ''

/**
 * The language that a text means, as BCP 47 writes it: a tag (`es`, `pt_br`), or the name of one of `languages` in itself,
 * in English or in the first of them. Null when it is neither.
 */
export function readLanguage(text: string, languages: readonly string[]): string | null {
  const words = foldText(text)
  const named = languages.find((language) =>
    [language, 'en', languages[0] ?? 'en'].some(
      (inLanguage) => foldText(languageName(language, inLanguage)) === words,
    ),
  )
  return named ?? canonicalTag(text.trim())
}

/** How BCP 47 writes a tag, for example `pt-BR` for `pt_br`; null when it is not one of a language that people speak. */
export function canonicalTag(text: string): string | null {
  if (!/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,4}$/.test(text)) return null
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}

/** What a language is called in another one, for example “español” for `es` in `es`; the tag itself where nobody knows. */
export function languageName(language: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language
  } catch {
    // The flow's own language may be half typed.
    return language
  }
}
