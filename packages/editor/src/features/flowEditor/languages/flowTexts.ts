import { isJsonObject, isNodeType, needsTranslation, shapeData, spokenTexts } from '@parley/shared'
import type { Draft, DraftNode } from '@parley/shared/draft'
import { furtherLanguages } from '../../../nodes/form/translation/translationScope.ts'

/** A text of the flow that contacts read, with its translations. */
export interface FlowText {
  /** Null: a text of the settings. */
  readonly nodeId: string | null
  readonly key: string
  readonly path: readonly (string | number)[]
  readonly source: string
  /** By language. */
  readonly texts: Readonly<Record<string, string>>
  /** False: the same in every language. */
  readonly needsTranslation: boolean
}

/** Every text of a flow that contacts read and that is not empty, in the order of the nodes. Pure. */
export const flowTexts = ({ nodes, settings }: Draft): readonly FlowText[] => [
  ...nodes.flatMap(textsOfNode),
  ...settingsTexts(settings),
]

/** Nodes keep their identity while they do not change, and a large flow has thousands of texts. */
const textsByNode = new WeakMap<DraftNode, readonly FlowText[]>()

function textsOfNode(node: DraftNode): readonly FlowText[] {
  const known = textsByNode.get(node)
  if (known) return known
  const { type, data, translations = {} } = node
  const texts = !isNodeType(type)
    ? []
    : spokenTexts({ type, data: shapeData(type, data) })
        .filter(({ source }) => source.trim() !== '')
        .map(({ key, path, source }) => ({
          nodeId: node.id,
          key,
          path,
          source,
          texts: Object.fromEntries(
            Object.entries(translations).map(([language, all]) => [language, all[key] ?? '']),
          ),
          needsTranslation: needsTranslation(source),
        }))
  textsByNode.set(node, texts)
  return texts
}

function settingsTexts({ staleTap, staleTapText, translations }: Draft['settings']) {
  if (typeof staleTapText !== 'string' || staleTapText.trim() === '') return []
  if (staleTap !== undefined && staleTap !== 'explain') return []
  const texts = Object.entries(isJsonObject(translations) ? translations : {}).map(
    ([language, all]) => {
      const text = isJsonObject(all) ? all['staleTapText'] : undefined
      return [language, typeof text === 'string' ? text : '']
    },
  )
  return [
    {
      nodeId: null,
      key: 'staleTapText',
      path: ['staleTapText'],
      source: staleTapText,
      // Pairs of language and text.
      texts: Object.fromEntries(texts) as Record<string, string>,
      needsTranslation: needsTranslation(staleTapText),
    },
  ]
}

export const isMissing = ({ needsTranslation: needed, texts }: FlowText, language: string) =>
  needed && (texts[language] ?? '').trim() === ''

/** How many texts have no translation yet, by language. */
export function missingCounts(draft: Draft): ReadonlyMap<string, number> {
  const languages = furtherLanguages(draft.settings)
  if (languages.length === 0) return new Map()
  const texts = flowTexts(draft)
  return new Map(
    languages.map((language) => [
      language,
      texts.filter((each) => isMissing(each, language)).length,
    ]),
  )
}
