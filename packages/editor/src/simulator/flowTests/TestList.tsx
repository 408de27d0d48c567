import type { FlowTest } from '@parley/shared'
import { ArrowRight, CircleCheck, CircleDashed, CircleX, Pencil, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { FlowEditor } from '../../canvas/FlowEditor.ts'
import type { TestOutcome } from '../../canvas/tests.ts'
import { t } from '../../i18n/t.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { failureWords } from './failureWords.ts'
import { TestDialog } from './TestDialog.tsx'
import { useTestEdits } from './useTestEdits.ts'

/** The flow's tests with how they end right now. */
export function TestList({ editor }: { editor: FlowEditor }) {
  const outcomes = useStore(editor.tests, (state) => state.outcomes)
  const { tests, deniedReason, save, remove } = useTestEdits(editor)
  const [editing, setEditing] = useState<FlowTest | null>(null)
  return (
    <>
      <ul className="flex flex-col gap-1.5" aria-label={t('simulator.tray.tests')}>
        {tests.map((test) => (
          <TestLine
            key={test.id}
            test={test}
            outcome={outcomes.find((each) => each.test.id === test.id)}
            deniedReason={deniedReason}
            onPlay={() => editor.panels.setState({ dock: 'simulator', testToPlay: test })}
            onEdit={() => setEditing(test)}
            onRemove={() => remove(test)}
            onGoTo={(nodeId) => editor.goTo(nodeId)}
          />
        ))}
      </ul>
      {editing && (
        <TestDialog
          editor={editor}
          test={editing}
          onClose={() => setEditing(null)}
          onSave={(test) => {
            save(test)
            setEditing(null)
          }}
        />
      )}
    </>
  )
}

function TestLine({
  test: { name },
  outcome,
  deniedReason,
  onPlay,
  onEdit,
  onRemove,
  onGoTo,
}: {
  test: FlowTest
  /** Undefined while it has not been run yet. */
  outcome: TestOutcome | undefined
  deniedReason: string | undefined
  onPlay: () => void
  onEdit: () => void
  onRemove: () => void
  onGoTo: (nodeId: string) => void
}) {
  const failure = outcome?.failure
  const nodeId = failure?.nodeId ?? null
  return (
    <li className="flex items-start gap-2 rounded-control border border-line py-1 ps-2.5 pe-1">
      <OutcomeIcon outcome={outcome} />
      <div className="min-w-0 flex-1 py-1.5 text-[0.8125rem]">
        <p className="truncate font-medium text-ink" dir="auto">
          {name}
        </p>
        {failure && (
          <p className="break-words whitespace-pre-wrap text-danger">{failureWords(failure)}</p>
        )}
        {nodeId !== null && (
          <button
            type="button"
            onClick={() => onGoTo(nodeId)}
            className="rounded text-xs font-medium underline underline-offset-2"
          >
            {t('flowTests.showNode')}
            <ArrowRight className="ms-0.5 inline size-3 rtl:-scale-x-100" aria-hidden />
          </button>
        )}
      </div>
      <IconButton
        size="sm"
        label={t('flowTests.replay.play', { name })}
        icon={<Play className="rtl:-scale-x-100" />}
        onClick={onPlay}
      />
      <IconButton
        size="sm"
        label={t('simulator.tests.edit', { name })}
        icon={<Pencil />}
        onClick={onEdit}
      />
      <IconButton
        size="sm"
        variant="dangerGhost"
        label={t('simulator.tests.remove', { name })}
        icon={<Trash2 />}
        disabledReason={deniedReason}
        onClick={onRemove}
      />
    </li>
  )
}

function OutcomeIcon({ outcome }: { outcome: TestOutcome | undefined }) {
  const className = 'mt-2 size-4 shrink-0'
  if (!outcome) {
    return (
      <CircleDashed
        className={`${className} text-ink-faint`}
        aria-label={t('flowTests.state.running')}
      />
    )
  }
  return outcome.failure ? (
    <CircleX className={`${className} text-danger`} aria-label={t('simulator.tests.fails')} />
  ) : (
    <CircleCheck className={`${className} text-success`} aria-label={t('simulator.tests.passes')} />
  )
}
