import type { FlowProblem } from '@parley/shared'
import type { DraftNode } from '@parley/shared/draft'
import { CircleHelp, PartyPopper, Workflow } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { commands } from '../../canvas/commands/index.ts'
import { useFlow, useFlowEditor } from '../../canvas/FlowEditor.ts'
import { shapedNode } from '../../canvas/geometry.ts'
import { tileOf } from '../../canvas/groupStyles.ts'
import { t } from '../../i18n/t.ts'
import { lookOf } from '../../nodes/index.ts'
import { nodeTitle } from '../../nodes/nodeTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { cn } from '../../ui/cn.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DockPanel } from './DockPanel.tsx'
import { ProblemLines } from './ProblemLines.tsx'

const GO_TO =
  'flex w-full items-center gap-2 rounded-control p-1 text-start text-[0.8125rem] font-semibold hover:bg-hover pointer-coarse:py-2'

/** Nodes whose problems are listed; of a large flow that somebody imported there may be a thousand. */
const SHOWN_AT_FIRST = 40

/** Everything that the linter says, by node; a press goes there. */
export function ProblemsPanel() {
  const editor = useFlowEditor()
  const { all, byNode } = useStore(editor.problems.store)
  const nodes = useFlow((state) => state.nodes)
  const [shown, setShown] = useState(SHOWN_AT_FIRST)
  const concerned = nodes.filter(({ id }) => byNode.has(id))
  const hidden = concerned.length - shown
  const ofFlow = all.filter(({ nodeId }) => nodeId === undefined || !byNode.has(nodeId))
  return (
    <DockPanel title={t('canvas.problems.title')}>
      {all.length === 0 ? (
        <EmptyState size="panel" icon={<PartyPopper />} title={t('canvas.problems.none')}>
          {t('canvas.problems.noneHelp')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4 p-4">
          <p className="text-[0.8125rem] text-ink-muted">{t('canvas.problems.errorsHelp')}</p>
          <Button size="sm" onClick={() => commands.nextProblem.perform(editor)}>
            {t('canvas.commands.nextProblem')}
          </Button>
          {ofFlow.length > 0 && (
            <section className="flex flex-col gap-2">
              <h3>
                <button type="button" onClick={() => editor.openDock('settings')} className={GO_TO}>
                  <Workflow className="size-4 text-ink-faint" aria-hidden />
                  {t('canvas.settings.title')}
                </button>
              </h3>
              <ProblemLines problems={ofFlow} />
            </section>
          )}
          {concerned.slice(0, shown).map((node) => (
            <NodeProblems key={node.id} node={node} problems={byNode.get(node.id) ?? []} />
          ))}
          {hidden > 0 && (
            <Button size="sm" onClick={() => setShown(shown + SHOWN_AT_FIRST)}>
              {t('publish.moreProblems', { count: hidden })}
            </Button>
          )}
        </div>
      )}
    </DockPanel>
  )
}

function NodeProblems({ node, problems }: { node: DraftNode; problems: readonly FlowProblem[] }) {
  const editor = useFlowEditor()
  const shaped = shapedNode(node)
  const Icon = shaped ? lookOf(shaped.type).icon : CircleHelp
  const title = nodeTitle(node)
  return (
    <section className="flex flex-col gap-1.5" aria-label={title}>
      <h3>
        <button
          type="button"
          aria-label={t('canvas.problems.goTo', { title })}
          onClick={() => editor.goTo(node.id)}
          className={GO_TO}
        >
          <span
            className={cn(
              'inline-flex size-6 shrink-0 items-center justify-center rounded-md',
              tileOf(node.type),
            )}
          >
            <Icon className="size-3.5" aria-hidden />
          </span>
          <span className="min-w-0 truncate" dir="auto">
            {title}
          </span>
        </button>
      </h3>
      <ProblemLines problems={problems} />
    </section>
  )
}
