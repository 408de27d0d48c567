import {
  type DraftEdge,
  type DraftNode,
  edgesOf,
  nodesOf,
  readEdge,
  readNode,
} from '@parley/shared/draft'
import type * as Y from 'yjs'
import { changedIds } from './changedIds.ts'

/** Nodes that somebody works on, with their lines, as they are now. */
export interface Work {
  readonly nodes: readonly DraftNode[]
  readonly edges: readonly DraftEdge[]
}

/** Of a whole flow that was moved, a part is enough: it is written down with each letter that is typed after that. */
const MOST_NODES = 100

/** Follows what is changed here. An update alone does not say what a node was that others have deleted meanwhile. */
export function followWork(
  doc: Y.Doc,
  isFromServer: (origin: unknown) => boolean,
): { work(): Work; forget(): void; stop(): void } {
  const nodes = nodesOf(doc)
  const ids = new Set<string>()
  const note: Parameters<typeof nodes.observeDeep>[0] = (events, { origin }) => {
    if (isFromServer(origin)) return
    for (const id of changedIds(events)) {
      ids.delete(id)
      ids.add(id)
    }
  }
  nodes.observeDeep(note)
  return {
    work() {
      const latest = new Set([...ids].slice(-MOST_NODES))
      return {
        nodes: [...latest].flatMap((id) => readNode(id, nodes.get(id)) ?? []),
        edges: [...edgesOf(doc).entries()].flatMap(([id, entry]) => {
          const edge = readEdge(id, entry)
          return edge && (latest.has(edge.source) || latest.has(edge.target)) ? [edge] : []
        }),
      }
    },
    forget: () => ids.clear(),
    stop: () => nodes.unobserveDeep(note),
  }
}
