import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { flowQuery } from '../../api/flows.ts'
import { Canvas } from '../../canvas/Canvas.tsx'
import { useFlowEditor, usePanels } from '../../canvas/FlowEditor.ts'
import { Palette } from '../../canvas/Palette.tsx'
import { QuickInsert } from '../../canvas/QuickInsert.tsx'
import type { DocumentConnection } from '../../document/connectDocument.ts'
import { NodePanel } from './NodePanel.tsx'
import { PublishDialog } from './publish/PublishDialog.tsx'
import { TopBar } from './TopBar.tsx'
import { useFlowChannels } from './useFlowChannels.ts'
import { VersionsPanel } from './versions/VersionsPanel.tsx'

// The engine comes along with the simulator; a person who only draws does not wait for it.
const SimulatorPanel = lazy(async () => ({
  default: (await import('../../simulator/SimulatorPanel.tsx')).SimulatorPanel,
}))

/** Palette, canvas and panels of one open flow. */
export function EditorScreen({
  flowId,
  connection,
}: {
  flowId: string
  connection: DocumentConnection
}) {
  const editor = useFlowEditor()
  const { data: flow } = useQuery(flowQuery(flowId))
  const dock = usePanels((state) => state.dock)
  const [isPublishing, setPublishing] = useState(false)
  const channels = useFlowChannels(flow)
  useEffect(() => editor.problems.setCapabilities(channels), [editor, channels])
  // A panel that was open once stays mounted, so that closing it forgets nothing.
  const [hasSimulator, setHasSimulator] = useState(false)
  if (dock === 'simulator' && !hasSimulator) setHasSimulator(true)
  if (!flow) return null
  const close = () => editor.openDock(null)
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <TopBar flow={flow} connection={connection} onPublish={() => setPublishing(true)} />
      <div className="flex min-h-0 flex-1">
        {!editor.isReadOnly && <Palette />}
        <main className="relative min-w-0 flex-1">
          <Canvas name={flow.name} />
          <NodePanel channels={channels} />
        </main>
        {hasSimulator && (
          <Suspense>
            <SimulatorPanel
              editor={editor}
              flowId={flowId}
              isOpen={dock === 'simulator'}
              onClose={close}
            />
          </Suspense>
        )}
        <VersionsPanel
          editor={editor}
          flowId={flowId}
          isOpen={dock === 'versions'}
          onClose={close}
        />
      </div>
      <QuickInsert />
      <PublishDialog
        editor={editor}
        flowId={flowId}
        isOpen={isPublishing}
        onClose={() => setPublishing(false)}
      />
    </div>
  )
}
