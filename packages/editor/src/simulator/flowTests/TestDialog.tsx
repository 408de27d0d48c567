import { retake, runScript, toPlayable } from '@parley/runtime/engine'
import type { FlowTest } from '@parley/shared'
import { CircleCheck, CircleX, CornerDownLeft, RefreshCw } from 'lucide-react'
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FlowEditor } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Input } from '../../ui/Input.tsx'
import { failureWords } from './failureWords.ts'
import { ScriptEditor } from './ScriptEditor.tsx'
import { SCRIPT_LINES } from './scriptLines.ts'

/** Name and script of a test, which is run while it is written. */
export function TestDialog({
  editor,
  test,
  onSave,
  onClose,
}: {
  editor: FlowEditor
  test: FlowTest
  onSave: (test: FlowTest) => void
  onClose: () => void
}) {
  const [name, setName] = useState(test.name)
  const [script, setScript] = useState(test.script)
  const input = useRef<HTMLTextAreaElement>(null)
  const [scriptId, outcomeId] = [useId(), useId()]
  const deniedReason = editor.isReadOnly ? t('simulator.tests.readOnlyReason') : undefined
  const flow = useMemo(() => {
    const { nodes, edges, variables, settings } = editor.draft()
    return toPlayable({ nodes, edges, variables, settings })
  }, [editor])
  // Typing comes first; what it leads to may follow a moment later.
  const settled = useDeferredValue(script)
  const failure = useMemo(() => (flow ? runScript(flow, settled).failure : null), [flow, settled])
  const insert = (line: string) => {
    const end = endOfLine(script, input.current?.selectionEnd ?? script.length)
    const before = script.slice(0, end)
    const added = before === '' || before.endsWith('\n') ? line : `\n${line}`
    flushSync(() => setScript(before + added + script.slice(end)))
    input.current?.focus()
    input.current?.setSelectionRange(end + added.length, end + added.length)
  }
  return (
    <FormDialog
      size="lg"
      title={t('simulator.tests.title')}
      description={t('simulator.tests.description')}
      submitLabel={t('common.save')}
      deniedReason={deniedReason}
      onSubmit={() => {
        onSave({ ...test, name: name.trim() || t('simulator.tests.unnamed'), script })
      }}
      onClose={onClose}
    >
      <Field label={t('simulator.tests.name')}>
        <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
      </Field>
      <div className="flex flex-col gap-1.5">
        <label htmlFor={scriptId} className="text-[0.8125rem] font-medium text-ink">
          {t('simulator.tests.script')}
        </label>
        <ScriptEditor
          id={scriptId}
          input={input}
          script={script}
          failingLine={failure?.line ?? null}
          describedBy={outcomeId}
          isReadOnly={editor.isReadOnly}
          onChange={setScript}
        />
        <output
          id={outcomeId}
          className={`flex items-start gap-2 text-[0.8125rem] ${failure ? 'text-danger' : 'text-success'}`}
        >
          {failure ? (
            <CircleX className="mt-0.5 size-4 shrink-0" aria-hidden />
          ) : (
            <CircleCheck className="mt-0.5 size-4 shrink-0" aria-hidden />
          )}
          <span className="min-w-0 break-words whitespace-pre-wrap">
            {failure ? failureWords(failure) : t('flowTests.holds')}
          </span>
        </output>
        {flow && failure && RETAKEN.has(failure.reason) && !editor.isReadOnly && (
          <Button
            size="sm"
            className="self-start"
            icon={<RefreshCw />}
            onClick={() => setScript(retake(flow, script))}
          >
            {t('flowTests.retake')}
          </Button>
        )}
      </div>
      <Legend isReadOnly={editor.isReadOnly} onInsert={insert} />
    </FormDialog>
  )
}

/** What becomes right when the script says what the flow says. */
const RETAKEN: ReadonlySet<string> = new Set(['otherMessage', 'noMessage', 'moreMessages'])

function endOfLine(script: string, from: number): number {
  const end = script.indexOf('\n', from)
  return end === -1 ? script.length : end
}

/** All that a test can say; a press puts it where the cursor is. */
function Legend({
  isReadOnly,
  onInsert,
}: {
  isReadOnly: boolean
  onInsert: (line: string) => void
}) {
  return (
    <details className="rounded-control border border-line">
      <summary className="cursor-pointer px-3 py-2 text-[0.8125rem] font-medium">
        {t('flowTests.legend')}
      </summary>
      <ul className="flex flex-col border-t border-line p-1">
        {SCRIPT_LINES.map(([line, meaning]) => (
          <li key={line} className="flex items-start gap-2 px-2 py-1.5">
            <div className="min-w-0 flex-1">
              <pre
                dir="ltr"
                className="text-start text-xs break-words whitespace-pre-wrap text-ink"
              >
                {line}
              </pre>
              <p className="text-xs text-ink-muted">{t(meaning)}</p>
            </div>
            {!isReadOnly && (
              <button
                type="button"
                aria-label={t('flowTests.insert', { line: line.split('\n')[0] ?? line })}
                onClick={() => onInsert(line)}
                className="inline-flex size-8 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-hover hover:text-ink pointer-coarse:size-10"
              >
                <CornerDownLeft className="size-4 rtl:-scale-x-100" aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
