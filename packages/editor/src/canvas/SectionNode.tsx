import type { DraftNode } from '@parley/shared/draft'
import type { NodeProps } from '@xyflow/react'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { useStore } from 'zustand'
import { t } from '../i18n/t.ts'
import { CardWritingContext } from '../nodes/card/cardWriting.ts'
import { SECTION_HEAD } from '../nodes/card/metrics.ts'
import { Words } from '../nodes/card/Words.tsx'
import { nodeTitle } from '../nodes/nodeTitle.ts'
import { cn } from '../ui/cn.ts'
import { AreaGrips } from './AreaGrips.tsx'
import { useIsFar } from './CardNode.tsx'
import { type CardNode, FAR_HEAD } from './canvasStore.ts'
import { useFlow, useFlowEditor } from './FlowEditor.ts'
import { groupOf } from './groupStyles.ts'
import { PeerMarks } from './PeerMarks.tsx'
import { contentsOf, sectionData } from './sections.ts'
import { toggle } from './toggleSection.ts'
import { useCardWriting } from './useCardWriting.ts'
import { NAME_KEY } from './writing.ts'

/** An area behind nodes that belong together, or the card that it is while collapsed. */
export const SectionNode = memo(function SectionNode({
  data,
  selected,
  width = 0,
  height = 0,
}: NodeProps<CardNode>) {
  const { node } = data
  const { color, collapsed } = sectionData(node)
  const editor = useFlowEditor()
  const isFar = useIsFar()
  const isCurrent = useStore(
    editor.lit,
    ({ currentNodeId }) => currentNodeId !== null && (collapsed ?? []).includes(currentNodeId),
  )
  const look = cn(
    'relative border-2 border-(--note-line) text-(--note-ink)',
    selected && 'outline-2 outline-primary',
    isCurrent && 'border-success outline-3 outline-success/50',
  )
  return (
    <div data-note={color} style={{ width, height }}>
      {collapsed ? (
        <div className={cn(look, 'size-full rounded-card bg-(--note)', !isFar && 'shadow-card')}>
          {/* The edges of more cards below: this stands for several. */}
          <span className="absolute inset-x-2 -bottom-2 h-1.5 rounded-b-card border-2 border-t-0 border-(--note-line) bg-(--note)" />
          <Head node={node} isFar={isFar} />
          {!isFar && <Count node={node} />}
        </div>
      ) : (
        <div className={cn(look, 'size-full rounded-panel bg-(--note)/45')}>
          <div
            className="pointer-events-auto cursor-grab rounded-t-[inherit] bg-(--note)"
            style={{ height: Math.min(height, isFar ? FAR_HEAD : SECTION_HEAD) }}
          >
            <Head node={node} isFar={isFar} />
          </div>
          {!isFar && !editor.isReadOnly && <AreaGrips node={node} />}
        </div>
      )}
      <PeerMarks nodeId={node.id} />
    </div>
  )
})

function Head({ node, isFar }: { node: DraftNode; isFar: boolean }) {
  const editor = useFlowEditor()
  const writing = useCardWriting(node)
  const { collapsed } = sectionData(node)
  const title = nodeTitle(node)
  if (isFar) {
    return (
      <p className="truncate px-6 leading-tight font-semibold text-[5rem]" dir="auto">
        {title}
      </p>
    )
  }
  const label = t(collapsed ? 'canvas.card.expand' : 'canvas.card.collapse', { title })
  const Icon = collapsed ? ChevronRight : ChevronDown
  return (
    <div className="flex items-center gap-1.5 ps-1.5 pe-3" style={{ height: SECTION_HEAD - 4 }}>
      <button
        type="button"
        // The canvas is one stop of the Tab key; there is a key for this, too.
        tabIndex={-1}
        aria-label={label}
        title={label}
        aria-expanded={!collapsed}
        className="nodrag inline-flex size-8 shrink-0 items-center justify-center rounded-control hover:bg-(--note-line)"
        onClick={(event) => {
          event.stopPropagation()
          toggle(editor, node.id)
          editor.viewport?.focus()
        }}
      >
        <Icon className="size-5 rtl:-scale-x-100" aria-hidden />
      </button>
      <CardWritingContext value={writing}>
        <Words
          name={NAME_KEY}
          placeholder={t('nodes.card.sectionTitle')}
          className="min-w-0 flex-1 truncate text-base leading-6 font-semibold"
        >
          {title}
        </Words>
      </CardWritingContext>
    </div>
  )
}

/** How many steps are in it. */
function Count({ node }: { node: DraftNode }) {
  const count = useFlow(({ nodes, nodesById }) =>
    contentsOf(nodes, node.id).reduce((sum, id) => {
      const type = nodesById.get(id)?.type
      return type !== undefined && groupOf(type) !== 'canvas' ? sum + 1 : sum
    }, 0),
  )
  return <p className="-mt-1.5 ps-11 text-xs">{t('nodes.card.steps', { count })}</p>
}
