import type { DraftEdge } from '@parley/shared/draft'
import { Spline } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { nodeTitle } from '../../nodes/nodeTitle.ts'
import type { FlowEditor } from '../FlowEditor.ts'
import { geometryOf } from '../geometry.ts'
import { handleLabel } from '../handleLabel.ts'
import { type Commands, onlySelected } from './Command.ts'

const selectedEdge = (editor: FlowEditor): DraftEdge | undefined => {
  const [edgeId, ...others] = editor.canvas.store.getState().selectedEdgeIds
  return others.length > 0 ? undefined : editor.draft().edges.find(({ id }) => id === edgeId)
}

/** Lines can be walked along, too: selected, they can be removed, or get a step in between. */
export const edges = {
  nextEdge: {
    label: 'canvas.commands.nextEdge',
    icon: Spline,
    shortcuts: ['e'],
    edits: false,
    isPossible: (editor) => edgesHere(editor).length > 0,
    perform: (editor) => walkEdges(editor, 1),
  },
  previousEdge: {
    label: 'canvas.commands.previousEdge',
    icon: Spline,
    shortcuts: ['shift+e'],
    edits: false,
    isPossible: (editor) => edgesHere(editor).length > 0,
    perform: (editor) => walkEdges(editor, -1),
  },
} as const satisfies Commands

/** The lines of the selected node, those that leave it first; of a selected line those of the node that it leaves. */
function edgesHere(editor: FlowEditor): readonly DraftEdge[] {
  const nodeId = onlySelected(editor) ?? selectedEdge(editor)?.source
  const node = nodeId === undefined ? undefined : editor.node(nodeId)
  if (!node) return []
  const order = geometryOf(node).outlets.map(({ handle }) => handle.id)
  const all = editor.draft().edges
  return [
    ...all
      .filter(({ source }) => source === node.id)
      .toSorted((a, b) => order.indexOf(a.sourceHandle) - order.indexOf(b.sourceHandle)),
    ...(selectedEdge(editor) ? [] : all.filter(({ target }) => target === node.id)),
  ]
}

function walkEdges(editor: FlowEditor, step: 1 | -1): void {
  const here = edgesHere(editor)
  const selected = selectedEdge(editor)
  const at = here.findIndex(({ id }) => id === selected?.id)
  const start = at === -1 && step === -1 ? 0 : at
  const next = here[(start + step + here.length) % here.length]
  if (!next) return
  editor.canvas.select([], [next.id])
  editor.viewport?.reveal([next.source, next.target])
}

/** From a selected line to the nodes at its ends. True when one was selected. */
export function leaveEdge(editor: FlowEditor, end: 'source' | 'target'): boolean {
  const edge = selectedEdge(editor)
  if (!edge) return false
  editor.canvas.select([edge[end]])
  editor.viewport?.reveal([edge[end]])
  return true
}

/** What a screen reader hears of a line that has been selected. */
export function describeEdge(editor: FlowEditor, edgeId: string): string {
  const edge = editor.draft().edges.find(({ id }) => id === edgeId)
  const source = edge && editor.node(edge.source)
  const target = edge && editor.node(edge.target)
  if (!edge || !source || !target) return ''
  const outlet = geometryOf(source).outlets.find(({ handle }) => handle.id === edge.sourceHandle)
  return t('canvas.said.edge', {
    from: nodeTitle(source),
    handle: outlet ? handleLabel(outlet.handle) : edge.sourceHandle,
    to: nodeTitle(target),
  })
}
