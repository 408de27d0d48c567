import { useEffect } from 'react'
import { canPerform, commandFor } from '../../canvas/commands/index.ts'
import type { FlowEditor } from '../../canvas/FlowEditor.ts'

/** Shortcuts that work wherever the focus is: in a form, a panel, the bar. The canvas hears its own first. */
export function useShortcuts(editor: FlowEditor): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const command = commandFor(event)
      if (!command?.everywhere) return
      const isTyped = event.key.length === 1 && !event.ctrlKey && !event.metaKey
      // A dialog keeps everything else waiting, except that the menu's own keys close it.
      const isWaiting = document.querySelector('[role="dialog"]') !== null
      const closesMenu = editor.panels.getState().hasCommands && event.key.toLowerCase() === 'k'
      if (isTyped || (isWaiting && !closesMenu)) return
      event.preventDefault()
      if (canPerform(editor, command)) command.perform(editor)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [editor])
}
