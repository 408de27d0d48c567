import { cn } from '../../ui/cn.ts'
import { groupOfType } from './groupOfType.ts'
import { type PictureNode, toPicture } from './toPicture.ts'

/** A small picture of a flow: its nodes in their places, in the colours of their groups. Decorative. */
export function FlowPreview({
  draft,
  className,
}: {
  draft: { readonly nodes: readonly unknown[]; readonly edges: readonly unknown[] }
  className?: string
}) {
  const { nodes, edges, viewBox } = toPicture(draft)
  return (
    <svg
      viewBox={viewBox}
      preserveAspectRatio="xMidYMid meet"
      className={cn('size-full', className)}
      aria-hidden
    >
      <g className="fill-none stroke-line-strong" strokeWidth={5} opacity={0.75}>
        {edges.map(({ id, path }) => (
          <path key={id} d={path} />
        ))}
      </g>
      {nodes.map((node) => (
        <NodeShape key={node.id} node={node} />
      ))}
    </svg>
  )
}

function NodeShape({ node: { type, x, y, width, height } }: { node: PictureNode }) {
  const colour = GROUP_COLOURS[groupOfType(type)]
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={22}
        className="fill-surface stroke-line"
        strokeWidth={4}
      />
      <rect x={x + 20} y={y + 22} width={40} height={40} rx={12} className={colour} />
      <rect
        x={x + 78}
        y={y + 26}
        width={130}
        height={13}
        rx={6}
        className="fill-ink-faint"
        opacity={0.6}
      />
      <rect
        x={x + 78}
        y={y + 49}
        width={90}
        height={11}
        rx={5}
        className="fill-ink-faint"
        opacity={0.3}
      />
    </g>
  )
}

const GROUP_COLOURS: Readonly<Record<ReturnType<typeof groupOfType>, string>> = {
  start: 'fill-group-start',
  messages: 'fill-group-messages',
  questions: 'fill-group-questions',
  logic: 'fill-group-logic',
  actions: 'fill-group-actions',
  canvas: 'fill-warning-soft',
}
