import '../../i18n/withFlowTexts.ts'
import { type FlowDetails, type FlowSummary, readFlowFile, toFlowFile } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { deleteWithUndo } from '../../api/deferredDelete.ts'
import { ApiError } from '../../api/errors.ts'
import { createFlow, flowQuery } from '../../api/flowDetails.ts'
import { deleteFlow, duplicateFlow, flowsQuery, renameFlow } from '../../api/flows.ts'
import { formatBytes } from '../../i18n/format.ts'
import { needTexts, t } from '../../i18n/t.ts'
import { saveFile } from '../../ui/saveFile.ts'
import { toast } from '../../ui/toast.ts'
import { flowFileName, MAX_FLOW_BYTES, MAX_IMPORT_BYTES } from './flowFile.ts'
import type { StarterChoice } from './starters.ts'
import type { ImportedTypebot } from './typebot/importTypebot.ts'

/** Everything that the list of flows does, with its words about how it went. */
export function useFlowActions() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [starting, setStarting] = useState<string | null>(null)
  const [imported, setImported] = useState<ImportedTypebot | null>(null)
  const refresh = () => client.invalidateQueries({ queryKey: flowsQuery.queryKey })

  // The answer can get lost after the server did what it was asked for: then it stands in the list, and is not made twice.
  const onError = () => void refresh()

  const start = useMutation({
    mutationFn: ({ flow }: StarterChoice) => createFlow(flow),
    onMutate: ({ id }) => setStarting(id),
    onSuccess: async (flow) => {
      void refresh()
      await navigate(`/flows/${flow.id}`)
    },
    onError,
    onSettled: () => setStarting(null),
  })

  const rename = useMutation({
    mutationFn: ({ flow, name }: { flow: FlowSummary; name: string }) => renameFlow(flow.id, name),
    onSuccess: refresh,
  })

  const duplicate = useMutation({
    mutationFn: (flow: FlowSummary) => duplicateFlow(flow.id),
    onSuccess: async (copy) => {
      await refresh()
      toast({ title: t('flows.duplicated', { name: copy.name }), tone: 'success' })
    },
    onError,
  })

  const remove = useMutation({
    mutationFn: async (flow: FlowSummary) => {
      await deleteFlow(flow.id)
      await refresh()
    },
  })

  const exportFlow = useMutation({
    mutationFn: (flow: FlowSummary) =>
      client.fetchQuery({ ...flowQuery(flow.id), staleTime: 0, networkMode: 'always' }),
    onSuccess: (flow) => {
      const file = flowFileName(flow.name)
      saveFile(file, toFlowFile(flow))
      toast({ title: t('flows.exported', { file }), tone: 'success' })
    },
  })

  const importFlow = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > MAX_IMPORT_BYTES) {
        throw new Error(t('flows.importTooLarge', { size: formatBytes(MAX_IMPORT_BYTES) }))
      }
      const text = await file.text()
      const read = readFlowFile(text)
      if (!read) {
        const [{ importTypebot }] = await Promise.all([
          import('./typebot/importTypebot.ts'),
          needTexts('typebot'),
        ])
        return importTypebot(text)
      }
      if (file.size > MAX_FLOW_BYTES) {
        throw new Error(t('flows.importTooLarge', { size: formatBytes(MAX_FLOW_BYTES) }))
      }
      const { name = file.name.replace(/\.json$/iu, ''), description = '', draft } = read
      return { flow: await createImported({ name, description, draft }), report: null }
    },
    onError,
    onSuccess: async ({ flow, report }) => {
      await refresh()
      if (report) {
        setImported({ flow, report })
        return
      }
      const errors = flow.problems.filter(({ severity }) => severity === 'error').length
      toast({
        title:
          errors > 0
            ? t('flows.importedWithProblems', { name: flow.name, count: errors })
            : t('flows.imported', { name: flow.name }),
        tone: errors > 0 ? 'neutral' : 'success',
        action: {
          label: t('flows.openShort'),
          onClick: () => void navigate(`/flows/${flow.id}`),
        },
      })
    },
  })

  return {
    start,
    /** Id of the starter that is being made into a flow. */
    starting,
    rename,
    duplicate,
    remove,
    exportFlow,
    importFlow,
    /** The file of Typebot that was imported last, while its report is open. */
    imported,
    closeImported: () => setImported(null),
    /** For flows that answer nowhere: nothing is lost if it is taken back. */
    removeWithUndo: (flow: FlowSummary) =>
      deleteWithUndo({
        id: flow.id,
        title: t('flows.deleted', { name: flow.name }),
        remove: async () => {
          await deleteFlow(flow.id)
          await refresh()
        },
      }),
  }
}

/** @throws {Error} in the author's words when something in the file is not as it must be. */
async function createImported(flow: Parameters<typeof createFlow>[0]): Promise<FlowDetails> {
  try {
    return await createFlow(flow)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'VALIDATION_ERROR') throw error
    throw new Error(t('flows.importRefused', { reason: error.message }), { cause: error })
  }
}
