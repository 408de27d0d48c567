import { type CommandId, commands } from '../../canvas/commands/index.ts'
import { useFlowEditor, usePanels } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'

const EDITING: readonly CommandId[] = [
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'duplicate',
  'delete',
]
const CANVAS: readonly CommandId[] = [
  'quickInsert',
  'open',
  'write',
  'tryFrom',
  'connectTo',
  'selectAll',
  'deselect',
]
const VIEW: readonly CommandId[] = [
  'find',
  'nextProblem',
  'fit',
  'zoomToSelection',
  'zoomIn',
  'zoomOut',
  'tidy',
]

/** What the keyboard can do on the canvas. */
export function ShortcutsDialog() {
  const { panels } = useFlowEditor()
  const isOpen = usePanels(({ hasShortcuts }) => hasShortcuts)
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(hasShortcuts) => panels.setState({ hasShortcuts })}
      title={t('canvas.shortcuts.title')}
      size="lg"
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <Group
          title={t('canvas.shortcuts.canvas')}
          lines={[
            [t('canvas.commands.walk'), ['left', 'up', 'down', 'right']],
            [t('canvas.commands.move'), ['alt+right']],
            ...CANVAS.map(toLine),
          ]}
        />
        <Group title={t('canvas.shortcuts.edit')} lines={EDITING.map(toLine)} />
        <Group title={t('canvas.shortcuts.view')} lines={VIEW.map(toLine)} />
      </div>
    </Dialog>
  )
}

type Line = readonly [label: string, keys: readonly string[]]

const toLine = (id: CommandId): Line => [t(commands[id].label), [commands[id].shortcuts[0]]]

const Group = ({ title, lines }: { title: string; lines: readonly Line[] }) => (
  <section>
    <h3 className="mb-1.5 text-xs font-medium text-ink-faint">{title}</h3>
    <dl className="flex flex-col">
      {lines.map(([label, keys]) => (
        <div key={label} className="flex items-center justify-between gap-4 py-1 text-sm">
          <dt>{label}</dt>
          <dd className="flex shrink-0 gap-1 text-ink-muted">
            {keys.map((key) => (
              <Kbd key={key} keys={key} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </section>
)
