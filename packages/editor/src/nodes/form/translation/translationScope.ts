import { isNodeType, languagesOf, shapeData, spokenTexts } from '@parley/shared'
import type { DraftNode, JsonObject } from '@parley/shared/draft'
import type { FieldPath } from '../NodeFormContext.ts'

/** A text of the node that has translations. */
export interface TranslatedText {
  readonly key: string
  /** By language; what is missing is absent or empty. */
  readonly texts: Readonly<Record<string, string>>
}

/** What the fields of a form know about the flow's further languages. */
export interface TranslationScope {
  readonly languages: readonly string[]
  /** The translations of the text at `path`; null when it is not one that contacts read. */
  textAt(path: FieldPath): TranslatedText | null
  readonly write: (key: string, language: string, text: string) => void
}

/** Null while the flow has one language. */
export function translationScope(
  node: DraftNode,
  settings: JsonObject,
  write: TranslationScope['write'],
): TranslationScope | null {
  const languages = furtherLanguages(settings)
  if (languages.length === 0 || !isNodeType(node.type)) return null
  const keys = new Map(
    spokenTexts({ type: node.type, data: shapeData(node.type, node.data) }).map(({ path, key }) => [
      path.join('.'),
      key,
    ]),
  )
  return {
    languages,
    textAt(path) {
      const key = keys.get(path.join('.'))
      if (key === undefined) return null
      const texts = languages.map((language) => [
        language,
        node.translations?.[language]?.[key] ?? '',
      ])
      return { key, texts: Object.fromEntries(texts) }
    },
    write,
  }
}

/** The languages of a draft besides its own, as far as they can be read. */
export function furtherLanguages({ language, languages }: JsonObject): readonly string[] {
  const own = typeof language === 'string' ? language : 'en'
  const others = Array.isArray(languages)
    ? languages.filter((each): each is string => typeof each === 'string')
    : []
  return languagesOf({ language: own, languages: others }).slice(1)
}
