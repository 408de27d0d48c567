import { t } from '../i18n/t.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'
import type { FlowEditor } from './FlowEditor.ts'
import { sectionData, toggleSection } from './sections.ts'

/** Collapses an open section, opens a collapsed one, and says so. */
export function toggle(editor: FlowEditor, sectionId: string): void {
  const node = editor.node(sectionId)
  if (!node) return
  const isOpenHere = editor.canvas.closeAgain(sectionId)
  const wasCollapsed = sectionData(node).collapsed !== null && !isOpenHere
  if (!isOpenHere) {
    if (editor.isReadOnly) editor.canvas.openHere(sectionId)
    else editor.edit(toggleSection(editor.draft(), sectionId))
  }
  editor.say(
    t(wasCollapsed ? 'canvas.said.expanded' : 'canvas.said.collapsed', { title: nodeTitle(node) }),
  )
}
