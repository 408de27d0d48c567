import type { LucideIcon } from 'lucide-react'
import type { PlainKey } from '../../i18n/t.ts'
import { removable } from '../edits.ts'
import type { FlowEditor } from '../FlowEditor.ts'

/** Something a person can do; feeds menus, toolbar, keyboard and the list of shortcuts. */
export interface Command {
  readonly label: PlainKey
  readonly icon: LucideIcon
  /** The first is the one that is shown. */
  readonly shortcuts: readonly string[]
  /** True for what changes the flow: not there for those who may only look. */
  readonly edits: boolean
  /** True: its shortcut works in forms and panels, too, not only on the canvas. */
  readonly everywhere?: boolean
  readonly isPossible: (editor: FlowEditor) => boolean
  readonly perform: (editor: FlowEditor) => void
}

export type Commands = Readonly<Record<string, Command>>

export const always = () => true
export const selectedNodes = ({ canvas }: FlowEditor) => canvas.store.getState().selectedNodeIds
/** True when something is selected that can be copied and removed. */
export const hasRemovable = (editor: FlowEditor) =>
  removable(editor.draft(), selectedNodes(editor)).length > 0
/** The one node that is selected; undefined when there is none or there are several. */
export const onlySelected = (editor: FlowEditor): string | undefined => {
  const [nodeId, ...others] = selectedNodes(editor)
  return others.length > 0 ? undefined : nodeId
}
