import type { DraftNode } from '@parley/shared/draft'
import {
  ArrowRightToLine,
  Cable,
  PanelRightOpen,
  Play,
  Plus,
  SquareDashedMousePointer,
  TextCursorInput,
} from 'lucide-react'
import { t } from '../../i18n/t.ts'
import type { FlowEditor } from '../FlowEditor.ts'
import { geometryOf } from '../geometry.ts'
import { startWriting } from '../writing.ts'
import { always, type Commands, onlySelected } from './Command.ts'

/** What can be done with nodes: selecting, opening, adding, connecting. */
export const nodes = {
  selectAll: {
    label: 'canvas.commands.selectAll',
    icon: SquareDashedMousePointer,
    shortcuts: ['mod+a'],
    edits: false,
    isPossible: always,
    perform: (editor) => {
      const ids = editor.draft().nodes.map(({ id }) => id)
      editor.canvas.select(ids)
      editor.say(t('canvas.said.many', { count: ids.length }))
    },
  },
  open: {
    label: 'canvas.commands.open',
    icon: PanelRightOpen,
    shortcuts: ['enter'],
    edits: false,
    isPossible: (editor) => onlySelected(editor) !== undefined,
    perform: (editor) => {
      const nodeId = onlySelected(editor)
      if (nodeId !== undefined) editor.openNode(nodeId, { enter: true })
    },
  },
  write: {
    label: 'canvas.commands.write',
    icon: TextCursorInput,
    shortcuts: ['f2'],
    edits: true,
    isPossible: (editor) => onlySelected(editor) !== undefined,
    perform: (editor) => {
      const nodeId = onlySelected(editor)
      // What has no words on its card has some in its form.
      if (nodeId !== undefined && !startWriting(editor, nodeId)) {
        editor.openNode(nodeId, { enter: true })
      }
    },
  },
  tryFrom: {
    label: 'canvas.commands.tryFrom',
    icon: Play,
    shortcuts: ['mod+enter'],
    edits: false,
    isPossible: (editor) => onlySelected(editor) !== undefined,
    perform: (editor) => {
      const nodeId = onlySelected(editor)
      if (nodeId !== undefined) editor.tryFrom(nodeId)
    },
  },
  quickInsert: {
    label: 'canvas.commands.quickInsert',
    icon: Plus,
    shortcuts: ['tab'],
    edits: true,
    isPossible: always,
    perform: quickInsert,
  },
  connectTo: {
    label: 'canvas.commands.connectTo',
    icon: Cable,
    shortcuts: ['c'],
    edits: true,
    isPossible: (editor) => selectedWithHandles(editor) !== null,
    perform: (editor) => {
      const node = selectedWithHandles(editor)
      if (!node) return
      const { outlets } = geometryOf(node)
      const handle = outlets.length === 1 ? (outlets[0]?.handle.id ?? null) : null
      editor.panels.setState({ nodeMenu: { nodeId: node.id, handle } })
    },
  },
  deselect: {
    label: 'canvas.commands.deselect',
    icon: ArrowRightToLine,
    shortcuts: ['escape'],
    edits: false,
    isPossible: always,
    perform: (editor) => {
      if (editor.panels.getState().openNodeId !== null) editor.closeNode()
      else editor.canvas.select([])
    },
  },
} as const satisfies Commands

/** The one node that is selected, when something can lead away from it. */
function selectedWithHandles(editor: FlowEditor): DraftNode | null {
  const nodeId = onlySelected(editor)
  const node = nodeId === undefined ? undefined : editor.node(nodeId)
  return node && geometryOf(node).outlets.length > 0 ? node : null
}

/** On the selected edge, behind the selected node, or where the eyes are. */
function quickInsert(editor: FlowEditor): void {
  const [edgeId] = editor.canvas.store.getState().selectedEdgeIds
  const from = edgeId === undefined ? editor.handleToGoOnFrom() : null
  editor.startQuickInsert(from ? { from } : edgeId === undefined ? {} : { edgeId })
}
