import { t } from '../i18n/t.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'
import { CommandDialog } from '../ui/CommandDialog.tsx'
import { type CommandItem, CommandMenu } from '../ui/CommandMenu.tsx'
import { acceptsInput, connect } from './edits.ts'
import { type FlowEditor, useFlowEditor, usePanels } from './FlowEditor.ts'
import { geometryOf } from './geometry.ts'
import { handleLabel } from './handleLabel.ts'
import { nodeItem } from './nodeItem.tsx'
import type { NodeMenu as Menu } from './panels.ts'

/** A list of nodes to search: leads a way out to one of them without a mouse. */
export function NodeMenu() {
  const editor = useFlowEditor()
  const menu = usePanels(({ nodeMenu }) => nodeMenu)
  if (!menu) return null
  const close = () => editor.panels.setState({ nodeMenu: null })
  const { title, items } = contentOf(editor, menu)
  return (
    <CommandDialog
      title={title}
      width="narrow"
      onClose={close}
      onCloseFocus={() => editor.viewport?.focus()}
    >
      <CommandMenu
        // Another question is another list: what was typed for the last one goes.
        key={title}
        label={title}
        placeholder={title}
        empty={t('canvas.nodeMenu.empty')}
        groups={[{ id: 'nodes', items }]}
      />
    </CommandDialog>
  )
}

function contentOf(
  editor: FlowEditor,
  menu: Menu,
): { readonly title: string; readonly items: readonly CommandItem[] } {
  const { nodes } = editor.draft()
  const set = (nodeMenu: Menu | null) => editor.panels.setState({ nodeMenu })
  const from = editor.node(menu.nodeId)
  if (!from) return { title: t('canvas.nodeMenu.gone'), items: [] }
  const { outlets } = geometryOf(from)
  const { handle } = menu
  if (handle === null) {
    return {
      title: t('canvas.nodeMenu.handle', { title: nodeTitle(from) }),
      items: outlets.map(({ handle: each }) => ({
        id: each.id,
        label: handleLabel(each),
        onSelect: () => set({ ...menu, handle: each.id }),
      })),
    }
  }
  const outlet = outlets.find((each) => each.handle.id === handle)
  return {
    title: t('canvas.nodeMenu.connect', {
      handle: outlet ? handleLabel(outlet.handle) : handle,
    }),
    items: nodes
      .filter((node) => node.id !== from.id && acceptsInput(node))
      .map((node) =>
        nodeItem(node, () => {
          set(null)
          editor.edit(connect(editor.draft(), { nodeId: from.id, handle }, node.id))
          editor.say(t('canvas.said.connected', { title: nodeTitle(node) }))
        }),
      ),
  }
}
