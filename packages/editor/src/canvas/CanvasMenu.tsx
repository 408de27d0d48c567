import { Plus, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../i18n/t.ts'
import { ContextMenu } from '../ui/ContextMenu.tsx'
import type { MenuItem } from '../ui/menuItems.tsx'
import type { Point } from './box.ts'
import { type CommandId, canPerform, commands } from './commands/index.ts'
import { removeEdges } from './edits.ts'
import { type FlowEditor, useCanvas, useFlowEditor } from './FlowEditor.ts'

/** What the menu is about. */
export type MenuTarget =
  | { readonly type: 'node'; readonly nodeId: string }
  | { readonly type: 'edge'; readonly edgeId: string }
  | { readonly type: 'canvas'; readonly at: Point }

/** The menu of the right mouse button; all of it can be reached otherwise, too. */
export function CanvasMenu({ target, children }: { target: MenuTarget; children: ReactNode }) {
  const editor = useFlowEditor()
  const selected = useCanvas((state) => state.selectedNodeIds)
  return (
    <ContextMenu
      items={itemsFor(editor, target)}
      onOpenChange={(isOpen) => {
        // What was clicked is what the commands act on.
        if (!isOpen) return
        if (target.type === 'node' && !selected.includes(target.nodeId)) {
          editor.canvas.select([target.nodeId])
        }
        if (target.type === 'edge') editor.canvas.select([], [target.edgeId])
      }}
    >
      {children}
    </ContextMenu>
  )
}

function itemsFor(editor: FlowEditor, target: MenuTarget): readonly MenuItem[] {
  const line = (id: CommandId): MenuItem[] => {
    const command = commands[id]
    if (command.edits && editor.isReadOnly) return []
    const { icon: Icon, shortcuts } = command
    return [
      {
        label: t(command.label),
        icon: <Icon />,
        shortcut: shortcuts[0],
        isDanger: id === 'delete',
        onSelect: () => {
          if (canPerform(editor, command)) command.perform(editor)
        },
      },
    ]
  }
  if (editor.isPicture) return [...(target.type === 'node' ? line('copy') : []), ...line('fit')]
  const separator: MenuItem = { type: 'separator' }
  switch (target.type) {
    case 'node': {
      const { selectedNodeIds } = editor.canvas.store.getState()
      const isSection = editor.node(target.nodeId)?.type === 'section'
      const several = selectedNodeIds.length > 1 && selectedNodeIds.includes(target.nodeId)
      return [
        ...line('open'),
        ...line('write'),
        ...line('tryFrom'),
        ...line('quickInsert'),
        ...line('connectTo'),
        separator,
        ...line('cut'),
        ...line('copy'),
        ...line('duplicate'),
        separator,
        ...(isSection ? line('collapse') : []),
        ...line('makeSection'),
        ...line('zoomToSelection'),
        ...(several ? line('tidy') : []),
        separator,
        ...line('delete'),
      ]
    }
    case 'edge':
      return editor.isReadOnly
        ? line('fit')
        : [
            {
              label: t('canvas.commands.insertOnEdge'),
              icon: <Plus />,
              onSelect: () => editor.startQuickInsert({ edgeId: target.edgeId }),
            },
            {
              label: t('canvas.commands.disconnect'),
              icon: <Unplug />,
              isDanger: true,
              onSelect: () => editor.edit(removeEdges([target.edgeId])),
            },
          ]
    case 'canvas':
      return [
        ...(editor.isReadOnly
          ? []
          : [
              {
                label: t('canvas.commands.insertHere'),
                icon: <Plus />,
                onSelect: () => editor.startQuickInsert({ at: target.at }),
              },
            ]),
        ...line('paste'),
        ...line('selectAll'),
        separator,
        ...line('find'),
        ...line('tidy'),
        ...line('fit'),
      ]
  }
}
