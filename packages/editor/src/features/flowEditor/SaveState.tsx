import { Cloud, CloudOff, LoaderCircle } from 'lucide-react'
import { useFlowEditor } from '../../canvas/FlowEditor.ts'
import type { DocumentConnection } from '../../document/connectDocument.ts'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { useConnectionState } from './useOpenFlow.ts'

/** Whether what was done here is safe on the server. */
export function SaveState({ connection }: { connection: DocumentConnection }) {
  const { isReadOnly } = useFlowEditor()
  const phase = useConnectionState(connection, (state) => state.phase)
  const isSaving = useConnectionState(connection, (state) => state.isSaving)
  const state =
    phase === 'offline' ? 'offline' : isReadOnly ? 'readOnly' : isSaving ? 'saving' : 'saved'
  const isKept = useConnectionState(connection, (each) => each.isKept)
  const { Icon, label } = STATES[state]
  const help =
    state === 'offline' && !isKept ? 'canvas.status.offlineUnkeptHelp' : STATES[state].help
  return (
    <Tooltip content={t(help)} side="bottom">
      <button
        type="button"
        aria-live="polite"
        className={cn(
          'inline-flex min-h-6 w-fit max-w-full items-center gap-1.5 truncate rounded-control px-1.5 text-xs',
          state === 'offline' ? 'text-warning' : 'text-ink-faint',
        )}
      >
        <Icon className={cn('size-3.5', state === 'saving' && 'animate-spin')} aria-hidden />
        {t(label)}
      </button>
    </Tooltip>
  )
}

const STATES = {
  saved: { Icon: Cloud, label: 'canvas.status.saved', help: 'canvas.status.savedHelp' },
  saving: { Icon: LoaderCircle, label: 'canvas.status.saving', help: 'canvas.status.savedHelp' },
  offline: { Icon: CloudOff, label: 'canvas.status.offline', help: 'canvas.status.offlineHelp' },
  readOnly: { Icon: Cloud, label: 'canvas.readOnly', help: 'canvas.readOnlyHelp' },
} as const
