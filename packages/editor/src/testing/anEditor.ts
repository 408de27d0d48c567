import { type Draft, replaceDraft } from '@parley/shared/draft'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { createFlowEditor, type FlowEditor } from '../canvas/FlowEditor.ts'

/** An editor with this draft, as if it were open on a page. */
export function anEditor(
  draft: Pick<Draft, 'nodes' | 'edges'> & Partial<Draft>,
  { isReadOnly = false } = {},
): FlowEditor {
  const doc = new Y.Doc()
  replaceDraft(doc, { variables: [], settings: {}, ...draft })
  const editor = createFlowEditor(doc, { isReadOnly })
  onTestFinished(() => editor.stop())
  return editor
}

/** A node of a draft; where it stands matters to nobody. */
export const aNode = (
  id: string,
  type: string,
  data: Draft['nodes'][number]['data'] = {},
  name?: string,
): Draft['nodes'][number] => ({
  id,
  type,
  position: { x: 0, y: 0 },
  data,
  ...(name !== undefined && { name }),
})

/** Edges written as `from.handle > to`; `from > to` leaves by the handle `next`. */
export const edgesOf = (...lines: readonly string[]): Draft['edges'] =>
  lines.map((line) => {
    const [from = '', target = ''] = line.split(' > ')
    const [source = '', sourceHandle = 'next'] = from.split('.')
    return { id: line, source, sourceHandle, target }
  })
