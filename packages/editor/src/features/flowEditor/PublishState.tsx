import type { FlowSummary } from '@parley/shared/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { numbersQuery } from '../../api/numbers.ts'
import { refreshPublishing, scheduledPublishesQuery } from '../../api/publishing.ts'
import { formatInZone, formatList } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { audienceWords } from './publish/publishChoices.ts'

/** Whether people talk to the flow, and to the one that is on the screen; which version is on trial, and what is to come. */
export function PublishState({ flow }: { flow: FlowSummary }) {
  return (
    <div className="hidden shrink-0 items-center gap-1.5 lg:flex">
      <Live flow={flow} />
      <OnTrial flow={flow} />
      <ToCome flowId={flow.id} />
    </div>
  )
}

function Live({ flow }: { flow: FlowSummary }) {
  const { data: numbers = [] } = useQuery(numbersQuery)
  const { publications, hasUnpublishedChanges } = flow
  const live = publications.filter(({ versionNumber }) => versionNumber !== null)
  const version = live[0]?.versionNumber ?? null
  const names = live.flatMap(({ numberId }) =>
    numbers.flatMap(({ id, name }) => (id === numberId ? [name] : [])),
  )
  const help =
    version === null
      ? t('publish.draftHelp')
      : t('publish.liveHelp', { version, numbers: formatList(names) })
  const [tone, label]: readonly [Tone, string] =
    version === null
      ? ['neutral', t('publish.draft')]
      : hasUnpublishedChanges
        ? ['warning', t('publish.changed')]
        : ['success', t('publish.live')]
  // Where there is only a trial, its own badge says all there is to say.
  if (version === null && publications.length > 0) return null
  return <State tone={tone} label={label} help={help} isDotted={version !== null} />
}

function OnTrial({ flow: { publications } }: { flow: FlowSummary }) {
  const trial = publications.find((each) => each.trial)?.trial
  if (!trial) return null
  const { versionNumber: version, audience } = trial
  const help = t('publishing.trialHere', { version, audience: audienceWords(audience) })
  return <State tone="info" label={t('publishing.badge.trial')} help={help} isDotted />
}

/** The next publish that is scheduled, or one that failed: that comes first, somebody must look. */
function ToCome({ flowId }: { flowId: string }) {
  const { data: scheduled = [] } = useQuery(scheduledPublishesQuery(flowId))
  useRefreshWhenDone(flowId, scheduled.filter(({ status }) => status === 'waiting').length)
  const next = scheduled.find(({ status }) => status === 'failed') ?? scheduled.at(-1)
  if (!next) return null
  const { versionNumber: version, timeZone: zone, scheduledFor, status, problem } = next
  const time = formatInZone(Date.parse(scheduledFor), zone)
  return status === 'failed' ? (
    <State tone="danger" label={t('publishing.badge.failed')} help={problem ?? time} />
  ) : (
    <State
      tone="info"
      label={t('publishing.badge.scheduled')}
      help={`${t('publish.versions.version', { version })}: ${time} (${zone})`}
    />
  )
}

/** What waited has been published, perhaps by a process whose live events do not come here. */
function useRefreshWhenDone(flowId: string, waiting: number): void {
  const client = useQueryClient()
  const before = useRef(waiting)
  useEffect(() => {
    if (waiting < before.current) void refreshPublishing(client, flowId)
    before.current = waiting
  }, [client, flowId, waiting])
}

const State = ({
  tone,
  label,
  help,
  isDotted = false,
}: {
  tone: Tone
  label: string
  help: string
  isDotted?: boolean
}) => (
  <Tooltip content={help} side="bottom">
    <span className="inline-flex">
      <Badge tone={tone} dot={isDotted}>
        {label}
      </Badge>
    </span>
  </Tooltip>
)
