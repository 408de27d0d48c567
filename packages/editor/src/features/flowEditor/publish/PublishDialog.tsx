import type { ConnectedNumber, FlowSummary } from '@parley/shared/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { flowSummaryQuery } from '../../../api/flows.ts'
import { numbersQuery } from '../../../api/numbers.ts'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import type { DocumentConnection } from '../../../document/connectDocument.ts'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { LoadError } from '../../../ui/LoadError.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { WriteAsCustomerDialog } from '../../numbers/SandboxDialogs.tsx'
import { firstWords, NextSteps } from './NextSteps.tsx'
import { PublishForm } from './PublishForm.tsx'
import { triggersIn } from './useConflicts.ts'
import type { PublishOutcome } from './usePublish.ts'

export interface PublishDialogProps {
  readonly editor: FlowEditor
  readonly connection: Pick<DocumentConnection, 'store'>
  readonly flowId: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Lets the flow answer on numbers, or stops that. */
export function PublishDialog({ isOpen, ...props }: PublishDialogProps) {
  const { data: flow } = useQuery({ ...flowSummaryQuery(props.flowId), enabled: isOpen })
  // Made anew each time it opens: what was chosen and not done is forgotten.
  return isOpen && flow ? <Opened {...props} flow={flow} /> : null
}

function Opened({
  editor,
  connection,
  flow,
  onClose,
}: Omit<PublishDialogProps, 'isOpen' | 'flowId'> & { flow: FlowSummary }) {
  const { data: numbers, error, refetch } = useQuery(numbersQuery)
  const [published, setPublished] = useState<PublishOutcome | null>(null)
  const [writingTo, setWritingTo] = useState<ConnectedNumber | null>(null)
  const triggers = triggersIn(plainDraft(editor))
  if (writingTo) {
    const text = firstWords(triggers) || undefined
    return (
      <WriteAsCustomerDialog
        number={writingTo}
        {...(text !== undefined && { text })}
        onClose={onClose}
      />
    )
  }
  if (published && numbers) {
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={t('publish.title')}
        footer={
          <Button variant="primary" onClick={onClose}>
            {t('publish.done.close')}
          </Button>
        }
      >
        <NextSteps
          outcome={published}
          numbers={numbers.filter(({ id }) => published.numberIds.includes(id))}
          triggers={triggers}
          onWrite={setWritingTo}
        />
      </Dialog>
    )
  }
  if (!numbers) {
    return (
      <Dialog isOpen onOpenChange={onClose} title={t('publish.title')}>
        {error ? (
          <LoadError size="panel" error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton className="h-32" />
        )}
      </Dialog>
    )
  }
  return (
    <PublishForm
      editor={editor}
      connection={connection}
      flow={flow}
      numbers={numbers}
      onPublished={setPublished}
      onClose={onClose}
    />
  )
}

function plainDraft(editor: FlowEditor) {
  const { nodes, edges, variables, settings } = editor.draft()
  return { nodes, edges, variables, settings }
}
