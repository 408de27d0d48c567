import type { Coverage } from '@parley/runtime/engine'
import { CircleDashed, Spline } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { FlowEditor } from '../../canvas/FlowEditor.ts'
import { type Mark, type MarksState, NO_MARKS } from '../../canvas/marks.ts'
import { t } from '../../i18n/t.ts'
import { nodeWords } from '../../nodes/nodeWords.ts'
import { Switch } from '../../ui/Switch.tsx'
import { type NodeWords, useNodeWords } from '../useNodeWords.ts'

/** How much of the flow the tests come by, in words, on the canvas when somebody asks, and what they leave out. */
export function CoverageList({ editor, coverage }: { editor: FlowEditor; coverage: Coverage }) {
  const [isShown, setShown] = useState(false)
  const words = useNodeWords(editor)
  const { nodes, edges } = coverage
  useEffect(() => {
    if (!isShown) return undefined
    editor.marks.setState(toMarks(coverage))
    return () => editor.marks.setState(NO_MARKS)
  }, [editor, coverage, isShown])
  const isComplete = nodes.uncovered.length + edges.uncovered.length === 0
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-[0.8125rem] font-semibold">{t('flowTests.coverage.title')}</h3>
      <p className="text-[0.8125rem] text-ink-muted">
        {t('flowTests.coverage.nodes', countsOf(nodes))} ·{' '}
        {t('flowTests.coverage.edges', countsOf(edges))}
      </p>
      <Switch label={t('flowTests.coverage.show')} isOn={isShown} onChange={setShown} />
      {isComplete && <p className="text-[0.8125rem] text-success">{t('flowTests.coverage.all')}</p>}
      <Uncovered
        title={t('flowTests.coverage.uncoveredNodes')}
        icon={<CircleDashed className="mt-0.5 size-3.5 shrink-0 text-warning" aria-hidden />}
        items={nodes.uncovered.flatMap((id) => {
          const node = editor.node(id)
          return node ? [{ id, name: nodeWords(node), nodeId: id }] : []
        })}
        onGoTo={(nodeId) => editor.goTo(nodeId)}
      />
      <Uncovered
        title={t('flowTests.coverage.uncoveredEdges')}
        icon={<Spline className="mt-0.5 size-3.5 shrink-0 text-warning" aria-hidden />}
        items={edges.uncovered.flatMap((id) => wayOf(editor, words, id))}
        onGoTo={(nodeId) => editor.goTo(nodeId)}
      />
    </section>
  )
}

interface Item {
  readonly id: string
  readonly name: string
  readonly nodeId: string
}

function Uncovered({
  title,
  icon,
  items,
  onGoTo,
}: {
  title: string
  icon: ReactNode
  items: readonly Item[]
  onGoTo: (nodeId: string) => void
}) {
  if (items.length === 0) return null
  return (
    <div className="flex flex-col gap-1">
      <h4 className="text-xs font-medium text-ink-muted">{title}</h4>
      <ul className="flex flex-col">
        {items.slice(0, MOST_ITEMS).map(({ id, name, nodeId }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onGoTo(nodeId)}
              className="flex w-full items-start gap-2 rounded-control px-2 py-1.5 text-start text-[0.8125rem] -outline-offset-2 hover:bg-hover"
            >
              {icon}
              <span className="min-w-0 break-words" dir="auto">
                {name}
              </span>
            </button>
          </li>
        ))}
        {items.length > MOST_ITEMS && (
          <li className="px-2 py-1.5 text-xs text-ink-muted">
            {t('publish.moreProblems', { count: items.length - MOST_ITEMS })}
          </li>
        )}
      </ul>
    </div>
  )
}

/** Whoever has more to test begins with these. */
const MOST_ITEMS = 20

function wayOf(editor: FlowEditor, words: NodeWords, edgeId: string): readonly Item[] {
  const edge = editor.draft().edges.find(({ id }) => id === edgeId)
  const source = edge && editor.node(edge.source)
  if (!edge || !source) return []
  const name = t('flowTests.coverage.way', {
    handle: words.handleOf(source.id, edge.sourceHandle),
    node: nodeWords(source),
  })
  return [{ id: edgeId, name, nodeId: source.id }]
}

const countsOf = ({ covered, uncovered }: Coverage['nodes']) => ({
  covered: covered.length,
  count: covered.length + uncovered.length,
})

const toMarks = ({ nodes, edges }: Coverage): MarksState => ({
  nodes: marksOf(nodes),
  edges: marksOf(edges),
})

const marksOf = ({ covered, uncovered }: Coverage['nodes']): ReadonlyMap<string, Mark> =>
  new Map([
    ...covered.map((id) => [id, 'covered'] as const),
    ...uncovered.map((id) => [id, 'uncovered'] as const),
  ])
