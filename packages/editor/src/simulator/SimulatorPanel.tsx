import { RotateCcw, X } from 'lucide-react'
import type { FlowEditor } from '../canvas/FlowEditor.ts'
import { t } from '../i18n/t.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { IconButton } from '../ui/IconButton.tsx'

export interface SimulatorPanelProps {
  readonly editor: FlowEditor
  readonly flowId: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A customer's phone that runs the draft as it is now. Fills the height of its row; covers the screen on phones. */
export function SimulatorPanel({ isOpen, onClose }: SimulatorPanelProps) {
  if (!isOpen) return null
  return (
    <aside
      aria-label={t('simulator.title')}
      className="fixed inset-0 z-40 flex flex-col bg-surface md:static md:z-auto md:h-full md:w-[24rem] md:shrink-0 md:border-s md:border-line"
    >
      <header className="flex items-center gap-2 border-b border-line px-4 py-2.5">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{t('simulator.title')}</h2>
        <IconButton label={t('simulator.close')} icon={<X />} onClick={onClose} />
      </header>
      <EmptyState size="panel" icon={<RotateCcw />} title={t('simulator.emptyTitle')}>
        {t('simulator.emptyHelp')}
      </EmptyState>
    </aside>
  )
}
