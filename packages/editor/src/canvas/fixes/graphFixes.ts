import { definitionOf, isNodeType, type NodeType } from '@parley/shared'
import { type Draft, type DraftEdit, type DraftNode, withEdit } from '@parley/shared/draft'
import { t } from '../../i18n/t.ts'
import { addBehind, addNode, connect, newNode, removeEdges, removeNodes } from '../edits.ts'
import { geometryOf, type HandleRef } from '../geometry.ts'
import { handleLabel } from '../handleLabel.ts'
import { freePlaceAt, freePlaceBehind } from '../places.ts'
import type { FindFixes, FixScope } from './Fix.ts'

/** A new node behind a way out that leads nowhere. */
function addAt(
  { draft, newId }: FixScope,
  from: HandleRef,
  type: NodeType,
  data: DraftNode['data'] = {},
): DraftEdit {
  const made = newNode(newId(), type, freePlaceBehind(draft, from))
  return addBehind(draft, from, { ...made, data: { ...made.data, ...data } })
}

export const openEnd: FindFixes = ({ nodeId, handle }, scope) => {
  if (nodeId === undefined || handle === undefined) return []
  const from = { nodeId, handle }
  return [
    { label: t('problems.fixes.endHere'), edit: addAt(scope, from, 'end') },
    { label: t('problems.fixes.handOver'), edit: addAt(scope, from, 'handover') },
  ]
}

/** A failure is nobody's wish, so a person is the first thought. */
export const openFailure: FindFixes = (problem, scope) => openEnd(problem, scope).toReversed()

export const unreachable: FindFixes = ({ nodeId }, { draft }) => {
  if (nodeId === undefined) return []
  const from = openHandles(draft).filter((open) => open.nodeId !== nodeId)
  const [only] = from
  return [
    ...(from.length === 1 && only
      ? [
          {
            label: t('problems.fixes.connectHere', { from: only.label }),
            edit: connect(draft, only, nodeId),
          },
        ]
      : []),
    { label: t('problems.fixes.removeNode'), edit: removeNodes(draft, [nodeId]) },
  ]
}

/** The ways out that must lead somewhere and do not. */
function openHandles(draft: Draft): readonly (HandleRef & { readonly label: string })[] {
  const taken = new Set(draft.edges.map(({ source, sourceHandle }) => `${source} ${sourceHandle}`))
  return draft.nodes.flatMap((node) =>
    geometryOf(node)
      .outlets.filter(({ handle }) => !handle.optional && !taken.has(`${node.id} ${handle.id}`))
      .map(({ handle }) => ({ nodeId: node.id, handle: handle.id, label: handleLabel(handle) })),
  )
}

export const endlessLoop: FindFixes = ({ nodeIds = [] }, { draft, newId }) => {
  const inside = new Set(nodeIds)
  // The line that leads back to where the circle is entered.
  const back = draft.edges.findLast(
    ({ source, target }) => inside.has(source) && inside.has(target),
  )
  if (!back) return []
  const from = { nodeId: back.source, handle: back.sourceHandle }
  const asking = newNode(newId(), 'question', freePlaceBehind(draft, from))
  const question = { ...asking, data: { ...asking.data, text: t('problems.fixes.askText') } }
  return [
    { label: t('problems.fixes.askBetween'), edit: addBehind(draft, from, question) },
    { label: t('problems.fixes.removeEdge'), edit: removeEdges([back.id]) },
  ]
}

export const noStart: FindFixes = (_, { draft, newId }) => {
  const start = newNode(newId(), 'start', freePlaceAt(draft, { x: 0, y: 0 }))
  const [first] = draft.nodes.filter(
    ({ id, type }) =>
      isNodeType(type) &&
      definitionOf(type).hasInput &&
      !draft.edges.some(({ target }) => target === id),
  )
  const added = addNode(start)
  const leading = first
    ? connect(withEdit(draft, added), { nodeId: start.id, handle: 'next' }, first.id)
    : {}
  return [{ label: t('problems.fixes.addStart'), edit: { ...leading, ...added } }]
}
