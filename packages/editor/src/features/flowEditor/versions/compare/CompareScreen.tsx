import type { FlowVersionSummary } from '@parley/shared/api'
import type { Draft } from '@parley/shared/draft'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight, FileText, Network, PartyPopper, RotateCcw } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react'
import { flowVersionQuery } from '../../../../api/flowVersions.ts'
import type { FlowEditor } from '../../../../canvas/FlowEditor.ts'
import { t } from '../../../../i18n/t.ts'
import { Button } from '../../../../ui/Button.tsx'
import { cn } from '../../../../ui/cn.ts'
import { DialogClose } from '../../../../ui/Dialog.tsx'
import { DropdownMenu } from '../../../../ui/DropdownMenu.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { IconButton } from '../../../../ui/IconButton.tsx'
import { LoadError } from '../../../../ui/LoadError.tsx'
import { LoadingPane } from '../../../../ui/LoadingPane.tsx'
import { SegmentedControl } from '../../../../ui/SegmentedControl.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { toDraft } from '../compareDrafts.ts'
import { useRestore } from '../useRestore.ts'
import { ChangePanel } from './ChangePanel.tsx'
import { CompareCanvas } from './CompareCanvas.tsx'
import { CompareText } from './CompareText.tsx'
import { type Change, type Comparison, compareFlows } from './compareFlows.ts'
import { type Side, type Sides, sideOptions, versionOf } from './sides.ts'
import { usePicture } from './usePicture.ts'

export interface CompareScreenProps {
  readonly editor: FlowEditor
  readonly flowId: string
  readonly versions: readonly FlowVersionSummary[]
  readonly sides: Sides
  readonly onSides: (sides: Sides) => void
  readonly onClose: () => void
}

