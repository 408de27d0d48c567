import '../../i18n/withDeveloperTexts.ts'
import { Code, KeyRound, ListOrdered, type LucideIcon, Webhook } from 'lucide-react'
import { type ComponentType, lazy, Suspense } from 'react'
import { Navigate, NavLink, useParams } from 'react-router'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'
import { LoadingPane } from '../../ui/LoadingPane.tsx'
import { PageBody, PageHeader } from '../../ui/PageHeader.tsx'
import { useCurrentInView } from '../../ui/useCurrentInView.ts'

const ApiSection = lazy(async () => ({ default: (await import('./ApiSection.tsx')).ApiSection }))
const KeysSection = lazy(async () => ({
  default: (await import('./keys/KeysSection.tsx')).KeysSection,
}))
const WebhooksSection = lazy(async () => ({
  default: (await import('./webhooks/WebhooksSection.tsx')).WebhooksSection,
}))
const QueueSection = lazy(async () => ({
  default: (await import('../queue/QueueSection.tsx')).QueueSection,
}))

const SECTIONS = {
  api: { Icon: Code, Component: ApiSection },
  keys: { Icon: KeyRound, Component: KeysSection },
  webhooks: { Icon: Webhook, Component: WebhooksSection },
  queue: { Icon: ListOrdered, Component: QueueSection },
} as const satisfies Readonly<Record<string, { Icon: LucideIcon; Component: ComponentType }>>

type SectionName = keyof typeof SECTIONS
// The keys of a const object are its type's keys.
const NAMES = Object.keys(SECTIONS) as readonly SectionName[]

/** What programmers need, one section at a time. */
export function DevelopersPage() {
  const { section } = useParams()
  const row = useCurrentInView<HTMLElement>(section ?? '')
  const name = NAMES.find((each) => each === section)
  if (!name) return <Navigate to="/developers/api" replace />
  const { Component } = SECTIONS[name]
  return (
    <PageBody>
      <PageHeader title={t('developers.title')} description={t('developers.description')} />
      <nav
        ref={row}
        aria-label={t('developers.sections.label')}
        className="-mx-4 -mt-2 flex shrink-0 gap-1 overflow-x-auto border-b border-line px-4 [scrollbar-width:none] sm:mx-0 sm:px-0"
      >
        {NAMES.map((each) => (
          <SectionLink key={each} name={each} Icon={SECTIONS[each].Icon} />
        ))}
      </nav>
      <Suspense fallback={<LoadingPane />}>
        <Component />
      </Suspense>
    </PageBody>
  )
}

const SectionLink = ({ name, Icon }: { name: SectionName; Icon: LucideIcon }) => (
  <NavLink
    to={`/developers/${name}`}
    className={({ isActive }) =>
      cn(
        '-mb-px inline-flex shrink-0 items-center gap-2 border-b-2 px-3 py-2.5 text-sm font-medium whitespace-nowrap -outline-offset-2',
        isActive ? 'border-primary text-ink' : 'border-transparent text-ink-muted hover:text-ink',
      )
    }
  >
    <Icon className="size-4" aria-hidden />
    {t(`developers.sections.${name}`)}
  </NavLink>
)
