import { Plus } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { commands } from './commands/index.ts'
import { useFlowEditor } from './FlowEditor.ts'

/** What a flow that has only its start says. */
export function EmptyCanvas() {
  const editor = useFlowEditor()
  if (editor.isReadOnly) return null
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-24 z-[5] flex justify-center px-4">
      <div className="pointer-events-auto flex max-w-sm flex-col items-center gap-3 rounded-panel border border-line bg-surface p-5 text-center shadow-pop">
        <p className="font-semibold text-ink">{t('canvas.empty.title')}</p>
        <p className="hidden text-[0.8125rem] text-ink-muted md:block">{t('canvas.empty.help')}</p>
        <p className="text-[0.8125rem] text-ink-muted md:hidden">{t('canvas.empty.helpTouch')}</p>
        <Button
          variant="primary"
          icon={<Plus />}
          onClick={() => commands.quickInsert.perform(editor)}
        >
          {t('canvas.empty.add')}
        </Button>
      </div>
    </div>
  )
}