/** Two states of a flow against each other, over the whole page: drawn, and as text. */
export function CompareScreen({ onClose, ...props }: CompareScreenProps) {
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-0 z-50 flex animate-fade-in flex-col bg-canvas outline-none"
        >
          <Compared {...props} onClose={onClose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Compared({ editor, flowId, versions, sides, onSides, onClose }: CompareScreenProps) {
  const [view, setView] = useState<'canvas' | 'text'>('canvas')
  const [chosen, setChosen] = useState<Change | null>(null)
  const { comparison, error, retry } = useComparison(editor, flowId, sides)
  const picture = usePicture(comparison)

  const choose = useCallback(
    (change: Change | null) => {
      setChosen(change)
      setView('canvas')
      if (!change || !picture) return
      picture.canvas.select(
        change.type === 'node' ? [change.id] : [],
        change.type === 'edge' ? [change.id] : [],
      )
      picture.viewport?.reveal(nodesOf(change))
    },
    [picture],
  )
  const chooseNode = useCallback(
    (nodeId: string) => {
      const change = comparison?.changes.find((each) => each.type === 'node' && each.id === nodeId)
      if (change) setChosen(change)
    },
    [comparison],
  )
  const changes = comparison?.changes ?? []
  const step = (by: 1 | -1) => {
    const from = chosen ? changes.indexOf(chosen) : by === 1 ? -1 : 0
    const next = changes[(from + by + changes.length) % changes.length]
    if (next) choose(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F7') return
    event.preventDefault()
    step(event.shiftKey ? -1 : 1)
  }

  return (
    // Keys for the whole dialog; everything in it that takes a press is an element of its own.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface py-2 ps-4 pe-5">
        <Radix.Title className="order-first min-w-0 flex-1 font-semibold md:order-none md:flex-none">
          {t('compare.title')}
        </Radix.Title>
        <SideFields
          versions={versions}
          sides={sides}
          onSides={(next) => {
            setChosen(null)
            onSides(next)
          }}
        />
        <SegmentedControl
          label={t('compare.views')}
          value={view}
          onValueChange={setView}
          segments={[
            { value: 'canvas', label: t('compare.canvas'), icon: <Network /> },
            { value: 'text', label: t('compare.text'), icon: <FileText /> },
          ]}
        />
        <div className="ms-auto">
          <Restore editor={editor} flowId={flowId} sides={sides} onRestored={onClose} />
        </div>
        <div className="order-first ms-auto flex md:order-none md:ms-0">
          <DialogClose />
        </div>
      </header>
      {error && <LoadError error={error} onRetry={retry} />}
      {!error && !comparison && <LoadingPane />}
      {comparison && changes.length === 0 && (
        <EmptyState icon={<PartyPopper />} title={t('compare.same')}>
          {t('compare.sameHelp')}
        </EmptyState>
      )}
      {comparison && changes.length > 0 && (
        <div className="flex min-h-0 flex-1 flex-col md:flex-row">
          <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
            {view === 'text' && (
              <CompareText
                comparison={comparison}
                onGoTo={(nodeId) => {
                  setView('canvas')
                  chooseNode(nodeId)
                  picture?.canvas.select([nodeId])
                  picture?.viewport?.reveal([nodeId])
                }}
              />
            )}
            {/* Stays, unseen, while the text is read: so it can be told where to look before it is shown. */}
            <div
              className={cn('absolute inset-0', view === 'text' && 'opacity-0')}
              inert={view === 'text'}
            >
              {picture && <CompareCanvas picture={picture} onPress={chooseNode} />}
            </div>
          </div>
          <ChangePanel
            comparison={comparison}
            chosen={chosen}
            onChoose={(change) => choose(change === chosen ? null : change)}
            onStep={step}
          />
        </div>
      )}
    </div>
  )
}

/** What is compared with what. */
function SideFields({
  versions,
  sides,
  onSides,
}: Pick<CompareScreenProps, 'versions' | 'sides' | 'onSides'>) {
  const options = sideOptions(versions)
  return (
    <div className="flex min-w-0 items-center gap-1">
      <Select<Side>
        size="sm"
        className="w-36 min-w-0 md:w-48"
        label={t('compare.from')}
        value={sides.before}
        options={options}
        onValueChange={(before) => onSides({ ...sides, before })}
      />
      <IconButton
        size="sm"
        label={t('compare.swap')}
        icon={<ArrowLeftRight />}
        onClick={() => onSides({ before: sides.after, after: sides.before })}
      />
      <Select<Side>
        size="sm"
        className="w-36 min-w-0 md:w-48"
        label={t('compare.to')}
        value={sides.after}
        options={options}
        onValueChange={(after) => onSides({ ...sides, after })}
      />
    </div>
  )
}

/** Back to a version that is being looked at; asks which when both are versions. */
function Restore({
  editor,
  flowId,
  sides,
  onRestored,
}: Pick<CompareScreenProps, 'editor' | 'flowId' | 'sides'> & { onRestored: () => void }) {
  const { restore, isRestoring } = useRestore({ editor, flowId })
  const numbers = [...new Set([sides.before, sides.after])].flatMap((side) => versionOf(side) ?? [])
  const [first, ...others] = numbers
  if (first === undefined) return null
  const take = async (version: number) => {
    if (await restore(version)) onRestored()
  }
  const common = {
    size: 'sm',
    icon: <RotateCcw />,
    isBusy: isRestoring,
    disabledReason: editor.isReadOnly ? t('publish.versions.readOnlyReason') : undefined,
  } as const
  if (others.length === 0) {
    return (
      <Button {...common} onClick={() => void take(first)}>
        {t('compare.restoreVersion', { version: first })}
      </Button>
    )
  }
  return (
    <DropdownMenu
      items={numbers.map((version) => ({
        label: t('compare.restoreVersion', { version }),
        icon: <RotateCcw />,
        onSelect: () => void take(version),
      }))}
    >
      <Button {...common}>{t('compare.restore')}</Button>
    </DropdownMenu>
  )
}

/** Both sides, once they are here. The draft is taken as it was when the comparison began. */
function useComparison(
  editor: FlowEditor,
  flowId: string,
  { before, after }: Sides,
): { comparison: Comparison | null; error: Error | null; retry: () => void } {
  const [draft] = useState(() => editor.draft())
  const old = useSide(flowId, before, draft)
  const now = useSide(flowId, after, draft)
  const comparison = useMemo(
    () => (old.draft && now.draft ? compareFlows(old.draft, now.draft) : null),
    [old.draft, now.draft],
  )
  const retry = () => {
    old.retry()
    now.retry()
  }
  return { comparison, error: old.error ?? now.error, retry }
}

function useSide(flowId: string, side: Side, draft: Draft) {
  const version = versionOf(side)
  const { data, error, refetch } = useQuery({
    ...flowVersionQuery(flowId, version ?? 0),
    enabled: version !== null,
  })
  const frozen = useMemo(() => (data ? toDraft(data.flow) : null), [data])
  const unreadable = data && !frozen ? new Error(t('compare.cannotRead')) : null
  return {
    draft: version === null ? draft : frozen,
    error: version === null ? null : (error ?? unreadable),
    retry: () => void refetch(),
  }
}

function nodesOf(change: Change): readonly string[] {
  if (change.type === 'node') return [change.id]
  if (change.type === 'flow') return []
  const edge = change.after ?? change.before
  return edge ? [edge.source, edge.target] : []
}
