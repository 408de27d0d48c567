import { fieldAt, type VariablePlace, type VariableUse, variableUses } from '@parley/shared'
import type { Draft } from '@parley/shared/draft'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import { nodeTitle } from '../../../nodes/nodeTitle.ts'

let last: { readonly draft: Draft; readonly uses: readonly VariableUse[] } | null = null

/** The variables of a draft, read once for each state of it. */
export function variablesIn(draft: Draft): readonly VariableUse[] {
  if (last?.draft !== draft) last = { draft, uses: variableUses(draft) }
  return last.uses
}

/** Which step a place is in, and the words that stand there. */
export function placeWords(
  editor: FlowEditor,
  { nodeId, path }: VariablePlace,
): { readonly title: string; readonly words: string } {
  const node = editor.node(nodeId)
  if (!node) return { title: '', words: '' }
  const value = fieldAt(node.data, path)
  return { title: nodeTitle(node), words: typeof value === 'string' ? value : '' }
}
