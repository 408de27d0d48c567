import type { Draft, DraftEdge, DraftNode, JsonObject } from './draft.ts'

/** What a person changes in one go: one transaction, one step of undo. */
export interface DraftEdit {
  /** Nodes that are new or changed, whole. */
  readonly putNodes?: readonly DraftNode[]
  readonly removeNodes?: readonly string[]
  readonly putEdges?: readonly DraftEdge[]
  readonly removeEdges?: readonly string[]
  readonly variables?: readonly JsonObject[]
  readonly settings?: JsonObject
}

/** The draft after an edit, without a document: for tests, and for edits that build on one another. */
export function withEdit(draft: Draft, edit: DraftEdit): Draft {
  const { putNodes = [], removeNodes = [], putEdges = [], removeEdges = [] } = edit
  return {
    nodes: replaced(draft.nodes, putNodes, removeNodes),
    edges: replaced(draft.edges, putEdges, removeEdges),
    variables: edit.variables ?? draft.variables,
    settings: edit.settings ?? draft.settings,
  }
}

function replaced<Item extends { readonly id: string }>(
  items: readonly Item[],
  put: readonly Item[],
  removed: readonly string[],
): readonly Item[] {
  const byId = new Map(put.map((item) => [item.id, item]))
  const gone = new Set(removed)
  const kept = items
    .filter(({ id }) => !gone.has(id))
    .map((item) => {
      const next = byId.get(item.id) ?? item
      byId.delete(item.id)
      return next
    })
  return [...kept, ...byId.values()]
}
