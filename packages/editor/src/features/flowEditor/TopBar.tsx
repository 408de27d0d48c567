import type { FlowSummary } from '@parley/shared/api'
import { ArrowLeft, Play, Rocket } from 'lucide-react'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import { useFlowEditor, usePanels } from '../../canvas/FlowEditor.ts'
import type { DocumentConnection } from '../../document/connectDocument.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SaveState } from './SaveState.tsx'

/** Name, state and the things to do with the whole flow. */
export function TopBar({
  flow,
  connection,
  onPublish,
}: {
  flow: FlowSummary
  connection: DocumentConnection
  onPublish: () => void
}) {
  const editor = useFlowEditor()
  const dock = usePanels((state) => state.dock)
  const errors = useStore(editor.problems.store, ({ all }) => all.length)
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line bg-surface px-2">
      <Button variant="ghost" size="sm" asChild>
        <Link to="/flows" aria-label={t('canvas.backToFlows')}>
          <ArrowLeft className="rtl:-scale-x-100" aria-hidden />
        </Link>
      </Button>
      <div className="flex min-w-0 flex-1 items-baseline gap-3">
        <h1 className="truncate font-semibold text-ink">{flow.name}</h1>
        <SaveState connection={connection} />
      </div>
      <span>{errors}</span>
      <IconButton
        label={t('simulator.open')}
        icon={<Play />}
        isPressed={dock === 'simulator'}
        onClick={() => editor.openDock(dock === 'simulator' ? null : 'simulator')}
      />
      <Button variant="primary" size="sm" icon={<Rocket />} onClick={onPublish}>
        {t('publish.button')}
      </Button>
    </header>
  )
}
