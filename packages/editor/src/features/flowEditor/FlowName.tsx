import '../../i18n/withFlowTexts.ts'
import type { FlowSummary } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { flowSummaryQuery, flowsQuery, renameFlow } from '../../api/flows.ts'
import { useFlowEditor } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { RenameDialog } from '../../ui/RenameDialog.tsx'

/** The flow's name; a press renames it. */
export function FlowName({ flow }: { flow: FlowSummary }) {
  const { isReadOnly } = useFlowEditor()
  const client = useQueryClient()
  const [isRenaming, setRenaming] = useState(false)
  const rename = useMutation({
    mutationFn: (name: string) => renameFlow(flow.id, name),
    onSuccess: async ({ name }) => {
      client.setQueryData(
        flowSummaryQuery(flow.id).queryKey,
        (known) => known && { ...known, name },
      )
      setRenaming(false)
      await client.invalidateQueries({ queryKey: flowsQuery.queryKey })
    },
  })
  return (
    <>
      <h1 className="flex min-w-0 leading-tight font-semibold text-ink">
        {isReadOnly ? (
          <span className="truncate px-1.5" dir="auto">
            {flow.name}
          </span>
        ) : (
          <button
            type="button"
            title={t('common.rename')}
            aria-label={t('canvas.panel.rename', { title: flow.name })}
            onClick={() => setRenaming(true)}
            className="min-h-6 min-w-6 truncate rounded-control px-1.5 py-0.5 text-start hover:bg-hover"
            dir="auto"
          >
            {flow.name}
          </button>
        )}
      </h1>
      {isRenaming && (
        <RenameDialog
          title={t('flows.rename.title')}
          label={t('flows.rename.name')}
          name={flow.name}
          maxLength={200}
          isBusy={rename.isPending}
          error={rename.error?.message}
          onSave={(name) => rename.mutate(name)}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  )
}
