import type { Draft } from '@parley/shared/draft'
import { t } from '../../i18n/t.ts'
import type { Point } from '../box.ts'
import { moveNodes } from '../edits.ts'
import type { FlowEditor } from '../FlowEditor.ts'
import { GRID } from '../places.ts'
import { withContents } from '../sections.ts'
import { type Direction, neighbour } from '../walk.ts'
import { selectedNodes } from './Command.ts'
import { leaveEdge } from './edges.ts'
import type { KeyPress } from './shortcut.ts'

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

/**
 * Arrow keys: walk from node to node, with Shift taking the next one along into the selection, or with Alt move what is
 * selected. True when the key was one of them.
 */
export function handleArrow(editor: FlowEditor, { key, altKey, shiftKey }: KeyPress): boolean {
  const direction = DIRECTIONS[key]
  if (!direction) return false
  if (altKey) moveSelection(editor, direction, shiftKey ? 4 : 1)
  else if (shiftKey) extendSelection(editor, direction)
  else if (direction === 'left' && leaveEdge(editor, 'source')) return true
  else if (direction === 'right' && leaveEdge(editor, 'target')) return true
  else walk(editor, direction)
  return true
}

function walk(editor: FlowEditor, direction: Direction): void {
  const draft = shownDraft(editor)
  const [nodeId] = selectedNodes(editor)
  const next =
    nodeId === undefined
      ? (draft.nodes.find(({ type }) => type === 'start') ?? draft.nodes[0])
      : neighbour(draft, nodeId, direction)
  if (!next) return editor.say(t('canvas.said.noNeighbour'))
  editor.canvas.select([next.id])
  editor.viewport?.reveal([next.id])
}

/** From the node that was taken along last. */
function extendSelection(editor: FlowEditor, direction: Direction): void {
  const selected = selectedNodes(editor)
  const last = selected.at(-1)
  if (last === undefined) return walk(editor, direction)
  const next = neighbour(shownDraft(editor), last, direction)
  if (!next) return editor.say(t('canvas.said.noNeighbour'))
  editor.canvas.select([...selected.filter((id) => id !== next.id), next.id])
  editor.viewport?.reveal([next.id])
}

/** The flow as it is on the canvas: without what collapsed sections hide, and with lines that end at them. */
function shownDraft(editor: FlowEditor): Draft {
  const { nodes, edges } = editor.canvas.store.getState()
  return {
    ...editor.draft(),
    nodes: nodes.map(({ data }) => data.node),
    edges: edges.map(({ id, source, target, sourceHandle }) => ({
      id,
      source,
      target,
      sourceHandle: sourceHandle ?? 'next',
    })),
  }
}

function moveSelection(editor: FlowEditor, direction: Direction, steps: number): void {
  const step = STEPS[direction]
  const moved = withContents(editor.draft().nodes, selectedNodes(editor))
  const places = moved.flatMap((id) => {
    const node = editor.node(id)
    if (!node) return []
    const { x, y } = node.position
    return [{ id, position: { x: x + step.x * steps, y: y + step.y * steps } }]
  })
  editor.edit(moveNodes(editor.draft(), places), { merge: 'move by keys' })
}
