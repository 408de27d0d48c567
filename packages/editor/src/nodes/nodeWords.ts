import type { DraftNode } from '@parley/shared/draft'
import { isolate } from '../i18n/t.ts'
import { nodeTitle } from './nodeTitle.ts'

const MOST_WORDS = 40

/** What a node is called, and when only its type tells, the beginning of what it says. */
export function nodeWords(node: DraftNode): string {
  const title = nodeTitle(node)
  const text = node.data['text'] ?? node.data['caption'] ?? node.data['note']
  if (node.name || typeof text !== 'string' || text.trim() === '') return title
  const words = text.replaceAll(/\s+/gu, ' ').trim()
  return `${title} – ${isolate(words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words)}`
}
