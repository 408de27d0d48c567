import '../../i18n/withSettingsTexts.ts'
import { Building2, KeyRound, type LucideIcon, Palette, UserRound, Users } from 'lucide-react'
import { type ComponentType, lazy, Suspense } from 'react'
import { Navigate, NavLink, useParams } from 'react-router'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'
import { LoadingPane } from '../../ui/LoadingPane.tsx'
import { PageBody, PageHeader } from '../../ui/PageHeader.tsx'
import { useCurrentInView } from '../../ui/useCurrentInView.ts'

// One section is looked at at a time, and each has forms of its own.
const ProfileSettings = lazy(async () => ({
  default: (await import('./ProfileSettings.tsx')).ProfileSettings,
}))
const AppearanceSettings = lazy(async () => ({
  default: (await import('./AppearanceSettings.tsx')).AppearanceSettings,
}))
const WorkspaceSettings = lazy(async () => ({
  default: (await import('./WorkspaceSettings.tsx')).WorkspaceSettings,
}))
const MemberSettings = lazy(async () => ({
  default: (await import('./MemberSettings.tsx')).MemberSettings,
}))
const TokenSettings = lazy(async () => ({
  default: (await import('./TokenSettings.tsx')).TokenSettings,
}))

const SECTIONS = {
  profile: { Icon: UserRound, Component: ProfileSettings },
  appearance: { Icon: Palette, Component: AppearanceSettings },
  workspace: { Icon: Building2, Component: WorkspaceSettings },
  members: { Icon: Users, Component: MemberSettings },
  tokens: { Icon: KeyRound, Component: TokenSettings },
} as const satisfies Readonly<Record<string, { Icon: LucideIcon; Component: ComponentType }>>

type SectionName = keyof typeof SECTIONS
// The keys of a const object are its type's keys.
const NAMES = Object.keys(SECTIONS) as readonly SectionName[]

/** Settings, one section at a time. */
export function SettingsPage() {
  const { section } = useParams()
  const row = useCurrentInView<HTMLElement>(section ?? '')
  const name = NAMES.find((each) => each === section)
  if (!name) return <Navigate to="/settings/profile" replace />
  const { Component } = SECTIONS[name]
  return (
    <PageBody>
      <PageHeader title={t('settings.title')} />
      <div className="flex flex-col gap-6 md:flex-row md:gap-10">
        <nav
          ref={row}
          aria-label={t('settings.sections.label')}
          className="-mx-4 flex shrink-0 gap-1 overflow-x-auto px-4 [scrollbar-width:none] md:mx-0 md:w-44 md:flex-col md:px-0"
        >
          {NAMES.map((each) => (
            <SectionLink key={each} name={each} Icon={SECTIONS[each].Icon} />
          ))}
        </nav>
        <div className="min-w-0 max-w-3xl flex-1">
          <Suspense fallback={<LoadingPane />}>
            <Component />
          </Suspense>
        </div>
      </div>
    </PageBody>
  )
}

const SectionLink = ({ name, Icon }: { name: SectionName; Icon: LucideIcon }) => (
  <NavLink
    to={`/settings/${name}`}
    className={({ isActive }) =>
      cn(
        'flex h-9 shrink-0 items-center gap-2.5 rounded-control px-3 text-sm font-medium whitespace-nowrap',
        isActive ? 'bg-hover text-ink' : 'text-ink-muted hover:bg-hover hover:text-ink',
      )
    }
  >
    <Icon className="size-4" aria-hidden />
    {t(`settings.sections.${name}`)}
  </NavLink>
)
