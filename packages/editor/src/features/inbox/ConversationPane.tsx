import type { Conversation } from '@parley/shared/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, Headset, PanelRight } from 'lucide-react'
import { useEffect } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useDenied } from '../../api/access.ts'
import { putConversation } from '../../api/applyLiveEvent.ts'
import { contactQuery } from '../../api/contacts.ts'
import { conversationQuery, markRead, takeOver } from '../../api/conversations.ts'
import { ApiError } from '../../api/errors.ts'
import { numbersQuery } from '../../api/numbers.ts'
import { formatParts } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { LoadingPane } from '../../ui/LoadingPane.tsx'
import { toast } from '../../ui/toast.ts'
import { useIsPageVisible } from '../../ui/useIsPageVisible.ts'
import { contactName } from '../contacts/contactName.ts'
import { Composer } from './Composer.tsx'
import { HandoverBanner } from './HandoverBanner.tsx'
import { Thread } from './Thread.tsx'

/** One conversation: who it is with, who answers it, its messages, and where to write. */
export function ConversationPane({
  conversationId,
  areDetailsShown,
  onToggleDetails,
}: {
  conversationId: string
  areDetailsShown: boolean
  onToggleDetails: () => void
}) {
  const { data: conversation, error, refetch } = useQuery(conversationQuery(conversationId))
  if (error instanceof ApiError && error.status === 404) {
    return (
      <div className="flex-1">
        <EmptyState title={t('inbox.noSuch')} actions={<BackLink />} />
      </div>
    )
  }
  if (error && !conversation) {
    return (
      <div className="flex-1">
        <LoadError error={error} onRetry={() => void refetch()} />
      </div>
    )
  }
  if (!conversation) return <LoadingPane />
  return (
    <Open
      conversation={conversation}
      areDetailsShown={areDetailsShown}
      onToggleDetails={onToggleDetails}
    />
  )
}

function Open({
  conversation,
  areDetailsShown,
  onToggleDetails,
}: {
  conversation: Conversation
  areDetailsShown: boolean
  onToggleDetails: () => void
}) {
  const client = useQueryClient()
  const denied = useDenied('agent')
  const { data: numbers = [] } = useQuery(numbersQuery)
  const { data: contact } = useQuery(contactQuery(conversation.contact.id))
  const number = numbers.find(({ id }) => id === conversation.numberId)
  const name = contactName(conversation.contact)
  const { id, handover } = conversation
  useMarkRead(conversation, !denied)

  const take = useMutation({
    mutationFn: () => takeOver(id),
    onSuccess: (changed) => {
      putConversation(client, changed)
      toast({ title: t('inbox.taken'), tone: 'success' })
    },
  })

  return (
    <section aria-label={name} className="flex min-w-0 flex-1 flex-col">
      <title>{`${name} · ${t('common.appName')}`}</title>
      <header className="flex min-h-16 items-center gap-3 border-b border-line bg-surface px-3 py-2 pt-[max(0.5rem,env(safe-area-inset-top))] sm:px-4">
        <BackLink />
        <Avatar name={name} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold" dir="auto">
            {name}
          </h2>
          <p className="truncate text-xs text-ink-muted">
            {formatParts([conversation.contact.name && conversation.contact.phone, number?.name])}
          </p>
        </div>
        {!handover && (
          <Button
            size="sm"
            icon={<Headset />}
            isBusy={take.isPending}
            disabledReason={denied}
            onClick={() => take.mutate()}
          >
            {t('inbox.takeOver')}
          </Button>
        )}
        <IconButton
          label={areDetailsShown ? t('inbox.hideDetails') : t('inbox.details')}
          icon={<PanelRight className="rtl:-scale-x-100" />}
          isPressed={areDetailsShown}
          onClick={onToggleDetails}
        />
      </header>
      {handover && <HandoverBanner conversationId={id} handover={handover} deniedReason={denied} />}
      <Thread conversation={conversation} />
      {!handover && !denied && (
        <p className="border-t border-line bg-sunken px-4 py-1.5 text-center text-xs text-ink-muted">
          {t('inbox.botActive')}
        </p>
      )}
      {number && number.status !== 'connected' && (
        <p className="border-t border-line bg-warning-soft px-4 py-1.5 text-center text-xs text-on-warning-soft">
          {t('inbox.compose.offlineNumber', { name: number.name })}
        </p>
      )}
      <Composer
        key={id}
        conversation={conversation}
        deniedReason={denied ?? (contact?.optedOut ? t('inbox.compose.optedOut') : undefined)}
      />
    </section>
  )
}

/** Says that what is on the screen has been read, once for each time that something new came. */
function useMarkRead({ id, unreadCount, lastMessageAt }: Conversation, isAllowed: boolean): void {
  const client = useQueryClient()
  const isVisible = useIsPageVisible()
  const { mutate } = useMutation({
    mutationFn: markRead,
    // Not worth a word: the badge stays, and goes with the next message.
    meta: { showsError: true },
    onSuccess: (changed) => putConversation(client, changed),
  })
  const hasUnread = unreadCount > 0
  useEffect(() => {
    if (hasUnread && isVisible && isAllowed) mutate(id)
  }, [id, hasUnread, lastMessageAt, isVisible, isAllowed, mutate])
}

function BackLink() {
  const [search] = useSearchParams()
  return (
    <Link
      to={{ pathname: '/inbox', search: search.toString() }}
      aria-label={t('inbox.backToList')}
      className="-ms-1 flex size-10 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-hover md:hidden"
    >
      <ArrowLeft className="size-5 rtl:-scale-x-100" aria-hidden />
    </Link>
  )
}
