import { textFieldsOf } from '@parley/shared'
import type { DraftNode } from '@parley/shared/draft'
import { CircleHelp } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { lookOf } from '../nodes/index.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'
import type { CommandItem } from '../ui/CommandMenu.tsx'
import { shapedNode } from './geometry.ts'

/** A node as a line of a searchable list: found by its name, its type and everything that it says. */
export function nodeItem(node: DraftNode, onSelect: () => void): CommandItem {
  const shaped = shapedNode(node)
  const Icon = shaped ? lookOf(shaped.type).icon : CircleHelp
  const texts = textFieldsOf(node.type, node.data).filter(({ title }) => title === undefined)
  const words = texts.map(({ value }) => value.replaceAll(/\s+/gu, ' ').trim())
  return {
    id: node.id,
    label: nodeTitle(node),
    detail: beginningOf(node),
    keywords: [...words, ...(shaped ? [t(`nodes.types.${shaped.type}.title`)] : []), node.type],
    icon: <Icon />,
    onSelect,
  }
}

const BEGINNING = 60

/** The first words of what a node says, to tell it from others of its type. */
function beginningOf({ data }: DraftNode): string {
  const text = data['text'] ?? data['caption'] ?? data['note']
  return typeof text === 'string' ? text.replaceAll(/\s+/gu, ' ').trim().slice(0, BEGINNING) : ''
}
