import { type DraftNode } from '@parley/shared/draft'
import { Handle, type NodeProps, Position, useStore as useReactFlowStore } from '@xyflow/react'
import { CircleAlert, CircleHelp, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { useStore } from 'zustand'
import { handleKey } from '../document/flowStore.ts'
import { problemText } from '../i18n/problemText.ts'
import { t } from '../i18n/t.ts'
import { CardWritingContext, wordsKey } from '../nodes/card/cardWriting.ts'
import { HEADER_HEIGHT, ROW_HEIGHT } from '../nodes/card/metrics.ts'
import { Words } from '../nodes/card/Words.tsx'
import { lookOf } from '../nodes/index.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'
import { cn } from '../ui/cn.ts'
import type { CardNode as CardNodeType } from './canvasStore.ts'
import { INLET } from './cards.ts'
import { useFlow, useFlowEditor, usePanels } from './FlowEditor.ts'
import { type Detail, detailAt } from './far/detail.ts'
import { geometryOf, type Outlet, type ShapedNode, shapedNode } from './geometry.ts'
import { bandOf, tileOf } from './groupStyles.ts'
import { handleLabel, isSystemHandle } from './handleLabel.ts'
import { isCardHot } from './hovered.ts'
import { NodeMark } from './NodeMark.tsx'
import { PeerMarks } from './PeerMarks.tsx'
import { useCardWriting } from './useCardWriting.ts'

const useDetail = (): Detail =>
  useReactFlowStore(({ transform: [, , zoom], nodes }) => detailAt(zoom, nodes.length))
export const useIsFar = (): boolean => useDetail() !== 'all'

/** A node on the canvas. */
export const CardNode = memo(function CardNode({ data, selected }: NodeProps<CardNodeType>) {
  const { node } = data
  const { lit, hovered } = useFlowEditor()
  const isCurrent = useStore(lit, ({ currentNodeId }) => currentNodeId === node.id)
  const isVisited = useStore(lit, ({ visitedNodeIds }) => visitedNodeIds.has(node.id))
  const isHot = useStore(hovered, (state) => isCardHot(state, node.id))
  const isFar = useIsFar()
  const { width, height, inletY, outlets } = geometryOf(node)
  const shaped = shapedNode(node)
  const writing = useCardWriting(node)
  const ring = isCurrent
    ? 'border-success outline-3 outline-success/50'
    : selected
      ? 'border-primary outline-2 outline-primary'
      : isVisited
        ? 'border-success'
        : isHot
          ? 'border-primary outline-2 outline-primary/40'
          : 'border-line'
  return (
    <div
      className={cn('relative rounded-card border bg-surface', !isFar && 'shadow-card', ring)}
      style={{ width, height }}
    >
      {isFar ? (
        <FarCard node={node} />
      ) : (
        <CardWritingContext value={writing}>
          <Header node={node} shaped={shaped} />
          {shaped && <Body shaped={shaped} isWriting={writing !== null} />}
          {outlets.map((outlet) => (
            <OutletRow key={outlet.handle.id} node={node} outlet={outlet} shaped={shaped} />
          ))}
          {inletY !== null && (
            <Handle
              type="target"
              id={INLET}
              position={Position.Left}
              className="inlet"
              style={{ top: inletY }}
              isConnectableStart={false}
            />
          )}
        </CardWritingContext>
      )}
      <NodeMark nodeId={node.id} />
      <PeerMarks nodeId={node.id} />
    </div>
  )
})

/** As `far/drawFar.ts` draws it. */
function FarCard({ node }: { node: DraftNode }) {
  if (useDetail() === 'colour')
    return <div className={cn('size-full rounded-[inherit]', bandOf(node.type))} />
  return (
    <div className="flex size-full flex-col overflow-hidden rounded-[inherit]">
      <div className={cn('h-3 shrink-0', bandOf(node.type))} />
      <p className="overflow-hidden px-3 pt-1.5 text-2xl leading-tight font-semibold text-ink">
        {nodeTitle(node)}
      </p>
    </div>
  )
}

function Header({ node, shaped }: { node: DraftNode; shaped: ShapedNode | null }) {
  const Icon = shaped ? lookOf(shaped.type).icon : CircleHelp
  return (
    <div className="flex items-center gap-2 ps-2.5 pe-3" style={{ height: HEADER_HEIGHT - 2 }}>
      <span
        className={cn(
          'inline-flex size-7 shrink-0 items-center justify-center rounded-lg',
          tileOf(node.type),
        )}
      >
        <Icon className="size-4" aria-hidden />
      </span>
      <span className="min-w-0 flex-1 truncate text-[0.8125rem] font-semibold text-ink" dir="auto">
        {nodeTitle(node)}
      </span>
      <ProblemMark nodeId={node.id} />
    </div>
  )
}

function Body({ shaped, isWriting }: { shaped: ShapedNode; isWriting: boolean }) {
  const { Card } = lookOf(shaped.type)
  const { bodyHeight } = shaped.geometry
  if (bodyHeight === 0) return null
  return (
    <div
      // Somebody who writes sees all that has been written, over what else is on the card.
      className={cn('px-2.5', isWriting ? 'relative z-10' : 'overflow-hidden')}
      style={{ height: bodyHeight }}
    >
      <Card data={shaped.data} />
    </div>
  )
}

/** Says on the card that something is wrong or worth a look; the words are in the form and in the list of problems. */
function ProblemMark({ nodeId }: { nodeId: string }) {
  const { problems } = useFlowEditor()
  const found = useStore(problems.store, ({ byNode }) => byNode.get(nodeId))
  const isFresh = usePanels(({ freshNodeIds }) => freshNodeIds.has(nodeId))
  if (!found || isFresh) return null
  const errors = found.filter(({ severity }) => severity === 'error').length
  const label = found.map(problemText).join('\n')
  return (
    <span
      className={cn('shrink-0', errors > 0 ? 'text-danger' : 'text-warning')}
      role="img"
      aria-label={
        errors > 0
          ? t('canvas.card.errors', { count: errors })
          : t('canvas.card.warnings', { count: found.length })
      }
      title={label}
    >
      {errors > 0 ? <CircleAlert className="size-4" /> : <TriangleAlert className="size-4" />}
    </span>
  )
}

function OutletRow({
  node,
  outlet,
  shaped,
}: {
  node: DraftNode
  outlet: Outlet
  shaped: ShapedNode | null
}) {
  const editor = useFlowEditor()
  const { handle, y, hasRow } = outlet
  const isConnected = useFlow(({ edgesByHandle }) =>
    edgesByHandle.has(handleKey(node.id, handle.id)),
  )
  const label = handleLabel(handle)
  const isButton = shaped !== null && lookOf(shaped.type).rowLook === 'button'
  const isSystem = isSystemHandle(handle)
  const name = shaped ? wordsOfHandle(shaped, handle.id) : undefined
  return (
    <>
      {hasRow && (
        <div
          className={cn(
            'absolute inset-x-0 flex items-center border-t border-line px-3 text-[0.8125rem]',
            isButton && !isSystem ? 'justify-center font-medium text-bubble-link' : 'justify-end',
            isSystem && 'text-xs text-ink-faint',
            !isButton && !isSystem && 'text-ink',
          )}
          style={{ top: y - ROW_HEIGHT / 2, height: ROW_HEIGHT }}
        >
          <Words
            name={name}
            placeholder={label}
            className={cn('min-w-0 truncate', isButton && !isSystem && 'text-center')}
          >
            {label}
          </Words>
        </div>
      )}
      <Handle
        type="source"
        id={handle.id}
        position={Position.Right}
        className={cn('outlet', !isConnected && !handle.optional && 'is-open')}
        style={{ top: y }}
        title={isConnected ? label : t('canvas.card.addNext', { handle: label })}
        onClick={(event) => {
          event.stopPropagation()
          editor.startQuickInsert({ from: { nodeId: node.id, handle: handle.id } })
        }}
      />
    </>
  )
}

/** Which of the node's texts a way out shows. */
function wordsOfHandle({ type, data }: ShapedNode, handleId: string): string | undefined {
  const words = lookOf(type)
    .words?.(data)
    .find((each) => each.handleId === handleId)
  return words && wordsKey(words.path)
}
