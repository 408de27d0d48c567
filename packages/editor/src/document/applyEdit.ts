import {
  type DraftEdit,
  edgesOf,
  nodesOf,
  patchArray,
  patchSettings,
  putEdge,
  putNode,
  settingsOf,
  variablesOf,
} from '@parley/shared/draft'
import type * as Y from 'yjs'

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
