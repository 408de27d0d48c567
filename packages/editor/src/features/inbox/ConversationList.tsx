import type { Conversation } from '@parley/shared/api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Headset, Inbox, Users } from 'lucide-react'
import { lazy, Suspense, useDeferredValue, useEffect, useRef, useState } from 'react'
import { Link, NavLink, useNavigate, useSearchParams } from 'react-router'
import { contactsQuery } from '../../api/contacts.ts'
import { conversationsQuery } from '../../api/conversations.ts'
import { numbersQuery } from '../../api/numbers.ts'
import { itemsOf } from '../../api/pages.ts'
import { formatWhen } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { cn } from '../../ui/cn.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchInput } from '../../ui/Input.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { withoutFormatting } from '../../ui/message/parseFormatting.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { contactName } from '../contacts/contactName.ts'
import { filterConversations } from './filterConversations.ts'

const NumberFilter = lazy(async () => ({
  default: (await import('./NumberFilter.tsx')).NumberFilter,
}))
/** Contacts are looked for on the server from so many letters on. */
const MIN_SEARCH_LENGTH = 2

/** Conversations, newest first, with search and filters. */
export function ConversationList({ className }: { className?: string }) {
  const [search, setSearch] = useSearchParams()
  const [words, setWords] = useState('')
  const numberId = search.get('number') ?? undefined
  const isWaiting = search.has('waiting')
  const { data: numbers = [] } = useQuery(numbersQuery)
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(conversationsQuery({ numberId, ...(isWaiting && { handover: true }) }))
  const conversations = itemsOf(data)
  const shown = filterConversations(conversations, words)

  const setFilter = (changes: { number?: string | undefined; waiting?: boolean }) => {
    const number = 'number' in changes ? changes.number : numberId
    const waiting = changes.waiting ?? isWaiting
    setSearch({ ...(number && { number }), ...(waiting && { waiting: '' }) }, { replace: true })
  }

  return (
    <section
      aria-label={t('inbox.list')}
      className={cn('flex min-h-0 flex-col border-e border-line bg-surface', className)}
    >
      <div className="flex flex-col gap-2.5 border-b border-line p-3">
        <h1 className="px-1 text-lg font-semibold tracking-tight">{t('inbox.title')}</h1>
        <SearchInput label={t('inbox.search')} value={words} onValueChange={setWords} />
        <SegmentedControl
          label={t('inbox.filter.label')}
          value={isWaiting ? 'waiting' : 'all'}
          onValueChange={(which) => setFilter({ waiting: which === 'waiting' })}
          segments={[
            { value: 'all', label: t('inbox.filter.all') },
            { value: 'waiting', label: t('inbox.filter.waiting') },
          ]}
        />
        {numbers.length > 1 && (
          <Suspense>
            <NumberFilter
              numbers={numbers}
              numberId={numberId}
              onChoose={(number) => setFilter({ number })}
            />
          </Suspense>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {error && !data ? (
          <LoadError size="panel" error={error} onRetry={() => void refetch()} />
        ) : isPending ? (
          <ListSkeleton />
        ) : conversations.length === 0 ? (
          isWaiting ? (
            <p className="p-8 text-center text-sm text-ink-muted">{t('inbox.noneWaiting')}</p>
          ) : (
            <EmptyState
              size="panel"
              icon={<Inbox />}
              title={t('inbox.empty.title')}
              actions={
                <Button asChild size="sm">
                  <Link to="/numbers">{t('inbox.empty.action')}</Link>
                </Button>
              }
            >
              {t('inbox.empty.help')}
            </EmptyState>
          )
        ) : (
          <ul>
            {shown.map((conversation) => (
              <ConversationRow
                key={conversation.id}
                conversation={conversation}
                numberName={
                  numbers.length > 1
                    ? numbers.find(({ id }) => id === conversation.numberId)?.name
                    : undefined
                }
                search={search}
              />
            ))}
          </ul>
        )}
        {shown.length === 0 && conversations.length > 0 && (
          <p className="px-6 pt-8 text-center text-sm text-ink-muted">
            {t('inbox.noMatch', { words })}
          </p>
        )}
        {words.trim().length >= MIN_SEARCH_LENGTH && (
          <FoundContacts
            words={words.trim()}
            shownContactIds={new Set(shown.map(({ contact }) => contact.id))}
          />
        )}
        {hasNextPage && <MoreOnSight isLoading={isFetchingNextPage} onMore={fetchNextPage} />}
      </div>
    </section>
  )
}

function ConversationRow({
  conversation,
  numberName,
  search,
}: {
  conversation: Conversation
  numberName: string | undefined
  search: URLSearchParams
}) {
  const { contact, unreadCount, handover } = conversation
  const name = contactName(contact)
  return (
    <li>
      <NavLink
        to={{ pathname: `/inbox/${conversation.id}`, search: search.toString() }}
        className={({ isActive }) =>
          cn(
            'flex items-center gap-3 border-b border-line/60 px-4 py-3 -outline-offset-2 transition-colors',
            isActive ? 'bg-primary-soft/60' : 'hover:bg-hover/60',
          )
        }
      >
        <span className="relative">
          <Avatar name={name} />
          {handover && (
            <span className="absolute -end-1 -bottom-1 flex size-[1.125rem] items-center justify-center rounded-full bg-warning-soft text-on-warning-soft ring-2 ring-surface">
              <Headset className="size-3" aria-hidden />
              <span className="sr-only">{t('inbox.waitsForPerson')}</span>
            </span>
          )}
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span
              className={cn(
                'min-w-0 flex-1 truncate',
                unreadCount > 0 ? 'font-semibold' : 'font-medium',
              )}
              dir="auto"
            >
              {conversation.isGroup && (
                <Users
                  className="me-1 inline size-3.5 text-ink-faint"
                  aria-label={t('inbox.group')}
                />
              )}
              {name}
            </span>
            <time
              dateTime={conversation.lastMessageAt}
              className={cn(
                'shrink-0 text-xs',
                unreadCount > 0 ? 'font-medium text-primary' : 'text-ink-faint',
              )}
            >
              {formatWhen(Date.parse(conversation.lastMessageAt))}
            </time>
          </span>
          <span className="mt-0.5 flex items-center gap-2">
            <span
              className={cn(
                'min-w-0 flex-1 truncate text-[0.8125rem]',
                unreadCount > 0 ? 'text-ink' : 'text-ink-muted',
              )}
              dir="auto"
            >
              {withoutFormatting(conversation.lastMessagePreview)}
            </span>
            {unreadCount > 0 && (
              <span className="inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-accent px-1.5 text-[0.6875rem] font-semibold text-on-accent">
                <span aria-hidden>{unreadCount > 99 ? '99+' : unreadCount}</span>
                <span className="sr-only">{t('inbox.unread', { count: unreadCount })}</span>
              </span>
            )}
          </span>
          {numberName && (
            <span className="mt-0.5 block truncate text-xs text-ink-faint" dir="auto">
              {numberName}
            </span>
          )}
        </span>
      </NavLink>
    </li>
  )
}

/** People who fit the search and whose conversation is not among those that are loaded. */
function FoundContacts({
  words,
  shownContactIds,
}: {
  words: string
  shownContactIds: ReadonlySet<string>
}) {
  const navigate = useNavigate()
  const { data } = useInfiniteQuery(contactsQuery({ search: useDeferredValue(words) }))
  const found = itemsOf(data).filter(({ id }) => !shownContactIds.has(id))
  if (found.length === 0) return null
  return (
    <section className="pt-2 pb-4">
      <h2 className="px-4 pt-3 pb-1 text-xs font-medium text-ink-faint">
        {t('inbox.contactsFound')}
      </h2>
      <ul>
        {found.map((contact) => (
          <li key={contact.id}>
            <button
              type="button"
              onClick={() => void navigate(`/inbox?contact=${contact.id}`)}
              className="flex w-full items-center gap-3 px-4 py-2.5 text-start -outline-offset-2 hover:bg-hover/60"
            >
              <Avatar name={contactName(contact)} size="sm" />
              <span className="min-w-0">
                <span className="block truncate font-medium" dir="auto">
                  {contactName(contact)}
                </span>
                <bdi className="block truncate text-xs text-ink-muted" dir="ltr">
                  {contact.phone}
                </bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Loads the next page when the end of the list comes into sight. */
function MoreOnSight({
  isLoading,
  onMore,
}: {
  isLoading: boolean
  onMore: () => Promise<unknown>
}) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!end.current || isLoading) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) void onMore()
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [isLoading, onMore])
  return (
    <div ref={end} className="p-4">
      <Skeleton className="h-12" />
    </div>
  )
}

const ListSkeleton = () => (
  <div className="flex flex-col gap-4 p-4">
    {[1, 2, 3, 4, 5].map((index) => (
      <div key={index} className="flex items-center gap-3">
        <Skeleton className="size-9 rounded-full" />
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className="h-3.5 w-1/2" />
          <Skeleton className="h-3 w-4/5" />
        </div>
      </div>
    ))}
  </div>
)
