import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react'
import { Plus, X } from 'lucide-react'
import { memo } from 'react'
import { useStore } from 'zustand'
import { t } from '../i18n/t.ts'
import { cn } from '../ui/cn.ts'
import type { LineEdge as LineEdgeType } from './canvasStore.ts'
import { CURVATURE } from './edgeAt.ts'
import { removeEdges } from './edits.ts'
import { useFlowEditor } from './FlowEditor.ts'

/** A line between two nodes; selected, it offers a step in between and its removal. */
export const LineEdge = memo(function LineEdge({
  id,
  sourceX,
  sourceY,
  targetX,
  targetY,
  sourcePosition,
  targetPosition,
  selected,
}: EdgeProps<LineEdgeType>) {
  const editor = useFlowEditor()
  const isLit = useStore(editor.lit, ({ visitedEdgeIds }) => visitedEdgeIds.has(id))
  const mark = useStore(editor.marks, ({ edges }) => edges.get(id))
  const isTarget = useStore(editor.dropTarget, (edgeId) => edgeId === id)
  const [path, labelX, labelY] = getBezierPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition,
    targetPosition,
    curvature: CURVATURE,
  })
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={18}
        className={cn(isLit && 'is-lit', isTarget && 'is-target', mark && `is-${mark}`)}
      />
      {selected && !editor.isReadOnly && (
        <EdgeLabelRenderer>
          <div
            className="nodrag nopan pointer-events-auto absolute flex gap-0.5 rounded-full border border-line bg-surface p-0.5 shadow-pop"
            style={{
              transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)`,
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

const BUTTON =
  'inline-flex size-7 items-center justify-center rounded-full text-ink-muted hover:bg-hover hover:text-ink pointer-coarse:size-9'
