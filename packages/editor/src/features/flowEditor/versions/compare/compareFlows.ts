import type { Draft, DraftEdge, DraftNode } from '@parley/shared/draft'
import { overlaps } from '../../../../canvas/box.ts'
import { geometryOf } from '../../../../canvas/geometry.ts'
import type { Mark, MarksState } from '../../../../canvas/marks.ts'
import { boxOf, freePlaceAt } from '../../../../canvas/places.ts'
import { groupBy } from '../../groupBy.ts'
import { isSame, isSameNode, wholeSettings } from '../compareDrafts.ts'
import { readingOrder } from './readingOrder.ts'

type Differs = Extract<Mark, 'added' | 'removed' | 'changed'>

/** One thing in which two flows differ. `id` is the node's or the edge's in the picture of both. */
export type Change =
  | {
      readonly type: 'node'
      readonly id: string
      readonly mark: Differs
      readonly before: DraftNode | null
      readonly after: DraftNode | null
    }
  | {
      readonly type: 'edge'
      readonly id: string
      readonly mark: Differs
      readonly before: DraftEdge | null
      readonly after: DraftEdge | null
    }
  /** Settings, variables or tests. */
  | { readonly type: 'flow'; readonly id: ''; readonly mark: 'changed' }

export interface Comparison {
  readonly before: Draft
  readonly after: Draft
  /** Both at once: what is there now, and at its old place what was there and is not any more. */
  readonly both: Draft
  /** For `both`. */
  readonly marks: MarksState
  /** In the order in which somebody would read the flow. */
  readonly changes: readonly Change[]
}

/** Two states of a flow, laid over each other. Places do not count: a node that was only moved has not changed. */
export function compareFlows(before: Draft, after: Draft): Comparison {
  const nodes = compareNodes(before, after)
  const removed = nodes.flatMap(({ mark, before: node }) =>
    mark === 'removed' && node ? [node] : [],
  )
  const edges = compareEdges(before, after)
  const both: Draft = {
    ...after,
    // Under what is there now.
    nodes: [...besideOthers(removed, after), ...after.nodes],
    edges: [],
  }
  const nodesById = new Map(both.nodes.map((node) => [node.id, node]))
  const lost = edges.flatMap(({ before: edge }) => (edge ? [oldLine(edge, nodesById)] : []))
  const lines = [...after.edges, ...lost.filter((edge) => edge !== null)]
  return {
    before,
    after,
    both: { ...both, edges: lines },
    marks: {
      nodes: new Map(nodes.map(({ id, mark }) => [id, mark])),
      edges: new Map(
        edges.flatMap(({ mark, before: old, after: now }): readonly (readonly [string, Mark])[] => [
          ...(now ? [[now.id, mark] as const] : []),
          ...(old ? [[oldId(old), 'removed'] as const] : []),
        ]),
      ),
    },
    changes: [
      ...(isSameAround(before, after) ? [] : [{ type: 'flow', id: '', mark: 'changed' } as const]),
      ...inReadingOrder({ ...both, edges: lines }, nodes, edges),
    ],
  }
}

type NodeChange = Extract<Change, { type: 'node' }>
type EdgeChange = Extract<Change, { type: 'edge' }>

function compareNodes(before: Draft, after: Draft): readonly NodeChange[] {
  const old = new Map(before.nodes.map((node) => [node.id, node]))
  const now = new Set(after.nodes.map(({ id }) => id))
  const type = 'node' as const
  return [
    ...before.nodes.flatMap((node): NodeChange[] =>
      now.has(node.id) ? [] : [{ type, id: node.id, mark: 'removed', before: node, after: null }],
    ),
    ...after.nodes.flatMap((node): NodeChange[] => {
      const was = old.get(node.id)
      if (!was) return [{ type, id: node.id, mark: 'added', before: null, after: node }]
      if (isSameNode(was, node)) return []
      return [{ type, id: node.id, mark: 'changed', before: was, after: node }]
    }),
  ]
}

/** Edges by the way out that they leave by: one that leads elsewhere now has changed, whatever its id. */
function compareEdges(before: Draft, after: Draft): readonly EdgeChange[] {
  const wayOut = ({ source, sourceHandle }: DraftEdge) => `${source} ${sourceHandle}`
  const old = groupBy(before.edges, wayOut)
  const now = groupBy(after.edges, wayOut)
  const type = 'edge' as const
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [gone, come] = withoutCommon(old.get(key) ?? [], now.get(key) ?? [])
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, index): EdgeChange => {
      const [was = null, is = null] = [gone[index], come[index]]
      const mark = was === null ? 'added' : is === null ? 'removed' : 'changed'
      return { type, id: is?.id ?? (was ? oldId(was) : ''), mark, before: was, after: is }
    })
  })
}

/** What is in one of the lists only, going by where the edges lead. */
function withoutCommon(
  a: readonly DraftEdge[],
  b: readonly DraftEdge[],
): readonly [DraftEdge[], DraftEdge[]] {
  const leadsInto = (edges: readonly DraftEdge[]) => new Set(edges.map(({ target }) => target))
  const [ofA, ofB] = [leadsInto(a), leadsInto(b)]
  return [a.filter(({ target }) => !ofB.has(target)), b.filter(({ target }) => !ofA.has(target))]
}

/** An id of its own: the same edge may be there with another target. */
const oldId = ({ id }: DraftEdge): string => `before:${id}`

/** A line that is no more, from the way out that it had, or from another when its node has lost that one; null without any. */
function oldLine(edge: DraftEdge, nodesById: ReadonlyMap<string, DraftNode>): DraftEdge | null {
  const source = nodesById.get(edge.source)
  if (!source || !nodesById.has(edge.target)) return null
  const handles = geometryOf(source).outlets.map(({ handle }) => handle.id)
  const [first] = handles
  if (first === undefined) return null
  const sourceHandle = handles.includes(edge.sourceHandle) ? edge.sourceHandle : first
  return { ...edge, id: oldId(edge), sourceHandle }
}

/** Removed nodes at their old places; below, where something else stands there now. */
function besideOthers(removed: readonly DraftNode[], after: Draft): readonly DraftNode[] {
  const placed: DraftNode[] = []
  for (const node of removed) {
    const others = { ...after, nodes: [...after.nodes, ...placed] }
    const isTaken = others.nodes.some((other) => overlaps(boxOf(other), boxOf(node)))
    placed.push(isTaken ? { ...node, position: freePlaceAt(others, node.position) } : node)
  }
  return placed
}

const isSameAround = (before: Draft, after: Draft): boolean =>
  isSame(wholeSettings(before), wholeSettings(after)) &&
  isSame([...before.variables], [...after.variables])

function inReadingOrder(
  both: Draft,
  nodes: readonly NodeChange[],
  edges: readonly EdgeChange[],
): readonly Change[] {
  const nodeChanges = new Map(nodes.map((change) => [change.id, change]))
  const edgeChanges = groupBy(edges, ({ before, after }) => (after ?? before)?.source ?? '')
  return readingOrder(both).flatMap(({ id }): readonly Change[] => {
    const node = nodeChanges.get(id)
    // That a new node leads somewhere is no news of its own.
    const own =
      node?.mark === 'added' || node?.mark === 'removed' ? [] : (edgeChanges.get(id) ?? [])
    return [...(node ? [node] : []), ...own]
  })
}
