import type { ConnectedNumber, ScheduledPublish, TrialAudience } from '@parley/shared/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDenied } from '../../../api/access.ts'
import { flowSummaryQuery } from '../../../api/flows.ts'
import { numbersQuery } from '../../../api/numbers.ts'
import {
  cancelScheduledPublish,
  endTrial,
  promoteTrial,
  refreshPublishing,
  scheduledPublishesQuery,
} from '../../../api/publishing.ts'
import { formatInZone, formatList } from '../../../i18n/format.ts'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toast.ts'
import { audienceWords } from './publishChoices.ts'
import { type RunningTrial, trialsOf } from './trialsOf.ts'

/** Trials and scheduled publishes of a flow, or of one of its versions, each with what can be done about it. */
export function Underway({ flowId, versionNumber }: { flowId: string; versionNumber?: number }) {
  const { data: flow } = useQuery(flowSummaryQuery(flowId))
  const { data: scheduled = [] } = useQuery(scheduledPublishesQuery(flowId))
  const isMine = (each: { readonly versionNumber: number }) =>
    versionNumber === undefined || each.versionNumber === versionNumber
  const trials = flow ? trialsOf(flow).filter(isMine) : []
  const mine = scheduled.filter(isMine)
  if (trials.length + mine.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      {trials.map((trial) => (
        <Trial key={trial.versionNumber} flowId={flowId} trial={trial} />
      ))}
      {mine.map((each) => (
        <Scheduled key={each.id} scheduled={each} />
      ))}
    </div>
  )
}

function Trial({ flowId, trial }: { flowId: string; trial: RunningTrial }) {
  const { versionNumber: version, audiences, numberIds } = trial
  const denied = useDenied('editor')
  const client = useQueryClient()
  const onSettled = () => refreshPublishing(client, flowId)
  const promote = useMutation({
    mutationFn: () => promoteTrial(flowId, version),
    onSuccess: () => toast({ title: t('publishing.promoted', { version }), tone: 'success' }),
    onSettled,
  })
  const end = useMutation({
    mutationFn: () => endTrial(flowId, version),
    onSuccess: () =>
      toast({
        title: t('publishing.ended'),
        description: t('publishing.endedHelp'),
        tone: 'success',
      }),
    onSettled,
  })
  return (
    <Banner
      actions={
        <>
          <Button
            size="sm"
            isBusy={promote.isPending}
            disabledReason={denied}
            aria-label={t('publishing.promoteVersion', { version })}
            onClick={() => promote.mutate()}
          >
            {t('publishing.promote')}
          </Button>
          <Button
            size="sm"
            isBusy={end.isPending}
            disabledReason={denied}
            aria-label={t('publishing.endVersion', { version })}
            onClick={() => end.mutate()}
          >
            {t('publishing.end')}
          </Button>
        </>
      }
    >
      <Sentence>
        {t('publishing.trial', {
          version,
          numbers: useNumberNames(numberIds),
          audience: inSentence(audiences),
        })}
      </Sentence>
    </Banner>
  )
}

function Scheduled({ scheduled }: { scheduled: ScheduledPublish }) {
  const { id, flowId, versionNumber: version, scheduledFor, timeZone: zone, status } = scheduled
  const denied = useDenied('editor')
  const client = useQueryClient()
  const hasFailed = status === 'failed'
  const cancel = useMutation({
    mutationFn: () => cancelScheduledPublish(flowId, id),
    onSuccess: () => {
      if (!hasFailed) toast({ title: t('publishing.cancelled', { version }), tone: 'success' })
    },
    onSettled: () => refreshPublishing(client, flowId),
  })
  const numbers = useNumberNames(scheduled.numberIds)
  const time = formatInZone(Date.parse(scheduledFor), zone)
  return (
    <Banner
      tone={hasFailed ? 'danger' : 'info'}
      actions={
        <Button
          size="sm"
          isBusy={cancel.isPending}
          disabledReason={denied}
          aria-label={t(`publishing.${hasFailed ? 'dismissVersion' : 'cancelVersion'}`, {
            version,
          })}
          onClick={() => cancel.mutate()}
        >
          {hasFailed ? t('publishing.dismiss') : t('publishing.cancel')}
        </Button>
      }
    >
      <Sentence>
        {hasFailed
          ? t('publishing.failed', { version, time, zone })
          : t('publishing.scheduled', {
              version,
              numbers,
              time,
              zone,
              audience: inSentence([scheduled.audience]),
            })}
      </Sentence>
      {scheduled.problem && <p className="text-[0.8125rem]">{scheduled.problem}</p>}
    </Banner>
  )
}

/** The version stands out. */
const Sentence = ({ children }: { children: string }): ReactNode => (
  <p className="text-[0.8125rem]">
    {rich(children, { b: (words) => <b className="font-semibold">{words}</b> })}
  </p>
)

const inSentence = (audiences: readonly (TrialAudience | { type: 'everyone' })[]): string => {
  const words = new Set(audiences.map((audience) => audienceWords(audience)))
  return formatList([...words]).toLocaleLowerCase()
}

function useNumberNames(numberIds: readonly string[]): string {
  const { data: numbers = [] } = useQuery(numbersQuery)
  return formatList(numberIds.map((id) => nameOf(numbers, id)))
}

const nameOf = (numbers: readonly ConnectedNumber[], numberId: string): string =>
  numbers.find(({ id }) => id === numberId)?.name ?? t('publish.versions.somewhere')
