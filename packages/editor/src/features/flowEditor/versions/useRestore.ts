import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { flowVersionQuery } from '../../../api/flowVersions.ts'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import { offerUndo } from '../../../canvas/offerUndo.ts'
import { t } from '../../../i18n/t.ts'
import { toast } from '../../../ui/toast.ts'
import { toDraft, toRestore } from './compareDrafts.ts'

/** Makes the draft what a version was, as one step of undo. */
export function useRestore({ editor, flowId }: { editor: FlowEditor; flowId: string }) {
  const [isRestoring, setRestoring] = useState(false)
  const client = useQueryClient()
  /** False when it could not be restored; the person has been told why. */
  async function restore(versionNumber: number): Promise<boolean> {
    setRestoring(true)
    try {
      // Without a connection it fails now: a restore that waits would undo what was done meanwhile.
      const { flow } = await client.ensureQueryData({
        ...flowVersionQuery(flowId, versionNumber),
        networkMode: 'always',
        retry: false,
      })
      const frozen = toDraft(flow)
      if (!frozen) throw new Error(t('errors.loadFailed'))
      editor.edit(toRestore(frozen, editor.draft()))
      editor.viewport?.fit()
      offerUndo(editor, {
        title: t('publish.versions.restored', { version: versionNumber }),
        description: t('publish.versions.restoredHelp'),
        tone: 'success',
      })
      return true
    } catch (error) {
      toast({ title: error instanceof Error ? error.message : String(error), tone: 'danger' })
      return false
    } finally {
      setRestoring(false)
    }
  }
  return { restore, isRestoring }
}
