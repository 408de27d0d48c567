import type { DraftNode } from '@parley/shared/draft'
import {
  ArrowRightToLine,
  Cable,
  ChevronsDownUp,
  Group,
  PanelRightOpen,
  Play,
  Plus,
  SquareDashedMousePointer,
  TextCursorInput,
} from 'lucide-react'
import { newId } from '../../document/newId.ts'
import { t } from '../../i18n/t.ts'
import { COLOURS } from '../../nodes/form/ColourField.tsx'
import { addNode } from '../edits.ts'
import type { FlowEditor } from '../FlowEditor.ts'
import { geometryOf } from '../geometry.ts'
import { isSection, sectionAround } from '../sections.ts'
import { toggle } from '../toggleSection.ts'
import { startWriting } from '../writing.ts'
import { always, type Commands, onlySelected, selectedNodes } from './Command.ts'

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
  makeSection: {
    label: 'canvas.commands.makeSection',
    icon: Group,
    shortcuts: ['mod+g'],
    edits: true,
    isPossible: (editor) => selectedNodes(editor).length > 0,
    perform: makeSection,
  },
  collapse: {
    label: 'canvas.commands.collapse',
    icon: ChevronsDownUp,
    shortcuts: ['shift+g'],
    edits: false,
    isPossible: (editor) => selectedSection(editor) !== undefined,
    perform: (editor) => {
      const sectionId = selectedSection(editor)
      if (sectionId !== undefined) toggle(editor, sectionId)
    },
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

/** Lays a section behind what is selected, and asks for its title. */
function makeSection(editor: FlowEditor): void {
  const nodes = selectedNodes(editor).flatMap((id) => editor.node(id) ?? [])
  if (nodes.length === 0) return
  const sections = editor.draft().nodes.filter(isSection).length
  const colour = COLOURS[(sections + FIRST_COLOUR) % COLOURS.length] ?? 'blue'
  const section = sectionAround(nodes, newId(), colour)
  editor.edit(addNode(section))
  if (!editor.node(section.id)) return
  editor.closeNode()
  startWriting(editor, section.id)
}

/** Blue: notes are yellow. */
const FIRST_COLOUR = 2

function selectedSection(editor: FlowEditor): string | undefined {
  const nodeId = onlySelected(editor)
  const node = nodeId === undefined ? undefined : editor.node(nodeId)
  return node && isSection(node) ? node.id : undefined
}

/** On the selected edge, behind the selected node, or where the eyes are. */
function quickInsert(editor: FlowEditor): void {
  const [edgeId] = editor.canvas.store.getState().selectedEdgeIds
  const from = edgeId === undefined ? editor.handleToGoOnFrom() : null
  editor.startQuickInsert(from ? { from } : edgeId === undefined ? {} : { edgeId })
}
