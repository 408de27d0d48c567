import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFlowEditor } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { IconButton } from '../../ui/IconButton.tsx'

/** A panel beside the canvas; covers the screen on phones. */
export function DockPanel({ title, children }: { title: string; children: ReactNode }) {
  const editor = useFlowEditor()
  return (
    <aside
      data-region
      aria-label={title}
      className="fixed inset-0 z-40 flex flex-col bg-surface md:static md:z-auto md:h-full md:w-[22rem] md:shrink-0 md:border-s md:border-line"
    >
      <header className="flex items-center gap-2 border-b border-line py-2 ps-4 pe-2">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{title}</h2>
        <IconButton label={t('common.close')} icon={<X />} onClick={() => editor.openDock(null)} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </aside>
  )
}
