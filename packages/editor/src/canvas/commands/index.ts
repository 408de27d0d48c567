import type { FlowEditor } from '../FlowEditor.ts'
import type { Command } from './Command.ts'
import { edges } from './edges.ts'
import { editing } from './editing.ts'
import { finding } from './finding.ts'
import { nodes } from './nodes.ts'
import { type KeyPress, shortcutOf } from './shortcut.ts'
import { view } from './view.ts'

/** Everything that a person can do on the canvas. */
export const commands = { ...editing, ...nodes, ...edges, ...finding, ...view }

export type CommandId = keyof typeof commands

export const canPerform = (editor: FlowEditor, command: Command): boolean =>
  !(command.edits && editor.isReadOnly) &&
  !(editor.isPicture && !FOR_PICTURES.includes(command)) &&
  command.isPossible(editor)

/** What can be done with a picture of a flow. */
const FOR_PICTURES: readonly Command[] = [
  commands.fit,
  commands.zoomIn,
  commands.zoomOut,
  commands.deselect,
  commands.copy,
]

/** The command that a key press asks for. Copy, cut and paste come as clipboard events instead. */
export function commandFor(event: KeyPress): Command | null {
  const pressed = shortcutOf(event)
  for (const [id, command] of Object.entries<Command>(commands)) {
    if (id === 'copy' || id === 'cut' || id === 'paste') continue
    if (command.shortcuts.includes(pressed)) return command
  }
  return null
}
