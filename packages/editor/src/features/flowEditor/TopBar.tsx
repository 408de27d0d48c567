import type { FlowSummary } from '@parley/shared/api'
import {
  ArrowLeft,
  CircleAlert,
  CircleCheck,
  ListChecks,
  ListX,
  Play,
  Rocket,
  TriangleAlert,
} from 'lucide-react'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import { useDenied } from '../../api/access.ts'
import { type CommandId, commands } from '../../canvas/commands/index.ts'
import { useFlowEditor, usePanels } from '../../canvas/FlowEditor.ts'
import type { Dock } from '../../canvas/panels.ts'
import type { DocumentConnection } from '../../document/connectDocument.ts'
import { t } from '../../i18n/t.ts'
import { testsWords } from '../../simulator/flowTests/testsWords.ts'
import { Button } from '../../ui/Button.tsx'
import { cn } from '../../ui/cn.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { FlowMenu } from './FlowMenu.tsx'
import { FlowName } from './FlowName.tsx'
import { Peers } from './Peers.tsx'
import { PublishState } from './PublishState.tsx'
import { SaveState } from './SaveState.tsx'

/** Name, state and the things to do with the whole flow. */
export function TopBar({
  flow,
  connection,
  onPublish,
}: {
  flow: FlowSummary
  connection: DocumentConnection
  onPublish: () => void
}) {
  const editor = useFlowEditor()
  const denied = useDenied('editor')
  return (
    <header
      data-region
      className="flex h-14 shrink-0 items-center gap-1.5 border-b border-line bg-surface px-1.5 md:gap-2 md:px-2"
    >
      <Tooltip content={t('canvas.backToFlows')} side="bottom">
        <Link
          to="/flows"
          aria-label={t('canvas.backToFlows')}
          className="inline-flex size-9 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-hover hover:text-ink pointer-coarse:size-11"
        >
          <ArrowLeft className="size-[1.125rem] rtl:-scale-x-100" aria-hidden />
        </Link>
      </Tooltip>
      <div className="flex min-w-0 flex-1 flex-col md:flex-row md:items-center md:gap-3">
        <FlowName flow={flow} />
        <SaveState connection={connection} />
      </div>
      <Peers />
      {!editor.isReadOnly && <History />}
      <ProblemsButton />
      <TestsButton />
      <SimulatorButton />
      <PublishState flow={flow} />
      <Button
        variant="primary"
        size="sm"
        icon={<Rocket className="hidden sm:block" />}
        disabledReason={denied}
        onClick={onPublish}
      >
        {t('publish.button')}
      </Button>
      <FlowMenu flow={flow} />
    </header>
  )
}

function History() {
  const editor = useFlowEditor()
  const { canUndo, canRedo } = useStore(editor.history.store)
  const tool = (id: CommandId, isDisabled: boolean) => {
    const { label, icon: Icon, shortcuts, perform } = commands[id]
    return (
      <IconButton
        tooltipSide="bottom"
        label={t(label)}
        shortcut={shortcuts[0]}
        icon={<Icon className="rtl:-scale-x-100" />}
        disabled={isDisabled}
        onClick={() => perform(editor)}
      />
    )
  }
  return (
    <div className="hidden items-center md:flex">
      {tool('undo', !canUndo)}
      {tool('redo', !canRedo)}
    </div>
  )
}

/** How many things are wrong, and the way to the list of them. */
function ProblemsButton() {
  const editor = useFlowEditor()
  const [isOpen, toggle] = useDock('problems')
  const all = useStore(editor.problems.store, (state) => state.all)
  const errors = all.filter(({ severity }) => severity === 'error').length
  const warnings = all.length - errors
  const look = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none'
  const { Icon, colour } = LOOKS[look]
  const label =
    look === 'none'
      ? t('canvas.problems.none')
      : t('canvas.problems.summary', {
          errors: t('canvas.problems.errors', { count: errors }),
          warnings: t('canvas.problems.warnings', { count: warnings }),
        })
  return (
    <Tooltip content={label} side="bottom">
      <button
        type="button"
        aria-label={`${t('canvas.problems.open')}: ${label}`}
        aria-pressed={isOpen}
        onClick={toggle}
        className={cn(
          'inline-flex h-9 shrink-0 items-center gap-1.5 rounded-control px-2 text-[0.8125rem] font-medium hover:bg-hover aria-pressed:bg-hover pointer-coarse:h-11',
          colour,
        )}
      >
        <Icon className="size-[1.125rem]" aria-hidden />
        {look !== 'none' && (look === 'error' ? errors : warnings)}
      </button>
    </Tooltip>
  )
}

/** How the flow's tests end, and the way to them. Nothing while it has none. */
function TestsButton() {
  const editor = useFlowEditor()
  const [isOpen, toggle] = useDock('tests')
  const state = useStore(editor.tests)
  if (state.status === 'notRun') return null
  const failed = state.outcomes.filter(({ failure }) => failure !== null).length
  const words = testsWords(state)
  return (
    <Tooltip content={words} side="bottom">
      <button
        type="button"
        aria-label={`${t('flowTests.open')}: ${words}`}
        aria-pressed={isOpen}
        onClick={toggle}
        className={cn(
          'inline-flex h-9 shrink-0 items-center gap-1.5 rounded-control px-2 text-[0.8125rem] font-medium hover:bg-hover aria-pressed:bg-hover pointer-coarse:h-11',
          failed > 0 ? 'text-danger' : 'text-success',
          // What was found before still stands there while the tests run again.
          state.status === 'running' && 'opacity-60',
        )}
      >
        {failed > 0 ? (
          <ListX className="size-[1.125rem]" aria-hidden />
        ) : (
          <ListChecks className="size-[1.125rem]" aria-hidden />
        )}
        {failed > 0 && failed}
      </button>
    </Tooltip>
  )
}

const LOOKS = {
  error: { Icon: CircleAlert, colour: 'text-danger' },
  warning: { Icon: TriangleAlert, colour: 'text-warning' },
  none: { Icon: CircleCheck, colour: 'text-success' },
} as const

function SimulatorButton() {
  const [isOpen, toggle] = useDock('simulator')
  return (
    <Button
      size="sm"
      icon={<Play />}
      aria-pressed={isOpen}
      aria-label={t('simulator.open')}
      onClick={toggle}
      className="px-2.5 aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-on-primary-soft sm:px-3"
    >
      <span className="hidden sm:inline">{t('simulator.open')}</span>
    </Button>
  )
}

/** Whether a panel is open, and what opens or closes it. */
function useDock(dock: Dock): readonly [isOpen: boolean, toggle: () => void] {
  const editor = useFlowEditor()
  const isOpen = usePanels((state) => state.dock === dock)
  return [isOpen, () => editor.openDock(isOpen ? null : dock)]
}
