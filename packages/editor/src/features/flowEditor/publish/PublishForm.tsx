import type { ConnectedNumber, FlowSummary } from '@parley/shared/api'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useDenied } from '../../../api/access.ts'
import { flowsQuery, publishFlow } from '../../../api/flows.ts'
import { unpublishFlow } from '../../../api/flowVersions.ts'
import { itemsOf } from '../../../api/pages.ts'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import type { DocumentConnection } from '../../../document/connectDocument.ts'
import { t } from '../../../i18n/t.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Textarea } from '../../../ui/Textarea.tsx'
import { toast } from '../../../ui/toast.ts'
import { ConflictList } from './ConflictList.tsx'
import { FailingTests } from './FailingTests.tsx'
import { NoNumbers } from './NoNumbers.tsx'
import { NumberChoice } from './NumberChoice.tsx'
import { ProblemSummary } from './ProblemSummary.tsx'
import { useConflicts } from './useConflicts.ts'

/** What was made live. */
export type Published = Awaited<ReturnType<typeof publishFlow>> & {
  /** False when the draft was the same as its last version. */
  readonly isNew: boolean
}

/** Where the flow shall answer from now on, and everything to know before. */
export function PublishForm({
  editor,
  connection,
  flow,
  numbers,
  onPublished,
  onClose,
}: {
  editor: FlowEditor
  connection: Pick<DocumentConnection, 'store'>
  flow: FlowSummary
  numbers: readonly ConnectedNumber[]
  onPublished: (published: Published) => void
  onClose: () => void
}) {
  const liveIds = flow.publications.map(({ numberId }) => numberId)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => firstChoice(numbers, liveIds))
  const [note, setNote] = useState('')
  const problems = useStore(editor.problems.store, ({ all }) => all)
  useEffect(() => void editor.problems.check(), [editor])
  const others = itemsOf(useInfiniteQuery(flowsQuery).data).filter(({ id }) => id !== flow.id)
  const conflicts = useConflicts({ editor, others, numberIds: chosen })
  const stopping = liveIds.filter((id) => !chosen.has(id))
  const client = useQueryClient()
  const save = useMutation({
    meta: { showsError: true },
    mutationFn: async () => {
      const numberIds = [...chosen]
      if (stopping.length > 0) await unpublishFlow(flow.id, stopping)
      if (numberIds.length === 0) return null
      const trimmed = note.trim()
      return publishFlow(flow.id, { numberIds, ...(trimmed && { note: trimmed }) })
    },
    onSuccess: async (result) => {
      if (result) {
        onPublished({ ...result, isNew: flow.hasUnpublishedChanges })
      } else {
        toast({
          title: t('publish.unpublished'),
          description: t('publish.unpublishedHelp'),
          tone: 'success',
        })
        onClose()
      }
      await Promise.all([
        client.invalidateQueries({ queryKey: ['flows'] }),
        client.invalidateQueries({ queryKey: ['flowVersions', flow.id] }),
      ])
    },
  })
  const denied = useDenied('editor')
  const { phase, isSaving } = useStore(connection.store)
  const isStopping = chosen.size === 0 && stopping.length > 0
  const reason = blockedReason({
    denied,
    isOffline: phase === 'offline',
    isSaving,
    hasErrors: !isStopping && problems.some(({ severity }) => severity === 'error'),
    isNothing: chosen.size === 0 && !isStopping,
  })
  const goTo = (nodeId: string) => {
    onClose()
    editor.goTo(nodeId)
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('publish.title')}
      description={t('publish.description')}
      footer={
        numbers.length > 0 && (
          <>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button
              variant={isStopping ? 'danger' : 'primary'}
              isBusy={save.isPending}
              disabledReason={reason}
              onClick={() => save.mutate()}
            >
              {isStopping ? t('publish.stop') : t('publish.confirm')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-5">
        <ProblemSummary severity="error" problems={problems} editor={editor} onGoTo={goTo} />
        {save.error && (
          <Banner tone="danger" title={t('publish.failed')}>
            {save.error.message}
          </Banner>
        )}
        {numbers.length === 0 ? (
          <NoNumbers deniedReason={denied} onMade={(numberId) => setChosen(new Set([numberId]))} />
        ) : (
          <section>
            <h3 className="mb-2 text-[0.8125rem] font-medium">{t('publish.numbers')}</h3>
            <ul className="flex flex-col gap-2">
              {numbers.map((number) => (
                <NumberChoice
                  key={number.id}
                  number={number}
                  isChosen={chosen.has(number.id)}
                  isDisabled={denied !== undefined}
                  liveVersion={
                    flow.publications.find(({ numberId }) => numberId === number.id)
                      ?.versionNumber ?? null
                  }
                  otherFlows={others
                    .filter(({ publications }) =>
                      publications.some(({ numberId }) => numberId === number.id),
                    )
                    .map(({ name }) => name)}
                  onChange={(isChosen) => {
                    const next = new Set(chosen)
                    if (isChosen) next.add(number.id)
                    else next.delete(number.id)
                    setChosen(next)
                  }}
                />
              ))}
            </ul>
          </section>
        )}
        <FailingTests editor={editor} />
        <ConflictList conflicts={conflicts} />
        {chosen.size > 0 && numbers.length > 0 && (
          <Field
            label={t('publish.note')}
            aside={t('common.optional')}
            help={t('publish.noteHelp')}
          >
            <Textarea
              value={note}
              rows={2}
              maxLength={500}
              placeholder={t('publish.notePlaceholder')}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
        )}
        <ProblemSummary severity="warning" problems={problems} editor={editor} onGoTo={goTo} />
      </div>
    </Dialog>
  )
}

/** Where the flow answers already; otherwise the only number there is. */
function firstChoice(
  numbers: readonly ConnectedNumber[],
  liveIds: readonly string[],
): ReadonlySet<string> {
  const known = numbers.map(({ id }) => id)
  const live = liveIds.filter((id) => known.includes(id))
  return new Set(live.length === 0 && known.length === 1 ? known : live)
}

function blockedReason({
  denied,
  isOffline,
  isSaving,
  hasErrors,
  isNothing,
}: {
  denied: string | undefined
  isOffline: boolean
  isSaving: boolean
  hasErrors: boolean
  isNothing: boolean
}): string | undefined {
  if (denied !== undefined) return denied
  if (isOffline) return t('publish.offlineReason')
  if (hasErrors) return t('publish.errorsReason')
  if (isNothing) return t('publish.chooseOne')
  return isSaving ? t('publish.unsavedReason') : undefined
}
