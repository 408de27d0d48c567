import type { FlowTest } from '@parley/shared'
import { useStore } from 'zustand'
import type { FlowEditor } from '../../canvas/FlowEditor.ts'
import { offerUndo } from '../../canvas/offerUndo.ts'
import { t } from '../../i18n/t.ts'
import { readTests } from './readTests.ts'

/** The tests that the flow has, and how they are changed. */
export function useTestEdits(editor: FlowEditor) {
  const tests = readTests(useStore(editor.flow, (state) => state.settings))
  const write = (next: readonly FlowTest[]) =>
    editor.edit({
      settings: { ...editor.draft().settings, tests: next.map((each) => ({ ...each })) },
    })
  return {
    tests,
    deniedReason: editor.isReadOnly ? t('simulator.tests.readOnlyReason') : undefined,
    /** Puts a new test behind the others, or the new state of one in its place. */
    save: (test: FlowTest) => {
      const isNew = !tests.some(({ id }) => id === test.id)
      write(isNew ? [...tests, test] : tests.map((each) => (each.id === test.id ? test : each)))
    },
    remove: (test: FlowTest) => {
      write(tests.filter(({ id }) => id !== test.id))
      offerUndo(editor, { title: t('simulator.tests.removed', { name: test.name }) })
    },
  }
}
