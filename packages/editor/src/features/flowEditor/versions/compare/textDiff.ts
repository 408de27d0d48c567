import { diffArrays } from 'diff'
import { nodeWords } from '../../../../nodes/nodeWords.ts'
import type { Comparison } from './compareFlows.ts'
import { outline } from './outline.ts'
import { readingOrder } from './readingOrder.ts'

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Two texts as parts of one, word by word; what was taken away stands before what came instead. */
export function wordDiff(before: string, after: string, locale: string): readonly DiffPart[] {
  // Texts are in the language of the customers; the segmenter knows words of those that write no spaces, too.
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  const words = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)
  return partsOf(words(before), words(after)).map(({ kind, items }) => ({
    kind,
    text: items.join(''),
  }))
}

export interface DiffBlock {
  /** The node that it is about; empty for the whole flow. */
  readonly id: string
  readonly isChanged: boolean
  readonly lines: readonly DiffPart[]
}

/** Two flows as one text: node by node in reading order, with what each of them has alone. */
export function textDiff({ before, after, both }: Comparison): readonly DiffBlock[] {
  const words = new Map([...before.nodes, ...after.nodes].map((node) => [node.id, nodeWords(node)]))
  const wordsOf = (nodeId: string) => words.get(nodeId) ?? nodeId
  const [old, now] = [outline(before, wordsOf), outline(after, wordsOf)]
  return ['', ...readingOrder(both).map(({ id }) => id)].map((id) => {
    const lines = partsOf(old.get(id)?.lines ?? [], now.get(id)?.lines ?? []).flatMap(
      ({ kind, items }) => items.map((text) => ({ kind, text })),
    )
    return { id, isChanged: lines.some(({ kind }) => kind !== 'same'), lines }
  })
}

const SIGNS = { same: '  ', added: '+ ', removed: '- ' } as const

/** For a message or a merge request: lines marked with + and -. */
export const toPlainText = (blocks: readonly DiffBlock[]): string =>
  blocks
    .map(({ lines }) => lines.map(({ kind, text }) => `${SIGNS[kind]}${text}`).join('\n'))
    .join('\n\n')

const partsOf = (
  before: readonly string[],
  after: readonly string[],
): readonly { readonly kind: DiffPart['kind']; readonly items: readonly string[] }[] =>
  diffArrays([...before], [...after]).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    items: value,
  }))
