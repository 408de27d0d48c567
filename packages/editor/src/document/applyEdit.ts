import {
  type Draft,
  type DraftEdge,
  type DraftNode,
  edgesOf,
  type JsonObject,
  nodesOf,
  patchArray,
  patchSettings,
  putEdge,
  putNode,
  settingsOf,
  variablesOf,
} from '@parley/shared/draft'
import type * as Y from 'yjs'

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

/** Writes an edit into the shared document; touches only what it names. */
export function applyEdit(doc: Y.Doc, edit: DraftEdit, origin: unknown): void {
  doc.transact(() => {
    for (const id of edit.removeEdges ?? []) edgesOf(doc).delete(id)
    for (const id of edit.removeNodes ?? []) nodesOf(doc).delete(id)
    for (const node of edit.putNodes ?? []) putNode(doc, node)
    for (const edge of edit.putEdges ?? []) putEdge(doc, edge)
    if (edit.variables) patchArray(variablesOf(doc), edit.variables)
    if (edit.settings) patchSettings(settingsOf(doc), edit.settings)
  }, origin)
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
