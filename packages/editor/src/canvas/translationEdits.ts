import { isJsonObject, type JsonValue } from '@parley/shared'
import type { Draft, DraftEdit, Translations } from '@parley/shared/draft'

/** A text in another language. */
export interface Translation {
  /** Null: of the settings. */
  readonly nodeId: string | null
  readonly key: string
  readonly language: string
  /** Empty takes the translation away. */
  readonly text: string
}

/** Writes translations, all in one step of undo. Those of nodes that are not there are left out. */
export function setTranslations(draft: Draft, translations: readonly Translation[]): DraftEdit {
  const byNode = new Map<string | null, Translation[]>()
  for (const each of translations) {
    byNode.set(each.nodeId, [...(byNode.get(each.nodeId) ?? []), each])
  }
  const ofSettings = byNode.get(null)
  return {
    putNodes: draft.nodes.flatMap((node) => {
      const changes = byNode.get(node.id)
      if (!changes) return []
      const { translations: before = {}, ...rest } = node
      const after = withTexts(before, changes)
      return [Object.keys(after).length === 0 ? rest : { ...rest, translations: after }]
    }),
    ...(ofSettings && {
      settings: {
        ...draft.settings,
        translations: withTexts(readTranslations(draft.settings['translations']), ofSettings),
      },
    }),
  }
}

function withTexts(before: Translations, changes: readonly Translation[]): Translations {
  const next: Record<string, Record<string, string>> = Object.fromEntries(
    Object.entries(before).map(([language, texts]) => [language, { ...texts }]),
  )
  for (const { language, key, text } of changes) {
    const texts = next[language] ?? {}
    next[language] = texts
    if (text === '') delete texts[key]
    else texts[key] = text
  }
  return Object.fromEntries(
    Object.entries(next).filter(([, texts]) => Object.keys(texts).length > 0),
  )
}

const readTranslations = (value: JsonValue | undefined): Translations =>
  Object.fromEntries(
    Object.entries(isJsonObject(value) ? value : {}).map(([language, texts]) => [
      language,
      Object.fromEntries(
        Object.entries(isJsonObject(texts) ? texts : {}).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      ),
    ]),
  )
