import type { JsonValue } from '../json.ts'
import type { Translations } from './draft.ts'

/** Before the language and the key of a text in an entry's name. No field of a node begins like this. */
const PREFIX = 'translation '

/** Translated texts as entries of a node's own map, each under a name of its own. */
export const toTranslationEntries = (translations: Translations): Record<string, string> =>
  Object.fromEntries(
    Object.entries(translations).flatMap(([language, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${PREFIX}${language} ${key}`, text]),
    ),
  )

/** The translations among a node's entries; null when there are none. Values are read only where they are needed. */
export function fromTranslationEntries(
  entries: Iterable<readonly [name: string, read: () => JsonValue]>,
): Translations | null {
  const found = new Map<string, Map<string, string>>()
  for (const [name, read] of entries) {
    if (!name.startsWith(PREFIX)) continue
    const [, language, key] = /^(\S+) (.+)$/su.exec(name.slice(PREFIX.length)) ?? []
    const text = read()
    if (language === undefined || key === undefined || typeof text !== 'string') continue
    const texts = found.get(language) ?? new Map<string, string>()
    found.set(language, texts.set(key, text))
  }
  if (found.size === 0) return null
  return Object.fromEntries(
    [...found]
      .toSorted(byName)
      .map(([language, texts]) => [language, Object.fromEntries([...texts].toSorted(byName))]),
  )
}

/** A map of Yjs keeps the order in which things arrived, which is another one in each copy of the document. */
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1
