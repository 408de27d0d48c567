import '../../i18n/withFlowTexts.ts'
import type { FlowSummary } from '@parley/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useRef } from 'react'
import { Link } from 'react-router'
import { flowQuery } from '../../api/flowDetails.ts'
import { numbersQuery } from '../../api/numbers.ts'
import { formatAgo, formatList } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Card } from '../../ui/Card.tsx'
import { DropdownMenu } from '../../ui/DropdownMenu.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { MenuItem } from '../../ui/menuItems.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useInView } from '../../ui/useInView.ts'
import { FlowPreview } from './FlowPreview.tsx'

/** One flow in the list: what it looks like, how it is, where it answers. */
export function FlowCard({ flow, menu }: { flow: FlowSummary; menu: readonly MenuItem[] }) {
  const card = useRef<HTMLDivElement>(null)
  const isInView = useInView(card)
  // Picture and problems need the draft, which the list does not carry: cards on screen load theirs.
  const { data: details } = useQuery({ ...flowQuery(flow.id), enabled: isInView })
  return (
    <Card
      ref={card}
      className="group relative flex flex-col overflow-hidden transition-shadow hover:shadow-pop"
    >
      <div className="h-36 border-b border-line bg-sunken p-3">
        {details ? <FlowPreview draft={details.draft} /> : <Skeleton className="size-full" />}
      </div>
      <div className="flex flex-1 flex-col gap-2 p-4 pt-3">
        <div className="flex items-start gap-2">
          <h2 className="min-w-0 flex-1 truncate font-semibold" dir="auto">
            <Link
              to={`/flows/${flow.id}`}
              className="outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-focus"
            >
              {flow.name}
            </Link>
          </h2>
          <div className="relative z-10 -me-1.5 -mt-1.5">
            <DropdownMenu items={menu}>
              <IconButton
                size="sm"
                label={t('common.moreFor', { name: flow.name })}
                icon={<Ellipsis />}
              />
            </DropdownMenu>
          </div>
        </div>
        <Statuses flow={flow} problems={details?.problems ?? []} />
        <p className="mt-auto truncate pt-1 text-xs text-ink-muted">
          <Numbers flow={flow} /> ·{' '}
          {t('flows.updated', { when: formatAgo(Date.parse(flow.updatedAt)) })}
        </p>
      </div>
    </Card>
  )
}

function Statuses({
  flow,
  problems,
}: {
  flow: FlowSummary
  problems: readonly { readonly severity: 'error' | 'warning' }[]
}) {
  const isPublished = flow.publications.length > 0
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  return (
    <div className="flex flex-wrap gap-1.5">
      {isPublished ? (
        <Badge tone="success" dot>
          {t('flows.status.published')}
        </Badge>
      ) : (
        <Badge>{t('flows.status.draft')}</Badge>
      )}
      {isPublished && flow.hasUnpublishedChanges && (
        <Badge tone="info">{t('flows.status.changed')}</Badge>
      )}
      {errors > 0 && <Badge tone="danger">{t('flows.status.errors', { count: errors })}</Badge>}
      {errors === 0 && warnings > 0 && (
        <Badge tone="warning">{t('flows.status.warnings', { count: warnings })}</Badge>
      )}
    </div>
  )
}

function Numbers({ flow }: { flow: FlowSummary }) {
  const { data: numbers = [] } = useQuery(numbersQuery)
  const names = flow.publications.flatMap(({ numberId }) => {
    const number = numbers.find(({ id }) => id === numberId)
    return number ? [number.name] : []
  })
  return names.length > 0
    ? t('flows.onNumbers', { numbers: formatList(names) })
    : t('flows.notPublished')
}
