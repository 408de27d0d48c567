import type { FlowTest } from '@parley/shared'
import { CircleCheck, CircleX, ListChecks, PencilLine, Play } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { FlowEditor } from '../../canvas/FlowEditor.ts'
import { newId } from '../../document/newId.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { CoverageList } from './CoverageList.tsx'
import { TestDialog } from './TestDialog.tsx'
import { TestList } from './TestList.tsx'
import { testsWords } from './testsWords.ts'
import { useTestEdits } from './useTestEdits.ts'

/** Everything about the tests of a flow: how they end, and what they come by. */
export function TestsPanel({ editor }: { editor: FlowEditor }) {
  const { tests, deniedReason, save } = useTestEdits(editor)
  const state = useStore(editor.tests)
  const [written, setWritten] = useState<FlowTest | null>(null)
  const write = (
    <Button
      size="sm"
      icon={<PencilLine />}
      disabledReason={deniedReason}
      onClick={() =>
        setWritten({ id: newId(), name: t('simulator.tests.unnamed'), script: FIRST_LINES })
      }
    >
      {t('flowTests.write')}
    </Button>
  )
  return (
    <>
      {tests.length === 0 ? (
        <EmptyState
          size="panel"
          icon={<ListChecks />}
          title={t('flowTests.emptyTitle')}
          actions={
            <>
              <Button
                size="sm"
                variant="primary"
                icon={<Play />}
                onClick={() => editor.openDock('simulator')}
              >
                {t('flowTests.tryIt')}
              </Button>
              {write}
            </>
          }
        >
          {t('flowTests.emptyHelp')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4 p-4">
          <div className="flex items-center gap-2">
            <output className="flex min-w-0 flex-1 items-center gap-2 text-[0.8125rem] font-medium">
              <StateIcon editor={editor} />
              {testsWords(state)}
            </output>
            {write}
          </div>
          <TestList editor={editor} />
          {state.coverage && <CoverageList editor={editor} coverage={state.coverage} />}
        </div>
      )}
      {written && (
        <TestDialog
          editor={editor}
          test={written}
          onClose={() => setWritten(null)}
          onSave={(test) => {
            save(test)
            setWritten(null)
          }}
        />
      )}
    </>
  )
}

/** Something to go on from. */
const FIRST_LINES = 'Customer: hi\nBot: …'

function StateIcon({ editor }: { editor: FlowEditor }) {
  const { status, outcomes } = useStore(editor.tests)
  if (status !== 'done') return <Spinner size="sm" />
  return outcomes.some(({ failure }) => failure) ? (
    <CircleX className="size-4 shrink-0 text-danger" aria-hidden />
  ) : (
    <CircleCheck className="size-4 shrink-0 text-success" aria-hidden />
  )
}
