import type { FlowSummary } from '@parley/shared/api'
import { useQuery } from '@tanstack/react-query'
import { numbersQuery } from '../../api/numbers.ts'
import { formatList } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'

/** Whether people talk to the flow, and to the one that is on the screen. */
export function PublishState({ flow }: { flow: FlowSummary }) {
  const { data: numbers = [] } = useQuery(numbersQuery)
  const { publications, hasUnpublishedChanges } = flow
  const live = publications[0]
  const names = publications.flatMap(({ numberId }) =>
    numbers.flatMap(({ id, name }) => (id === numberId ? [name] : [])),
  )
  const help = live
    ? t('publish.liveHelp', { version: live.versionNumber, numbers: formatList(names) })
    : t('publish.draftHelp')
  const [tone, label]: readonly [Tone, string] = !live
    ? ['neutral', t('publish.draft')]
    : hasUnpublishedChanges
      ? ['warning', t('publish.changed')]
      : ['success', t('publish.live')]
  return (
    <Tooltip content={help} side="bottom">
      <span className="hidden shrink-0 lg:inline-flex">
        <Badge tone={tone} dot={live !== undefined}>
          {label}
        </Badge>
      </span>
    </Tooltip>
  )
}
