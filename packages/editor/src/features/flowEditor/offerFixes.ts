import type { FlowProblem } from '@parley/shared'
import type { FlowEditor } from '../../canvas/FlowEditor.ts'
import { fixesOf } from '../../canvas/fixes/index.ts'
import { newId } from '../../document/newId.ts'
import { t } from '../../i18n/t.ts'
import type { OfferedFix } from '../../nodes/form/FixButtons.tsx'

/** The ways to solve a problem of the open flow by a press: each is one step of undo. */
export function offerFixes(editor: FlowEditor, problem: FlowProblem): readonly OfferedFix[] {
  if (editor.isReadOnly) return []
  const found = () => fixesOf(problem, { draft: editor.draft(), newId })
  return found().map(({ label }) => ({
    label,
    apply() {
      // The flow may have changed since the button was drawn.
      const fix = found().find((each) => each.label === label)
      if (!fix) return
      editor.edit(fix.edit)
      editor.problems.check()
      editor.say(t('problems.fixed', { fix: label }))
    },
  }))
}
