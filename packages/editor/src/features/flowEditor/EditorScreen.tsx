import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { flowSummaryQuery } from '../../api/flows.ts'
import { Canvas } from '../../canvas/Canvas.tsx'
import { useFlowEditor, usePanels } from '../../canvas/FlowEditor.ts'
import { NodeMenu } from '../../canvas/NodeMenu.tsx'
import { Palette } from '../../canvas/Palette.tsx'
import { QuickInsert } from '../../canvas/QuickInsert.tsx'
import type { DocumentConnection } from '../../document/connectDocument.ts'
import { useTestsInBackground } from '../../simulator/flowTests/testInBackground.ts'
import { LazySimulator } from '../../simulator/LazySimulator.tsx'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { EditorCommands } from './commands/EditorCommands.tsx'
import { FindBar } from './find/FindBar.tsx'
import { LazyTranslations } from './languages/LazyTranslations.tsx'
import { NodePanel } from './NodePanel.tsx'
import { ProblemsPanel } from './ProblemsPanel.tsx'
import { PublishDialog } from './publish/PublishDialog.tsx'
import { useLintedRivals } from './publish/useConflicts.ts'
import { SettingsPanel } from './SettingsPanel.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { TestsDock } from './TestsDock.tsx'
import { TopBar } from './TopBar.tsx'
import { useArrival } from './useArrival.ts'
import { useFlowChannels } from './useFlowChannels.ts'
import { useShortcuts } from './useShortcuts.ts'
import { RenameVariableDialog } from './variables/RenameVariableDialog.tsx'
import { VariablesPanel } from './variables/VariablesPanel.tsx'
import { VersionsPanel } from './versions/VersionsPanel.tsx'

/** Palette, canvas and panels of one open flow. */
export function EditorScreen({
  flowId,
  connection,
}: {
  flowId: string
  connection: DocumentConnection
}) {
  const editor = useFlowEditor()
  const { data: flow } = useQuery(flowSummaryQuery(flowId))
  const dock = usePanels((state) => state.dock)
  const isPublishing = usePanels((state) => state.isPublishing)
  useShortcuts(editor)
  const channels = useFlowChannels(flow)
  useTestsInBackground(editor)
  useEffect(() => editor.problems.setCapabilities(channels), [editor, channels])
  useLintedRivals(editor, flow)
  useArrival(editor)
  const isTight = useMediaQuery('(max-width: 1439px)')
  const isPhone = useMediaQuery('(max-width: 767px)')
  useEffect(() => {
    if (!isPhone) return undefined
    // There a panel covers the canvas, so the form of a node that somebody goes to takes its place.
    return editor.panels.subscribe(({ openNodeId, dock: open }) => {
      if (openNodeId !== null && open !== null) editor.openDock(null)
    })
  }, [editor, isPhone])
  if (!flow) return null
  const close = () => editor.openDock(null)
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <TopBar
        flow={flow}
        connection={connection}
        onPublish={() => editor.panels.setState({ isPublishing: true })}
      />
      <div className="flex min-h-0 flex-1">
        {!editor.isReadOnly && <Palette isTight={isTight && dock !== null} />}
        <main className="relative min-w-0 flex-1">
          <Canvas name={flow.name} />
          <FindBar />
          <NodePanel channels={channels} />
        </main>
        <LazySimulator
          editor={editor}
          flowId={flowId}
          isOpen={dock === 'simulator'}
          onClose={close}
        />
        <VersionsPanel
          editor={editor}
          flowId={flowId}
          isOpen={dock === 'versions'}
          onClose={close}
        />
        {dock === 'problems' && <ProblemsPanel />}
        {dock === 'tests' && <TestsDock />}
        {dock === 'settings' && <SettingsPanel />}
        {dock === 'variables' && <VariablesPanel />}
        <LazyTranslations isOpen={dock === 'translations'} fileName={flow.name} />
      </div>
      <QuickInsert />
      <NodeMenu />
      <EditorCommands />
      <RenameVariableDialog />
      <ShortcutsDialog />
      <PublishDialog
        editor={editor}
        connection={connection}
        flowId={flowId}
        isOpen={isPublishing}
        onClose={() => editor.panels.setState({ isPublishing: false })}
      />
    </div>
  )
}
