import { AlignStartVertical, Grid3x3, Map as MapIcon, Plus } from 'lucide-react'
import { useStore } from 'zustand'
import { t } from '../i18n/t.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { type CommandId, commands } from './commands/index.ts'
import { useFlowEditor } from './FlowEditor.ts'
import { useViewOptions } from './viewOptions.ts'

/** Zoom, fit, undo and the like, at the foot of the canvas. */
export function CanvasToolbar() {
  const editor = useFlowEditor()
  const { isSnapping, hasGuides, hasMap } = useViewOptions()
  const { canUndo, canRedo } = useStore(editor.history.store)
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex items-end justify-center gap-2 px-3 md:justify-start">
      <div
        role="toolbar"
        aria-label={t('canvas.toolbar.label')}
        className="pointer-events-auto flex items-center gap-0.5 rounded-card border border-line bg-surface p-1 shadow-pop"
      >
        {!editor.isReadOnly && (
          <span className="flex items-center gap-0.5 md:hidden">
            <Tool id="undo" isDisabled={!canUndo} />
            <Tool id="redo" isDisabled={!canRedo} />
            <Divider />
          </span>
        )}
        <Tool id="zoomOut" />
        <Tool id="zoomIn" />
        <Tool id="fit" />
        {!editor.isReadOnly && <Tool id="tidy" />}
        <span className="hidden items-center gap-0.5 md:flex">
          <Divider />
          {!editor.isReadOnly && (
            <IconButton
              size="sm"
              tooltipSide="top"
              label={t('canvas.toolbar.snap')}
              icon={<Grid3x3 />}
              isPressed={isSnapping}
              onClick={() => useViewOptions.setState({ isSnapping: !isSnapping })}
            />
          )}
          {!editor.isReadOnly && (
            <IconButton
              size="sm"
              tooltipSide="top"
              label={t('canvas.toolbar.guides')}
              icon={<AlignStartVertical />}
              isPressed={hasGuides}
              onClick={() => useViewOptions.setState({ hasGuides: !hasGuides })}
            />
          )}
          <IconButton
            size="sm"
            tooltipSide="top"
            label={t('canvas.toolbar.minimap')}
            icon={<MapIcon />}
            isPressed={hasMap}
            onClick={() => useViewOptions.setState({ hasMap: !hasMap })}
          />
        </span>
      </div>
      {!editor.isReadOnly && (
        <IconButton
          variant="primary"
          className="pointer-events-auto size-12 rounded-full md:hidden"
          label={t('canvas.toolbar.add')}
          icon={<Plus />}
          onClick={() => commands.quickInsert.perform(editor)}
        />
      )}
    </div>
  )
}

const Divider = () => <span className="mx-0.5 h-5 w-px bg-line" aria-hidden />

function Tool({ id, isDisabled = false }: { id: CommandId; isDisabled?: boolean }) {
  const editor = useFlowEditor()
  const { label, icon: Icon, shortcuts, perform } = commands[id]
  return (
    <IconButton
      size="sm"
      tooltipSide="top"
      label={t(label)}
      shortcut={shortcuts[0]}
      icon={<Icon />}
      disabled={isDisabled}
      onClick={() => perform(editor)}
    />
  )
}
