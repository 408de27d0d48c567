import { t } from '../i18n/t.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { type CommandId, commands } from './commands/index.ts'
import { useCanvas, useFlowEditor } from './FlowEditor.ts'

/** What can be done with several nodes at once, while several are selected. */
export function SelectionBar() {
  const editor = useFlowEditor()
  const count = useCanvas(({ selectedNodeIds }) => selectedNodeIds.length)
  if (count < 2 || editor.isPicture) return null
  return (
    <div className="pointer-events-none absolute inset-x-0 top-3 z-10 flex justify-center">
      <div
        role="toolbar"
        aria-label={t('canvas.panel.several', { count })}
        className="pointer-events-auto flex animate-fade-in items-center gap-0.5 rounded-card border border-line bg-surface p-1 shadow-pop"
      >
        <span className="px-2 text-[0.8125rem] text-ink-muted">
          {t('canvas.panel.several', { count })}
        </span>
        {(editor.isReadOnly ? COPY : ALL).map((id) => (
          <Tool key={id} id={id} />
        ))}
      </div>
    </div>
  )
}

const COPY = ['copy', 'zoomToSelection', 'deselect'] as const satisfies readonly CommandId[]
const ALL = [
  'copy',
  'duplicate',
  'makeSection',
  'tidy',
  'zoomToSelection',
  'delete',
  'deselect',
] as const satisfies readonly CommandId[]

function Tool({ id }: { id: (typeof ALL)[number] }) {
  const editor = useFlowEditor()
  const { label, icon: Icon, shortcuts, perform } = commands[id]
  return (
    <IconButton
      size="sm"
      tooltipSide="bottom"
      variant={id === 'delete' ? 'dangerGhost' : 'ghost'}
      label={t(label)}
      shortcut={shortcuts[0]}
      icon={<Icon />}
      onClick={() => perform(editor)}
    />
  )
}
