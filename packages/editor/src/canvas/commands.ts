import type { DraftNode } from '@parley/shared/draft'
import {
  ArrowRightToLine,
  Cable,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Keyboard,
  type LucideIcon,
  Maximize,
  PanelRightOpen,
  Play,
  Plus,
  Redo2,
  Scissors,
  Search,
  SquareDashedMousePointer,
  Trash2,
  TriangleAlert,
  Undo2,
  WandSparkles,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { newId } from '../document/newId.ts'
import { type PlainKey, t } from '../i18n/t.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'
import { isApple } from '../ui/Kbd.tsx'
import { toast } from '../ui/toast.ts'
import { fromClipboardText, toClipboardText } from './clipboard.ts'
import {
  addPiece,
  moveNodes,
  type Piece,
  type Point,
  pieceOf,
  removable,
  removeEdges,
  removeNodes,
} from './edits.ts'
import type { FlowEditor } from './FlowEditor.ts'
import { geometryOf } from './geometry.ts'
import { GRID } from './places.ts'
import { tidy } from './tidy.ts'
import { type Direction, neighbour } from './walk.ts'

/** Something a person can do; feeds menus, toolbar, keyboard and the list of shortcuts. */
export interface Command {
  readonly label: PlainKey
  readonly icon: LucideIcon
  /** The first is the one that is shown. */
  readonly shortcuts: readonly string[]
  /** True for what changes the flow: not there for those who may only look. */
  readonly edits: boolean
  readonly isPossible: (editor: FlowEditor) => boolean
  readonly perform: (editor: FlowEditor) => void
}

const always = () => true
const selectedNodes = ({ canvas }: FlowEditor) => canvas.store.getState().selectedNodeIds
const hasNodes = (editor: FlowEditor) => selectedNodes(editor).length > 0
const hasRemovable = (editor: FlowEditor) =>
  removable(editor.draft(), selectedNodes(editor)).length > 0
const hasSelection = (editor: FlowEditor) =>
  hasNodes(editor) || editor.canvas.store.getState().selectedEdgeIds.length > 0

export const commands = {
  undo: {
    label: 'canvas.commands.undo',
    icon: Undo2,
    shortcuts: ['mod+z'],
    edits: true,
    isPossible: ({ history }) => history.store.getState().canUndo,
    perform: (editor) => {
      editor.undo()
      editor.say(t('canvas.said.undone'))
    },
  },
  redo: {
    label: 'canvas.commands.redo',
    icon: Redo2,
    shortcuts: ['mod+shift+z', 'mod+y'],
    edits: true,
    isPossible: ({ history }) => history.store.getState().canRedo,
    perform: (editor) => {
      editor.redo()
      editor.say(t('canvas.said.redone'))
    },
  },
  cut: {
    label: 'canvas.commands.cut',
    icon: Scissors,
    shortcuts: ['mod+x'],
    edits: true,
    isPossible: hasRemovable,
    perform: (editor) => {
      void writeClipboard(copied(editor)).then(() => removeSelection(editor))
    },
  },
  copy: {
    label: 'canvas.commands.copy',
    icon: Copy,
    shortcuts: ['mod+c'],
    edits: false,
    isPossible: hasRemovable,
    perform: (editor) => void writeClipboard(copied(editor)),
  },
  paste: {
    label: 'canvas.commands.paste',
    icon: ClipboardPaste,
    shortcuts: ['mod+v'],
    edits: true,
    isPossible: always,
    perform: (editor) => void pasteFromClipboard(editor),
  },
  duplicate: {
    label: 'canvas.commands.duplicate',
    icon: CopyPlus,
    shortcuts: ['mod+d'],
    edits: true,
    isPossible: hasRemovable,
    perform: (editor) => addCopy(editor, pieceOf(editor.draft(), selectedNodes(editor))),
  },
  delete: {
    label: 'canvas.commands.delete',
    icon: Trash2,
    shortcuts: ['delete', 'backspace'],
    edits: true,
    isPossible: hasSelection,
    perform: removeSelection,
  },
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
    shortcuts: ['enter', 'f2'],
    edits: false,
    isPossible: (editor) => selectedNodes(editor).length === 1,
    perform: (editor) => {
      const [nodeId] = selectedNodes(editor)
      if (nodeId !== undefined) editor.openNode(nodeId, { enter: true })
    },
  },
  tryFrom: {
    label: 'canvas.commands.tryFrom',
    icon: Play,
    shortcuts: ['mod+enter'],
    edits: false,
    isPossible: (editor) => selectedNodes(editor).length === 1,
    perform: (editor) => {
      const [nodeId] = selectedNodes(editor)
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
      editor.panels.setState({ nodeMenu: { purpose: 'connect', nodeId: node.id, handle } })
    },
  },
  tidy: {
    label: 'canvas.commands.tidy',
    icon: WandSparkles,
    shortcuts: ['shift+t'],
    edits: true,
    isPossible: always,
    perform: (editor) => {
      const chosen = selectedNodes(editor)
      void tidy(editor.draft(), chosen.length > 1 ? chosen : []).then((edit) => {
        editor.edit(edit)
        editor.viewport?.fit()
      })
    },
  },
  find: {
    label: 'canvas.commands.find',
    icon: Search,
    shortcuts: ['mod+f', '/'],
    edits: false,
    isPossible: always,
    perform: ({ panels }) => panels.setState({ nodeMenu: { purpose: 'goTo' } }),
  },
  nextProblem: {
    label: 'canvas.commands.nextProblem',
    icon: TriangleAlert,
    shortcuts: ['f8'],
    edits: false,
    isPossible: always,
    perform: goToNextProblem,
  },
  shortcuts: {
    label: 'canvas.toolbar.shortcuts',
    icon: Keyboard,
    shortcuts: ['?'],
    edits: false,
    isPossible: always,
    perform: ({ panels }) => panels.setState({ hasShortcuts: true }),
  },
  fit: {
    label: 'canvas.commands.fit',
    icon: Maximize,
    shortcuts: ['1'],
    edits: false,
    isPossible: always,
    perform: ({ viewport }) => viewport?.fit(),
  },
  zoomIn: {
    label: 'canvas.commands.zoomIn',
    icon: ZoomIn,
    shortcuts: ['+', '='],
    edits: false,
    isPossible: always,
    perform: ({ viewport }) => viewport?.zoomBy(1.25),
  },
  zoomOut: {
    label: 'canvas.commands.zoomOut',
    icon: ZoomOut,
    shortcuts: ['-'],
    edits: false,
    isPossible: always,
    perform: ({ viewport }) => viewport?.zoomBy(0.8),
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
} as const satisfies Readonly<Record<string, Command>>

export type CommandId = keyof typeof commands

export const canPerform = (editor: FlowEditor, { edits, isPossible }: Command): boolean =>
  !(edits && editor.isReadOnly) && isPossible(editor)

/** The command that a key press asks for. Copy, cut and paste come as clipboard events instead. */
export function commandFor(event: KeyPress): Command | null {
  const pressed = shortcutOf(event)
  for (const [id, command] of Object.entries<Command>(commands)) {
    if (id === 'copy' || id === 'cut' || id === 'paste') continue
    if (command.shortcuts.includes(pressed)) return command
  }
  return null
}

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

function shortcutOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): string {
  const name = key.toLowerCase()
  // These need shift on most keyboards.
  const hasShift = shiftKey && name !== '+' && name !== '?'
  return [
    (isApple() ? metaKey : ctrlKey) ? 'mod+' : '',
    altKey ? 'alt+' : '',
    hasShift ? 'shift+' : '',
    name,
  ].join('')
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const STEPS: Readonly<Record<Direction, Point>> = {
  up: { x: 0, y: -GRID },
  down: { x: 0, y: GRID },
  left: { x: -GRID, y: 0 },
  right: { x: GRID, y: 0 },
}

/** Arrow keys: walk from node to node, or with Alt move what is selected. True when the key was one of them. */
export function handleArrow(editor: FlowEditor, { key, altKey, shiftKey }: KeyPress): boolean {
  const direction = DIRECTIONS[key]
  if (!direction) return false
  if (altKey) moveSelection(editor, direction, shiftKey ? 4 : 1)
  else walk(editor, direction)
  return true
}

function walk(editor: FlowEditor, direction: Direction): void {
  const draft = editor.draft()
  const [nodeId] = selectedNodes(editor)
  const next =
    nodeId === undefined
      ? (draft.nodes.find(({ type }) => type === 'start') ?? draft.nodes[0])
      : neighbour(draft, nodeId, direction)
  if (!next) return editor.say(t('canvas.said.noNeighbour'))
  editor.canvas.select([next.id])
  editor.viewport?.reveal([next.id])
}

function moveSelection(editor: FlowEditor, direction: Direction, steps: number): void {
  const step = STEPS[direction]
  const places = selectedNodes(editor).flatMap((id) => {
    const node = editor.node(id)
    if (!node) return []
    const { x, y } = node.position
    return [{ id, position: { x: x + step.x * steps, y: y + step.y * steps } }]
  })
  editor.edit(moveNodes(editor.draft(), places), { merge: 'move by keys' })
}

/** The one node that is selected, when something can lead away from it. */
function selectedWithHandles(editor: FlowEditor): DraftNode | null {
  const [nodeId, ...others] = selectedNodes(editor)
  const node = nodeId === undefined || others.length > 0 ? undefined : editor.node(nodeId)
  return node && geometryOf(node).outlets.length > 0 ? node : null
}

/** Round the nodes that have problems, from the one that is selected. */
function goToNextProblem(editor: FlowEditor): void {
  const { byNode } = editor.problems.store.getState()
  const nodeIds = editor.draft().nodes.flatMap(({ id }) => (byNode.has(id) ? [id] : []))
  const [selected] = selectedNodes(editor)
  const next = nodeIds[(nodeIds.indexOf(selected ?? '') + 1) % nodeIds.length]
  if (next === undefined) return editor.say(t('canvas.problems.none'))
  editor.goTo(next)
  editor.say(byNode.get(next)?.[0]?.message ?? '')
}

/** On the selected edge, behind the selected node, or where the eyes are. */
function quickInsert(editor: FlowEditor): void {
  const [edgeId] = editor.canvas.store.getState().selectedEdgeIds
  const from = edgeId === undefined ? editor.handleToGoOnFrom() : null
  editor.startQuickInsert(from ? { from } : edgeId === undefined ? {} : { edgeId })
}

export function removeSelection(editor: FlowEditor): void {
  const { selectedNodeIds, selectedEdgeIds } = editor.canvas.store.getState()
  const draft = editor.draft()
  const gone = removable(draft, selectedNodeIds)
  if (gone.length === 0 && selectedNodeIds.length > 0) {
    return void toast({ title: t('canvas.said.startStays') })
  }
  const nodes = removeNodes(draft, gone)
  const edges = removeEdges(selectedEdgeIds)
  editor.edit({
    ...nodes,
    removeEdges: [...(nodes.removeEdges ?? []), ...(edges.removeEdges ?? [])],
  })
  if (gone.length > 0) editor.say(t('canvas.said.deleted', { count: gone.length }))
}

// ---------------------------------------------------------------------------------------------- clipboard

/** What the selection is as text; null when nothing can be copied. Says so to screen readers. */
export function copied(editor: FlowEditor): string | null {
  const piece = pieceOf(editor.draft(), selectedNodes(editor))
  if (piece.nodes.length === 0) return null
  editor.say(t('canvas.said.copied', { count: piece.nodes.length }))
  return toClipboardText(piece)
}

/** Puts the nodes of a clipboard text onto the canvas; false when it holds none. */
export function pasteText(editor: FlowEditor, text: string): boolean {
  const piece = fromClipboardText(text)
  if (!piece || editor.isReadOnly) return false
  addCopy(editor, piece)
  editor.say(t('canvas.said.pasted', { count: piece.nodes.length }))
  return true
}

function addCopy(editor: FlowEditor, piece: Piece): void {
  const known = piece.nodes.every(({ id }) => editor.node(id))
  // A copy of what is here appears beside it; from elsewhere it comes to where the eyes are.
  const centre = editor.viewport?.centre()
  const edit = addPiece(piece, { newId, ...(!known && centre && { at: centre }) })
  editor.edit(edit)
  const ids = (edit.putNodes ?? []).flatMap(({ id }) => (editor.node(id) ? [id] : []))
  if (ids.length === 0) return
  editor.canvas.select(ids)
  editor.viewport?.reveal(ids)
}

async function writeClipboard(text: string | null): Promise<void> {
  if (text === null) return
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    toast({ title: t('canvas.said.clipboardDenied'), tone: 'danger' })
  }
}

async function pasteFromClipboard(editor: FlowEditor): Promise<void> {
  let text: string
  try {
    text = await navigator.clipboard.readText()
  } catch {
    toast({ title: t('canvas.said.clipboardDenied'), tone: 'danger' })
    return
  }
  if (!pasteText(editor, text)) toast({ title: t('canvas.said.notPasted') })
}

/** What a screen reader hears of a node that has been selected. */
export function describeNode(editor: FlowEditor, nodeId: string): string {
  const { nodes } = editor.draft()
  const node = editor.node(nodeId)
  if (!node) return ''
  const text = node.data['text']
  return t('canvas.said.selected', {
    title: nodeTitle(node),
    position: nodes.indexOf(node) + 1,
    count: nodes.length,
    text: typeof text === 'string' ? text.slice(0, 120) : '',
  })
}
