import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { Plus, X } from 'lucide-react'
import { memo } from 'react'
import { useStore } from 'zustand'
import { t } from '../i18n/t.ts'
import { cn } from '../ui/cn.ts'
import type { Point } from './box.ts'
import type { LineEdge as LineEdgeType } from './canvasStore.ts'
import { removeEdges } from './edits.ts'
import { useFlowEditor } from './FlowEditor.ts'
import { isLineHot } from './hovered.ts'
import { type Line, middleOf, toPath } from './routes/line.ts'

/** A line between two nodes; selected, it offers a step in between and its removal. */
export const LineEdge = memo(function LineEdge({
  id,
  sourceX,
  sourceY,
  targetX,
  targetY,
  source,
  target,
  selected,
}: EdgeProps<LineEdgeType>) {
  const editor = useFlowEditor()
  const isLit = useStore(editor.lit, ({ visitedEdgeIds }) => visitedEdgeIds.has(id))
  const mark = useStore(editor.marks, ({ edges }) => edges.get(id))
  const isTarget = useStore(editor.dropTarget, (edgeId) => edgeId === id)
  const isHot = useStore(editor.hovered, (hovered) => isLineHot(hovered, { id, source, target }))
  const resting = useStore(editor.routes.version, () => editor.routes.lineOf(id))
  const from = { x: sourceX, y: sourceY }
  const to = { x: targetX, y: targetY }
  // While an end is dragged, the way around things would be another one in every frame.
  const line: Line =
    resting && isAt(resting.from, from) && isAt(resting.to, to)
      ? resting
      : { from, to, corners: null }
  const label = selected ? middleOf(line) : from
  return (
    <>
      <BaseEdge
        path={toPath(line)}
        interactionWidth={18}
        className={cn(
          isHot && 'is-hot',
          isLit && 'is-lit',
          isTarget && 'is-target',
          mark && `is-${mark}`,
        )}
      />
      {selected && !editor.isReadOnly && (
        <EdgeLabelRenderer>
          <div
            className="nodrag nopan pointer-events-auto absolute flex gap-0.5 rounded-full border border-line bg-surface p-0.5 shadow-pop"
            style={{
              transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)`,
              zIndex: 1_001,
            }}
          >
            <button
              type="button"
              className={BUTTON}
              aria-label={t('canvas.edge.insert')}
              title={t('canvas.edge.insert')}
              onClick={() => editor.startQuickInsert({ edgeId: id })}
            >
              <Plus className="size-4" />
            </button>
            <button
              type="button"
              className={BUTTON}
              aria-label={t('canvas.edge.remove')}
              title={t('canvas.edge.remove')}
              onClick={() => editor.edit(removeEdges([id]))}
            >
              <X className="size-4" />
            </button>
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
})

/** React Flow means the middle of a handle, which is not quite its edge. */
const HANDLE_SIZE = 1

const isAt = (a: Point, b: Point): boolean =>
  Math.abs(a.x - b.x) <= HANDLE_SIZE && Math.abs(a.y - b.y) <= HANDLE_SIZE

const BUTTON =
  'inline-flex size-7 items-center justify-center rounded-full text-ink-muted hover:bg-hover hover:text-ink pointer-coarse:size-9'
