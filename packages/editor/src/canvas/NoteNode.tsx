import { shapeData } from '@parley/shared'
import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { CardWritingContext } from '../nodes/card/cardWriting.ts'
import { note } from '../nodes/note.tsx'
import { cn } from '../ui/cn.ts'
import { useIsFar } from './CardNode.tsx'
import type { CardNode } from './canvasStore.ts'
import { geometryOf, NOTE_PADDING } from './geometry.ts'
import { NodeMark } from './NodeMark.tsx'
import { PeerMarks } from './PeerMarks.tsx'
import { useCardWriting } from './useCardWriting.ts'

/** A note on the canvas, like a piece of paper. */
export const NoteNode = memo(function NoteNode({ data, selected }: NodeProps<CardNode>) {
  const { node } = data
  const shaped = shapeData('note', node.data)
  const { width, height } = geometryOf(node)
  const isFar = useIsFar()
  const writing = useCardWriting(node)
  return (
    <div
      data-note={shaped.color}
      className={cn(
        'rounded-md border border-(--note-line) bg-(--note) text-(--note-ink)',
        !isFar && 'shadow-card',
        selected && 'outline-2 outline-primary',
      )}
      style={{ width, height, padding: NOTE_PADDING }}
    >
      {!isFar && (
        <CardWritingContext value={writing}>
          <note.Card data={shaped} />
        </CardWritingContext>
      )}
      <NodeMark nodeId={node.id} />
      <PeerMarks nodeId={node.id} />
    </div>
  )
})
