import { useInfiniteQuery } from '@tanstack/react-query'
import { Ellipsis, Search } from 'lucide-react'
import { NavLink, useLocation, useNavigate } from 'react-router'
import { conversationsQuery } from '../api/conversations.ts'
import { itemsOf } from '../api/pages.ts'
import { PAGES } from '../features/commands/pages.ts'
import { t } from '../i18n/t.ts'
import { cn } from '../ui/cn.ts'
import { DropdownMenu } from '../ui/DropdownMenu.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Logo } from '../ui/Logo.tsx'
import { UserMenu } from './UserMenu.tsx'
import { WorkspaceSwitcher } from './WorkspaceSwitcher.tsx'

/** Navigation on wide screens. */
export function Sidebar({ onSearch }: { onSearch: () => void }) {
  const unread = useUnreadCount()
  return (
    <div className="sticky top-0 hidden h-dvh w-60 shrink-0 flex-col gap-4 border-e border-line bg-surface p-3 md:flex">
      <div className="flex items-center gap-2.5 px-2 pt-1">
        <Logo />
        <span className="text-lg font-semibold tracking-tight">{t('common.appName')}</span>
      </div>
      <WorkspaceSwitcher />
      <button
        type="button"
        onClick={onSearch}
        className="flex h-9 items-center gap-2 rounded-control border border-line bg-canvas px-3 text-[0.8125rem] text-ink-muted hover:bg-hover"
      >
        <Search className="size-4" aria-hidden />
        <span className="flex-1 truncate text-start">{t('shell.commands.open')}</span>
        <Kbd keys="mod+k" />
      </button>
      <nav aria-label={t('shell.nav.label')} className="flex flex-1 flex-col gap-0.5">
        {PAGES.map(({ path, name, Icon }) => (
          <NavLink
            key={path}
            to={path}
            className={({ isActive }) =>
              cn(
                'flex h-9 items-center gap-3 rounded-control px-3 text-sm font-medium transition-colors',
                isActive
                  ? 'bg-primary-soft text-on-primary-soft'
                  : 'text-ink-muted hover:bg-hover hover:text-ink',
              )
            }
          >
            <Icon className="size-[1.125rem]" aria-hidden />
            <span className="flex-1">{t(name)}</span>
            {path === '/inbox' && <UnreadBadge count={unread} />}
          </NavLink>
        ))}
      </nav>
      <UserMenu />
    </div>
  )
}

/** On phones: where one is, and who. */
export const TopBar = ({ className, onSearch }: { className?: string; onSearch: () => void }) => (
  <header
    className={cn(
      'sticky top-0 z-30 flex h-14 items-center gap-2 border-b border-line bg-surface px-3 pt-[env(safe-area-inset-top)]',
      className,
    )}
  >
    <Logo className="size-7" />
    <div className="min-w-0 flex-1">
      <WorkspaceSwitcher look="plain" />
    </div>
    <IconButton label={t('shell.commands.open')} icon={<Search />} onClick={onSearch} />
    <UserMenu look="avatar" />
  </header>
)

/** Navigation on phones, within the thumb's reach. */
export function BottomBar({ className }: { className?: string }) {
  const unread = useUnreadCount()
  return (
    <nav
      aria-label={t('shell.nav.label')}
      className={cn(
        'fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]',
        className,
      )}
    >
      {PAGES.filter(({ onPhones }) => onPhones === 'bar').map(({ path, name, Icon }) => (
        <NavLink
          key={path}
          to={path}
          className={({ isActive }) => cn(BAR_ITEM, isActive ? 'text-primary' : 'text-ink-muted')}
        >
          <Icon className="size-[1.375rem]" aria-hidden />
          {t(name)}
          {path === '/inbox' && (
            <span className="absolute start-1/2 top-2 ms-2">
              <UnreadBadge count={unread} />
            </span>
          )}
        </NavLink>
      ))}
      <MorePages />
    </nav>
  )
}

const BAR_ITEM =
  'relative flex h-16 min-w-0 flex-1 flex-col items-center justify-center gap-1 text-[0.6875rem] font-medium -outline-offset-2'

/** The pages that the bar has no room for. */
function MorePages() {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const pages = PAGES.filter(({ onPhones }) => onPhones === 'more')
  const isHere = pages.some(({ path }) => pathname.startsWith(path))
  return (
    <DropdownMenu
      items={pages.map(({ path, name, Icon }) => ({
        label: t(name),
        icon: <Icon />,
        onSelect: () => void navigate(path),
      }))}
    >
      <button type="button" className={cn(BAR_ITEM, isHere ? 'text-primary' : 'text-ink-muted')}>
        <Ellipsis className="size-[1.375rem]" aria-hidden />
        {t('shell.nav.more')}
      </button>
    </DropdownMenu>
  )
}

function UnreadBadge({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span className="inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center rounded-full bg-accent px-1 text-[0.6875rem] font-semibold text-on-accent">
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('shell.unread', { count })}</span>
    </span>
  )
}

/** Conversations with something new in them, among those that are loaded: the newest. */
function useUnreadCount(): number {
  const { data } = useInfiniteQuery(conversationsQuery())
  return itemsOf(data).filter(({ unreadCount }) => unreadCount > 0).length
}
