import { definitionOf, foldText, NODE_TYPES, type NodeType } from '@parley/shared'
import { t } from '../i18n/t.ts'

const GROUPS = ['messages', 'questions', 'logic', 'actions', 'canvas'] as const
export type PaletteGroup = (typeof GROUPS)[number]

export interface PaletteSection {
  readonly group: PaletteGroup
  readonly types: readonly NodeType[]
}

/** The node types that can be added, by section; with a search, those whose title or keywords have its words. */
export function paletteSections(search = ''): readonly PaletteSection[] {
  const words = foldText(search).split(' ')
  return GROUPS.map((group) => ({
    group,
    types: NODE_TYPES.filter((type) => definitionOf(type).group === group && matches(type, words)),
  })).filter(({ types }) => types.length > 0)
}

function matches(type: NodeType, words: readonly string[]): boolean {
  const text = foldText(
    [
      t(`nodes.types.${type}.title`),
      t(`nodes.types.${type}.hint`),
      t(`nodes.types.${type}.keywords`),
    ].join(' '),
  )
  return words.every((word) => text.includes(word))
}
