import { replaceDraft } from '@parley/shared/draft'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { moveNodes, newNode } from './edits.ts'
import { createFlowEditor, type FlowEditor } from './FlowEditor.ts'
import { isSameMeaning } from './problems.ts'
import { setTranslations } from './translationEdits.ts'

let editor: FlowEditor
afterEach(() => editor.stop())

/** The state of a flow with one translated text, before and after something is done to it. */
function around(change: () => void) {
  const doc = new Y.Doc()
  replaceDraft(doc, {
    nodes: [
      {
        ...newNode('hello', 'text', { x: 0, y: 0 }),
        data: { text: 'Hello' },
        translations: { es: { text: 'Hola' } },
      },
    ],
    edges: [],
    variables: [],
    settings: { languages: ['es'] },
  })
  editor = createFlowEditor(doc, { isReadOnly: false })
  const before = editor.flow.getState()
  change()
  return [editor.flow.getState(), before] as const
}

describe('what the linter looks at', () => {
  it('is the same when a node has only moved', () => {
    const states = around(() =>
      editor.edit(moveNodes(editor.draft(), [{ id: 'hello', position: { x: 9, y: 9 } }])),
    )
    expect(states[0].nodes[0]?.position).toEqual({ x: 9, y: 9 })
    expect(isSameMeaning(...states)).toBe(true)
  })

  it('is another when a text is translated otherwise', () => {
    const translation = { nodeId: 'hello', language: 'es', key: 'text', text: 'Buenas' }
    const states = around(() => editor.edit(setTranslations(editor.draft(), [translation])))
    expect(isSameMeaning(...states)).toBe(false)
  })
})
