import { replaceDraft } from '@parley/shared/draft'
import { useEffect } from 'react'
import * as Y from 'yjs'
import { useStore } from 'zustand'
import { createFlowEditor, type FlowEditor } from '../../../../canvas/FlowEditor.ts'
import { useSlot } from '../../useSlot.ts'
import type { Comparison } from './compareFlows.ts'

/** A canvas of its own for a comparison, which nobody can change. Null for a moment at first. */
export function usePicture(comparison: Comparison | null): FlowEditor | null {
  const slot = useSlot<FlowEditor>()
  useEffect(() => {
    if (!comparison) return undefined
    const doc = new Y.Doc()
    replaceDraft(doc, comparison.both)
    const editor = createFlowEditor(doc, { isReadOnly: true, isPicture: true })
    editor.marks.setState(comparison.marks)
    slot.setState(editor, true)
    return () => {
      slot.setState(null, true)
      editor.stop()
      doc.destroy()
    }
  }, [slot, comparison])
  return useStore(slot)
}
