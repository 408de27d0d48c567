import { type CommandId, commands } from '../../canvas/commands/index.ts'
import { useFlowEditor, usePanels } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'

const GROUPS = {
  canvas: [
    'quickInsert',
    'open',
    'write',
    'tryFrom',
    'connectTo',
    'nextEdge',
    'previousEdge',
    'makeSection',
    'collapse',
    'selectAll',
    'deselect',
  ],
  edit: ['undo', 'redo', 'cut', 'copy', 'paste', 'duplicate', 'delete'],
  find: ['commandMenu', 'find', 'variables', 'nextProblem'],
  view: [
    'nextRegion',
    'previousRegion',
    'simulator',
    'publish',
    'fit',
    'zoomToSelection',
    'zoomIn',
    'zoomOut',
    'tidy',
    'shortcuts',
  ],
} as const satisfies Readonly<Record<string, readonly CommandId[]>>

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
            [t('canvas.commands.select'), ['shift+right']],
            [t('canvas.commands.move'), ['alt+right']],
            ...linesOf('canvas'),
          ]}
        />
        <Group title={t('canvas.shortcuts.view')} lines={linesOf('view')} />
        <Group title={t('canvas.shortcuts.edit')} lines={linesOf('edit')} />
        <Group title={t('canvas.shortcuts.find')} lines={linesOf('find')} />
      </div>
    </Dialog>
  )
}

type Line = readonly [label: string, keys: readonly string[]]

/** The commands of a group and the key of each, the first where it has several. */
const linesOf = (group: keyof typeof GROUPS): readonly Line[] =>
  GROUPS[group].map((id) => [t(commands[id].label), commands[id].shortcuts.slice(0, 1)])

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
