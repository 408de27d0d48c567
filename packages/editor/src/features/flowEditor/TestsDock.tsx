import { useFlowEditor } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { LoadingPane } from '../../ui/LoadingPane.tsx'
import { toast } from '../../ui/toast.ts'
import { useDownload } from '../../ui/useDownload.ts'
import { DockPanel } from './DockPanel.tsx'

const load = () => import('../../simulator/flowTests/TestsPanel.tsx')

/** The tests of the flow beside the canvas. A download of its own, because the engine comes with it. */
export function TestsDock() {
  const editor = useFlowEditor()
  const part = useDownload(load, () => {
    toast({ title: t('errors.noConnection'), tone: 'danger' })
    editor.openDock(null)
  })
  return (
    <DockPanel title={t('flowTests.title')}>
      {part ? <part.TestsPanel editor={editor} /> : <LoadingPane />}
    </DockPanel>
  )
}
