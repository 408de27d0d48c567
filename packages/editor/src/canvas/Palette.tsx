import type { NodeType } from '@parley/shared'
import { PanelLeftClose, PanelLeftOpen, Plus } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { t } from '../i18n/t.ts'
import { lookOf } from '../nodes/index.ts'
import { cn } from '../ui/cn.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { SearchInput } from '../ui/Input.tsx'
import { commands } from './commands/index.ts'
import { useFlowEditor } from './FlowEditor.ts'
import { tileOf } from './groupStyles.ts'
import { paletteSections } from './palette.ts'
import { DRAGGED_TYPE } from './paletteDrag.ts'
import { useViewOptions } from './viewOptions.ts'

/** All kinds of steps, to drag onto the canvas or to click; a narrow strip while the room is needed elsewhere. */
export function Palette({ isTight }: { isTight: boolean }) {
  const { isPaletteOpen } = useViewOptions()
  const [search, setSearch] = useState('')
  const editor = useFlowEditor()
  if (isTight) {
    return (
      <div className="hidden border-e border-line bg-surface p-1.5 md:block">
        <IconButton
          size="sm"
          tooltipSide="right"
          label={t('canvas.toolbar.add')}
          shortcut={commands.quickInsert.shortcuts[0]}
          icon={<Plus />}
          onClick={() => commands.quickInsert.perform(editor)}
        />
      </div>
    )
  }
  if (!isPaletteOpen) {
    return (
      <div className="hidden border-e border-line bg-surface p-1.5 md:block">
        <IconButton
          size="sm"
          tooltipSide="right"
          label={t('canvas.palette.show')}
          icon={<PanelLeftOpen className="rtl:-scale-x-100" />}
          onClick={() => useViewOptions.setState({ isPaletteOpen: true })}
        />
      </div>
    )
  }
  const sections = paletteSections(search)
  const add = (type: NodeType) => {
    // A chain grows click by click.
    editor.insert(type, { from: editor.handleToGoOnFrom() })
    setSearch('')
  }
  return (
    <aside
      data-region
      aria-label={t('canvas.palette.title')}
      className="hidden w-60 shrink-0 flex-col border-e border-line bg-surface md:flex"
    >
      <div className="flex items-center gap-1 p-2 pe-1.5">
        <SearchInput
          className="flex-1"
          label={t('canvas.palette.search')}
          value={search}
          onValueChange={setSearch}
          onKeyDown={(event) => {
            const first = sections[0]?.types[0]
            if (event.key === 'Enter' && first) add(first)
          }}
        />
        <IconButton
          size="sm"
          label={t('canvas.palette.hide')}
          icon={<PanelLeftClose className="rtl:-scale-x-100" />}
          onClick={() => useViewOptions.setState({ isPaletteOpen: false })}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        {sections.map(({ group, types }) => (
          <section key={group} aria-label={t(`nodes.groups.${group}`)}>
            <h2 className="px-1.5 pt-3 pb-1.5 text-xs font-medium text-ink-faint">
              {t(`nodes.groups.${group}`)}
            </h2>
            <ul className="flex flex-col gap-0.5">
              {types.map((type) => (
                <li key={type}>
                  <PaletteEntry type={type} onAdd={() => add(type)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {sections.length === 0 && (
          <p className="px-2 py-6 text-center text-[0.8125rem] text-ink-muted">
            {t('canvas.palette.empty')}
          </p>
        )}
      </div>
    </aside>
  )
}

function PaletteEntry({ type, onAdd }: { type: NodeType; onAdd: () => void }) {
  const { icon: Icon } = lookOf(type)
  const title = t(`nodes.types.${type}.title`)
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.setData(DRAGGED_TYPE, type)
    event.dataTransfer.effectAllowed = 'copy'
  }
  return (
    <button
      type="button"
      draggable
      onDragStart={onDragStart}
      onClick={onAdd}
      title={t(`nodes.types.${type}.hint`)}
      className="flex w-full cursor-grab items-center gap-2.5 rounded-control border border-transparent px-1.5 py-1.5 text-start text-[0.8125rem] text-ink hover:border-line hover:bg-canvas active:cursor-grabbing"
    >
      <span
        className={cn(
          'inline-flex size-7 shrink-0 items-center justify-center rounded-lg',
          tileOf(type),
        )}
      >
        <Icon className="size-4" aria-hidden />
      </span>
      <span className="min-w-0 truncate">{title}</span>
    </button>
  )
}
