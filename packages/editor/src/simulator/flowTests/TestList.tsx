import { type Simulation, toScript } from '@parley/runtime/engine'
import { contentText, type FlowTest } from '@parley/shared'
import { CircleCheck, CircleX, Pencil, Save, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { FlowEditor } from '../../canvas/FlowEditor.ts'
import { groupOf } from '../../canvas/groupStyles.ts'
import { newId } from '../../document/newId.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { toast } from '../../ui/toast.ts'
import { failureWords } from './failureWords.ts'
import { readTests } from './readTests.ts'
import { runTests, type TestResult } from './runTests.ts'
import { TestDialog } from './TestDialog.tsx'

/** The flow's tests with how they end right now, and the way to make one from the conversation above. */
export function TestList({ editor, simulation }: { editor: FlowEditor; simulation: Simulation }) {
  // The linter looks at every change of meaning, in a pause: the moment to run the tests, too.
  const checked = useStore(editor.problems.store)
  const settings = useStore(editor.flow, (state) => state.settings)
  const results = useMemo(
    () => runTests({ ...editor.draft(), settings }),
    // The draft is read at the moments that the linter and the settings give.
    // oxlint-disable-next-line react/exhaustive-deps
    [editor, checked, settings],
  )
  const [editing, setEditing] = useState<FlowTest | null>(null)
  const tests = readTests(settings)
  const deniedReason = editor.isReadOnly ? t('simulator.tests.readOnlyReason') : undefined
  const save = (next: readonly FlowTest[]) =>
    editor.edit({
      settings: { ...editor.draft().settings, tests: next.map((each) => ({ ...each })) },
    })
  const remove = (test: FlowTest) => {
    save(tests.filter(({ id }) => id !== test.id))
    toast({
      title: t('simulator.tests.removed', { name: test.name }),
      action: { label: t('common.undo'), onClick: () => editor.undo() },
    })
  }
  return (
    <div className="flex flex-col gap-3 p-3">
      <div className="flex items-center justify-between gap-3">
        <p className="text-xs text-ink-muted">
          {results.length > 0 ? coverageWords(editor, results) : t('simulator.tests.help')}
        </p>
        <Button
          size="sm"
          icon={<Save />}
          disabledReason={
            deniedReason ?? (simulation.log.length === 0 ? t('simulator.tests.empty') : undefined)
          }
          onClick={() =>
            setEditing({ id: newId(), name: nameFor(simulation), script: toScript(simulation) })
          }
        >
          {t('simulator.tests.save')}
        </Button>
      </div>
      <ul className="flex flex-col gap-1.5" aria-label={t('simulator.tray.tests')}>
        {results.map((result) => (
          <TestLine
            key={result.test.id}
            result={result}
            deniedReason={deniedReason}
            onEdit={() => setEditing(result.test)}
            onRemove={() => remove(result.test)}
          />
        ))}
      </ul>
      {editing && (
        <TestDialog
          test={editing}
          deniedReason={deniedReason}
          onClose={() => setEditing(null)}
          onSave={(test) => {
            const isNew = !tests.some(({ id }) => id === test.id)
            save(
              isNew ? [...tests, test] : tests.map((each) => (each.id === test.id ? test : each)),
            )
            setEditing(null)
          }}
        />
      )}
    </div>
  )
}

function TestLine({
  result: { test, failure },
  deniedReason,
  onEdit,
  onRemove,
}: {
  result: TestResult
  deniedReason: string | undefined
  onEdit: () => void
  onRemove: () => void
}) {
  const { name } = test
  return (
    <li className="flex items-start gap-2 rounded-control border border-line py-1 ps-2.5 pe-1">
      {failure ? (
        <CircleX
          className="mt-2 size-4 shrink-0 text-danger"
          aria-label={t('simulator.tests.fails')}
        />
      ) : (
        <CircleCheck
          className="mt-2 size-4 shrink-0 text-success"
          aria-label={t('simulator.tests.passes')}
        />
      )}
      <div className="min-w-0 flex-1 py-1.5 text-[0.8125rem]">
        <p className="truncate font-medium text-ink">{name}</p>
        {failure && (
          <p className="break-words whitespace-pre-wrap text-danger">{failureWords(failure)}</p>
        )}
      </div>
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

/** The first words of the contact tell tests apart best. */
function nameFor({ log }: Simulation): string {
  const words = log.flatMap((entry) =>
    entry.type === 'received' ? [contentText(entry.content)] : [],
  )
  return words.join(', ').slice(0, 60) || t('simulator.tests.unnamed')
}

function coverageWords(editor: FlowEditor, results: readonly TestResult[]): string {
  const nodes = editor.draft().nodes.filter(({ type }) => groupOf(type) !== 'canvas')
  const visited = new Set(results.flatMap(({ steps }) => steps.map(({ nodeId }) => nodeId)))
  const count = nodes.filter(({ id }) => visited.has(id)).length
  return t('simulator.tests.coverage', { visited: count, count: nodes.length })
}
