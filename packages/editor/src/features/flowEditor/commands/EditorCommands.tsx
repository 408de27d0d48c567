import type { VariableUse } from '@parley/shared'
import { ArrowLeft, Braces, Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Command } from '../../../canvas/commands/Command.ts'
import { canPerform, commands } from '../../../canvas/commands/index.ts'
import { type FlowEditor, useFlowEditor, usePanels } from '../../../canvas/FlowEditor.ts'
import { nodeItem } from '../../../canvas/nodeItem.tsx'
import { t } from '../../../i18n/t.ts'
import { CommandDialog } from '../../../ui/CommandDialog.tsx'
import { type CommandGroup, type CommandItem, CommandMenu } from '../../../ui/CommandMenu.tsx'
import { recentCommands, withRecent } from '../../commands/recent.ts'
import { useAppGroups } from '../../commands/useAppGroups.tsx'
import { placeWords, variablesIn } from '../variables/variablesIn.ts'

/** Ctrl or Cmd and K on a flow: everything that can be done to it, and every step, variable, flow and page. */
export function EditorCommands() {
  const isOpen = usePanels((state) => state.hasCommands)
  return isOpen && <OpenCommands />
}

function OpenCommands() {
  const editor = useFlowEditor()
  const [variable, setVariable] = useState<VariableUse | null>(null)
  const [recent] = useState(recentCommands)
  // What is chosen may want the focus elsewhere than where it came from.
  const [cameFrom] = useState(() => document.activeElement)
  const close = () => editor.panels.setState({ hasCommands: false })
  const appGroups = useAppGroups(close)
  // The menu gives the focus back when it is gone, and only then can something else take it.
  const chosen = useRef<(() => void) | null>(null)
  const after = (perform: () => void) => () => {
    chosen.current = perform
    close()
  }
  const groups = variable
    ? variableGroups(editor, variable, { after, onBack: () => setVariable(null) })
    : withRecent(
        [
          { id: 'command', heading: t('canvas.menu.commands'), items: commandItems(editor, after) },
          { id: 'step', heading: t('canvas.menu.steps'), items: stepItems(editor, after) },
          {
            id: 'variable',
            heading: t('canvas.settings.variables'),
            items: variablesIn(editor.draft()).map((use) => ({
              id: use.name,
              label: use.name,
              detail: t('canvas.variables.usedTimes', {
                count: use.readBy.length + use.setBy.length,
              }),
              icon: <Braces />,
              onSelect: () => setVariable(use),
            })),
          },
          ...appGroups,
        ],
        { heading: t('shell.commands.recent'), recent },
      )
  return (
    <CommandDialog
      title={t('canvas.menu.title')}
      onClose={close}
      onCloseFocus={() => {
        // Somebody quick may be elsewhere already.
        if (document.activeElement === document.body) giveFocusBack(editor, cameFrom)
        chosen.current?.()
      }}
    >
      <CommandMenu
        // Another list: what was typed for the last one goes.
        key={variable?.name ?? ''}
        label={t('canvas.menu.title')}
        placeholder={
          variable
            ? t('canvas.menu.variable', { name: variable.name })
            : t('canvas.menu.placeholder')
        }
        empty={t('shell.commands.empty')}
        groups={groups}
      />
    </CommandDialog>
  )
}

function giveFocusBack(editor: FlowEditor, cameFrom: Element | null): void {
  const isStillThere = cameFrom instanceof HTMLElement && cameFrom.isConnected
  if (isStillThere && cameFrom !== document.body) cameFrom.focus()
  else editor.viewport?.focus()
}

type After = (perform: () => void) => () => void

const HIDDEN: readonly string[] = ['commandMenu', 'deselect']
/** What people look for most often stands first. */
const FIRST = ['quickInsert', 'find', 'variables', 'simulator', 'publish'] as const
const IN_ORDER: readonly (readonly [id: string, command: Command])[] = [
  ...FIRST.map((id) => [id, commands[id]] as const),
  ...Object.entries(commands).filter(([id]) => !FIRST.some((each) => each === id)),
]

/** Only what is possible right now. */
const commandItems = (editor: FlowEditor, after: After): readonly CommandItem[] =>
  IN_ORDER.filter(([id, command]) => !HIDDEN.includes(id) && canPerform(editor, command)).map(
    ([id, { label, icon: Icon, shortcuts, perform }]) => ({
      id,
      label: t(label),
      icon: <Icon />,
      ...(shortcuts[0] !== undefined && { shortcut: shortcuts[0] }),
      onSelect: after(() => perform(editor)),
    }),
  )

const stepItems = (editor: FlowEditor, after: After): readonly CommandItem[] =>
  editor.draft().nodes.map((node) =>
    nodeItem(
      node,
      after(() => {
        editor.goTo(node.id)
        editor.viewport?.focus()
      }),
    ),
  )

/** Where a variable is used, and what can be done with it. */
function variableGroups(
  editor: FlowEditor,
  { name, setBy, readBy }: VariableUse,
  { after, onBack }: { readonly after: After; readonly onBack: () => void },
): readonly CommandGroup[] {
  const toItems = (places: VariableUse['setBy']): readonly CommandItem[] =>
    places.map((place) => {
      const { title, words } = placeWords(editor, place)
      return {
        id: `${place.nodeId} ${place.path.join('.')}`,
        label: title,
        detail: words,
        keywords: [words],
        onSelect: after(() => editor.openField(place)),
      }
    })
  return [
    {
      id: 'do',
      items: [
        ...(editor.isReadOnly
          ? []
          : [
              {
                id: 'rename',
                label: t('canvas.variables.rename', { name }),
                icon: <Pencil />,
                onSelect: after(() => editor.panels.setState({ renaming: name })),
              },
            ]),
        {
          id: 'back',
          label: t('canvas.menu.back'),
          icon: <ArrowLeft className="rtl:-scale-x-100" />,
          onSelect: onBack,
        },
      ],
    },
    { id: 'set', heading: t('canvas.variables.setBy'), items: toItems(setBy) },
    { id: 'read', heading: t('canvas.variables.readBy'), items: toItems(readBy) },
  ]
}
