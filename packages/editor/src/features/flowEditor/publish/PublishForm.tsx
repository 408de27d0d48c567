import type { ConnectedNumber, FlowSummary } from '@parley/shared/api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useDenied } from '../../../api/access.ts'
import { flowsQuery } from '../../../api/flows.ts'
import { itemsOf } from '../../../api/pages.ts'
import { conversationsQuery } from '../../../api/publishing.ts'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import type { DocumentConnection } from '../../../document/connectDocument.ts'
import { t } from '../../../i18n/t.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Textarea } from '../../../ui/Textarea.tsx'
import { ConflictList } from './ConflictList.tsx'
import { FailingTests } from './FailingTests.tsx'
import { MoreChoices } from './MoreChoices.tsx'
import { NoNumbers } from './NoNumbers.tsx'
import { NumberChoice } from './NumberChoice.tsx'
import { ProblemSummary } from './ProblemSummary.tsx'
import { type PublishChoices, problemOf, usualChoices, zoneOf } from './publishChoices.ts'
import { Underway } from './Underway.tsx'
import { useConflicts } from './useConflicts.ts'
import { type PublishOutcome, usePublish } from './usePublish.ts'

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
  onPublished: (outcome: PublishOutcome) => void
  onClose: () => void
}) {
  const liveIds = flow.publications.map(({ numberId }) => numberId)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => firstChoice(numbers, liveIds))
  const [note, setNote] = useState('')
  const problems = useStore(editor.problems.store, ({ all }) => all)
  useEffect(() => void editor.problems.check(), [editor])
  const others = itemsOf(useInfiniteQuery(flowsQuery).data).filter(({ id }) => id !== flow.id)
  const conflicts = useConflicts({ editor, others, numberIds: chosen })
  const zone = zoneOf(editor.draft().settings)
  const [choices, setChoices] = useState(() => usualChoices(zone))
  const isUsual = choices.audience === 'everyone' && choices.when === 'now'
  const stopping = isUsual ? liveIds.filter((id) => !chosen.has(id)) : []
  const { data: counted } = useQuery(conversationsQuery(flow.id))
  const save = usePublish({ flow, chosen, stopping, note, choices, zone, onPublished, onClose })
  const denied = useDenied('editor')
  const { phase, isSaving } = useStore(connection.store)
  const isStopping = chosen.size === 0 && stopping.length > 0
  const reason = blockedReason({
    denied,
    isOffline: phase === 'offline',
    isConnecting: phase === 'connecting',
    isSaving,
    hasErrors: !isStopping && problems.some(({ severity }) => severity === 'error'),
    isNothing: chosen.size === 0 && !isStopping,
    problem: isStopping ? undefined : problemOf(choices, zone),
  })
  const publicationOn = (id: string) => flow.publications.find(({ numberId }) => numberId === id)
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
              {isStopping ? t('publish.stop') : confirmWords(choices)}
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
        <Underway flowId={flow.id} />
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
                  liveVersion={publicationOn(number.id)?.versionNumber ?? null}
                  trial={publicationOn(number.id)?.trial ?? null}
                  replaces={isUsual}
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
        <FailingTests editor={editor} onGoTo={goTo} />
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
        {chosen.size > 0 && numbers.length > 0 && (
          <MoreChoices
            choices={choices}
            zone={zone}
            conversations={counted?.filter(({ numberId }) => chosen.has(numberId))}
            onChange={(change) => setChoices({ ...choices, ...change })}
          />
        )}
        <ProblemSummary severity="warning" problems={problems} editor={editor} onGoTo={goTo} />
      </div>
    </Dialog>
  )
}

/** What the button does. */
function confirmWords({ audience, when }: PublishChoices): string {
  if (when === 'later') return t('publishing.schedule')
  return audience === 'everyone' ? t('publish.confirm') : t('publishing.startTrial')
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
  isConnecting,
  isSaving,
  hasErrors,
  isNothing,
  problem,
}: {
  denied: string | undefined
  isOffline: boolean
  /** Others may have done what is not seen here yet, and what an earlier visit left on this device is missing. */
  isConnecting: boolean
  isSaving: boolean
  hasErrors: boolean
  isNothing: boolean
  /** Of the choices. */
  problem: string | undefined
}): string | undefined {
  if (denied !== undefined) return denied
  if (isOffline) return t('publish.offlineReason')
  if (hasErrors) return t('publish.errorsReason')
  if (isNothing) return t('publish.chooseOne')
  if (problem !== undefined) return problem
  if (isConnecting) return t('publish.connectingReason')
  return isSaving ? t('publish.unsavedReason') : undefined
}
