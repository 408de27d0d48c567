import type { Conversation } from '@parley/shared/api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { threadQuery } from '../../api/conversations.ts'
import { itemsOf } from '../../api/pages.ts'
import { membersQuery } from '../../api/workspaces.ts'
import { formatDay } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { contactName } from '../contacts/contactName.ts'
import { ThreadMessage } from './ThreadMessage.tsx'
import { toThread } from './thread.ts'

/** Scrolled up further than this, the newest message is a jump away. */
const FAR_PX = 300

/** The messages of a conversation, the newest at the bottom, older ones as one scrolls up. */
export function Thread({ conversation }: { conversation: Conversation }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(threadQuery(conversation.id))
  const { data: members = [] } = useQuery(membersQuery)
  const scroller = useRef<HTMLDivElement>(null)
  const top = useRef<HTMLDivElement>(null)
  const [isFarUp, setFarUp] = useState(false)
  const items = useMemo(() => toThread(itemsOf(data)), [data])
  const contact = contactName(conversation.contact)

  useEffect(() => {
    if (!top.current || !hasNextPage || isFetchingNextPage) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void fetchNextPage()
      },
      { root: scroller.current, rootMargin: '400px 0px 0px 0px' },
    )
    observer.observe(top.current)
    return () => observer.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  if (error && !data) {
    return (
      <div className="flex-1">
        <LoadError error={error} onRetry={() => void refetch()} />
      </div>
    )
  }
  return (
    <div className="relative min-h-0 flex-1 bg-chat">
      {/* Turned around, the browser itself keeps the bottom in sight when messages come, and the place when older ones do. */}
      <div
        ref={scroller}
        className="flex h-full flex-col-reverse overflow-y-auto overscroll-contain"
        onScroll={(event) => setFarUp(event.currentTarget.scrollTop < -FAR_PX)}
      >
        <div className="mx-auto w-full max-w-3xl px-3 pt-4 pb-5 sm:px-6">
          <div ref={top} className="flex h-6 justify-center">
            {isFetchingNextPage && <Spinner className="text-ink-muted" />}
          </div>
          {isPending ? (
            <ThreadSkeleton />
          ) : items.length === 0 ? (
            <p className="py-8 text-center text-sm text-ink-muted">{t('inbox.noMessages')}</p>
          ) : (
            <div role="log" aria-label={t('inbox.messages')} aria-live="polite">
              {items.map((item) =>
                item.type === 'day' ? (
                  <p key={item.key} className="my-4 flex justify-center first:mt-0">
                    <span className="rounded-full bg-surface px-3 py-1 text-xs font-medium text-ink-muted shadow-card">
                      {formatDay(item.at)}
                    </span>
                  </p>
                ) : (
                  <ThreadMessage
                    key={item.key}
                    message={item.message}
                    at={item.at}
                    reactions={item.reactions}
                    quoted={item.quoted}
                    isFirstOfRun={item.isFirstOfRun}
                    contact={contact}
                    members={members}
                  />
                ),
              )}
            </div>
          )}
        </div>
      </div>
      {isFarUp && (
        <IconButton
          variant="secondary"
          className="absolute end-4 bottom-4 rounded-full shadow-pop"
          label={t('inbox.newest')}
          icon={<ChevronDown />}
          onClick={() => scroller.current?.scrollTo({ top: 0, behavior: 'smooth' })}
        />
      )}
    </div>
  )
}

const ThreadSkeleton = () => (
  <div className="flex flex-col gap-3">
    <Skeleton className="h-14 w-56 rounded-2xl" />
    <Skeleton className="h-20 w-72 self-end rounded-2xl" />
    <Skeleton className="h-10 w-40 rounded-2xl" />
    <Skeleton className="h-16 w-64 self-end rounded-2xl" />
  </div>
)
