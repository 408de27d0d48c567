import { Dialog as Radix } from 'radix-ui'
import { t } from '../i18n/t.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'
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
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 flex animate-fade-in bg-overlay p-3 sm:p-[12vh]">
          <Radix.Content
            aria-describedby={undefined}
            className="mx-auto mt-0 h-fit w-full max-w-md animate-pop-in overflow-hidden rounded-panel border border-line bg-surface shadow-dialog"
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              editor.viewport?.focus()
            }}
          >
            <Radix.Title className="sr-only">{title}</Radix.Title>
            <CommandMenu
              // Another question is another list: what was typed for the last one goes.
              key={title}
              label={title}
              placeholder={title}
              empty={t('canvas.nodeMenu.empty')}
              groups={[{ id: 'nodes', items }]}
            />
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
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
