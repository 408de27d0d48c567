import type { Draft, DraftNode } from '@parley/shared/draft'
import { geometryOf } from '../../../../canvas/geometry.ts'
import { handleLabel } from '../../../../canvas/handleLabel.ts'
import { arrow, isolate, t } from '../../../../i18n/t.ts'
import { groupBy } from '../../groupBy.ts'
import { wholeSettings } from '../compareDrafts.ts'
import { type FieldLine, fieldLines, linesOfObject } from './fieldLines.ts'
import { inOrderOfHandles } from './readingOrder.ts'

/** A node, or what belongs to the whole flow, as lines to read. */
export interface OutlineBlock {
  /** The node's id; empty for the whole flow. */
  readonly id: string
  readonly lines: readonly string[]
}

/**
 * A flow as a text that people read, a block for each node:
 *
 *   Buttons – What would you like?
 *     Message: What would you like?
 *     Buttons 1: A cake
 *     A cake → Question – Which one?
 *
 * @param wordsOf what nodes without a name are called: the same in both outlines of a comparison, or a node would differ
 *   because another one that it leads to says something else.
 */
export function outline(
  draft: Draft,
  wordsOf: (nodeId: string) => string,
): ReadonlyMap<string, OutlineBlock> {
  const known = new Set(draft.nodes.map(({ id }) => id))
  const edges = groupBy(draft.edges, ({ source }) => source)
  const blocks = draft.nodes.map((node): OutlineBlock => {
    const ways = inOrderOfHandles(node, edges.get(node.id) ?? [])
      .filter(({ target }) => known.has(target))
      .map(
        (edge) =>
          `  ${isolate(wayOutWords(node, edge.sourceHandle))} ${arrow()} ${isolate(wordsOf(edge.target))}`,
      )
    return {
      id: node.id,
      // The name stands above them already.
      lines: [
        node.name || wordsOf(node.id),
        ...fieldLines({ ...node, name: '' }).flatMap(toLines),
        ...ways,
      ],
    }
  })
  return new Map([aroundOf(draft), ...blocks].map((block) => [block.id, block]))
}

/** What a way out says; its id when the node does not have it any more. */
export function wayOutWords(node: DraftNode, sourceHandle: string): string {
  const outlet = geometryOf(node).outlets.find(({ handle }) => handle.id === sourceHandle)
  return outlet ? handleLabel(outlet.handle) : sourceHandle
}

/** Settings, variables and tests. */
export const aroundLines = (draft: Draft): readonly FieldLine[] => [
  ...linesOfObject(wholeSettings(draft), ['settings'], ''),
  ...linesOfObject({ variables: [...draft.variables] }, [], ''),
]

const aroundOf = (draft: Draft): OutlineBlock => ({
  id: '',
  lines: [t('compare.wholeFlow'), ...aroundLines(draft).flatMap(toLines)],
})

/** Further lines of a text are indented more than where the next field begins. */
const toLines = ({ label, value }: FieldLine): readonly string[] => {
  const [first = '', ...others] = value.split('\n')
  return [`  ${label}: ${isolate(first)}`, ...others.map((line) => `      ${isolate(line)}`)]
}
