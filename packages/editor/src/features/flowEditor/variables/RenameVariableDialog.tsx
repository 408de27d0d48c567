import { type RenameProblem, renameVariable } from '@parley/shared'
import { useState } from 'react'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import { useFlowEditor, usePanels } from '../../../canvas/FlowEditor.ts'
import { t } from '../../../i18n/t.ts'
import { nodeTitle } from '../../../nodes/nodeTitle.ts'
import { RenameDialog } from '../../../ui/RenameDialog.tsx'
import { toast } from '../../../ui/toast.ts'

const LONGEST_NAME = 64

/** Asks for another name for a variable, and writes it into everything that knows it: one edit, one undo. */
export function RenameVariableDialog() {
  const name = usePanels((state) => state.renaming)
  return name !== null && <Asking key={name} name={name} />
}

function Asking({ name }: { name: string }) {
  const editor = useFlowEditor()
  const [problem, setProblem] = useState<RenameProblem | null>(null)
  const close = () => editor.panels.setState({ renaming: null })
  const save = (typed: string) => {
    // A space is what people type between two words; a name has none.
    const next = typed.trim().replace(/\s+/gu, '_')
    const renamed = renameVariable(editor.draft(), name, next)
    if (!renamed.ok) return setProblem(renamed.problem)
    editor.edit({
      putNodes: renamed.nodes,
      ...(renamed.variables && { variables: renamed.variables }),
    })
    close()
    toast({
      title: t('canvas.variables.renamed', { from: name, to: next, count: renamed.nodes.length }),
      tone: 'success',
    })
  }
  return (
    <RenameDialog
      title={t('canvas.variables.rename', { name })}
      label={t('canvas.variables.newName')}
      name={name}
      maxLength={LONGEST_NAME}
      isBusy={false}
      error={problem ? problemWords(editor, problem) : undefined}
      onSave={save}
      onClose={close}
    />
  )
}

function problemWords(editor: FlowEditor, problem: RenameProblem): string {
  if (problem.type === 'invalid') return problem.message
  if (problem.type === 'taken') return t('canvas.variables.taken')
  const node = editor.node(problem.nodeId)
  const title = node ? nodeTitle(node) : ''
  return problem.type === 'clash'
    ? t('canvas.variables.clash', { title })
    : t('canvas.variables.broken', { title })
}
