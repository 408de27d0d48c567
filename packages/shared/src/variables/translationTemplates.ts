import type { DraftNode } from '../draft/draft.ts'
import { spokenTexts } from '../languages/spokenTexts.ts'
import { isNodeType } from '../nodes/index.ts'
import { shapeData } from '../nodes/shapeData.ts'
import { type RenamedText, renameInLiquid } from './renameInLiquid.ts'

/** The translated texts of a node, each at the place of the text that it translates. */
export function translationTemplates({ type, data, translations }: DraftNode) {
  if (translations === undefined || !isNodeType(type)) return []
  return spokenTexts({ type, data: shapeData(type, data) }).flatMap(({ key, path }) =>
    Object.values(translations).flatMap((texts) => {
      const source = Object.hasOwn(texts, key) ? texts[key] : undefined
      return source === undefined || source === '' ? [] : [{ path, source }]
    }),
  )
}

/** The node with a variable called otherwise in its translations; the node itself where none of them knows it. */
export function renameInTranslations(
  node: DraftNode,
  from: string,
  to: string,
): DraftNode | { readonly problem: Extract<RenamedText, { ok: false }>['problem'] } {
  const { translations } = node
  if (translations === undefined) return node
  const next: Record<string, Record<string, string>> = {}
  let isChanged = false
  for (const [language, texts] of Object.entries(translations)) {
    next[language] = {}
    for (const [key, source] of Object.entries(texts)) {
      const renamed = renameInLiquid(source, from, to)
      if (!renamed.ok) return { problem: renamed.problem }
      next[language][key] = renamed.source
      isChanged ||= renamed.source !== source
    }
  }
  return isChanged ? { ...node, translations: next } : node
}
