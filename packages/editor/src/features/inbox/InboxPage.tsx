import '../../i18n/withInboxTexts.ts'
import { useQuery } from '@tanstack/react-query'
import { MessagesSquare } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { contactQuery } from '../../api/contacts.ts'
import { conversationQuery, findConversationOf } from '../../api/conversations.ts'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingPane } from '../../ui/LoadingPane.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { toast } from '../../ui/toast.ts'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { contactName } from '../contacts/contactName.ts'
import { ConversationList } from './ConversationList.tsx'

const ConversationPane = lazy(async () => ({
  default: (await import('./ConversationPane.tsx')).ConversationPane,
}))
const ContactDetails = lazy(async () => ({
  default: (await import('../contacts/ContactDetails.tsx')).ContactDetails,
}))

/** List, thread, and the contact beside it; on phones one at a time. */
export function InboxPage() {
  const { conversationId } = useParams()
  const isWide = useMediaQuery('(min-width: 80rem)')
  const [areDetailsShown, setDetailsShown] = useState(isWide)
  useConversationOfContact()
  return (
    <div
      className={cn(
        'flex min-h-0 md:h-dvh',
        conversationId
          ? 'h-dvh'
          : 'h-[calc(100dvh-3.5rem-4rem-env(safe-area-inset-bottom)-env(safe-area-inset-top))]',
      )}
    >
      {!conversationId && <title>{`${t('inbox.title')} · ${t('common.appName')}`}</title>}
      <ConversationList
        className={cn('w-full md:w-80 lg:w-88', conversationId && 'hidden md:flex')}
      />
      {conversationId ? (
        <>
          <Suspense fallback={<LoadingPane />}>
            <ConversationPane
              key={conversationId}
              conversationId={conversationId}
              areDetailsShown={areDetailsShown}
              onToggleDetails={() => setDetailsShown(!areDetailsShown)}
            />
          </Suspense>
          <Details
            conversationId={conversationId}
            isWide={isWide}
            isShown={areDetailsShown}
            onClose={() => setDetailsShown(false)}
          />
        </>
      ) : (
        <div className="hidden flex-1 items-center bg-canvas md:flex">
          <EmptyState icon={<MessagesSquare />} title={t('inbox.choose.title')}>
            {t('inbox.choose.help')}
          </EmptyState>
        </div>
      )}
    </div>
  )
}

function Details({
  conversationId,
  isWide,
  isShown,
  onClose,
}: {
  conversationId: string
  isWide: boolean
  isShown: boolean
  onClose: () => void
}) {
  const { data: conversation } = useQuery(conversationQuery(conversationId))
  if (!conversation || !isShown) return null
  const details = (
    <Suspense fallback={<LoadingPane />}>
      <ContactDetails key={conversation.contact.id} contactId={conversation.contact.id} />
    </Suspense>
  )
  if (!isWide) {
    return (
      <Sheet isOpen onOpenChange={onClose} title={t('inbox.details')}>
        {details}
      </Sheet>
    )
  }
  return (
    <aside
      aria-label={t('inbox.details')}
      className="w-80 shrink-0 overflow-y-auto border-s border-line bg-surface p-5"
    >
      {details}
    </aside>
  )
}

/** `/inbox?contact=<id>`: goes to that person's newest conversation, or says that there is none. */
function useConversationOfContact(): void {
  const [search] = useSearchParams()
  const contactId = search.get('contact')
  const navigate = useNavigate()
  const { data: contact } = useQuery({
    ...contactQuery(contactId ?? ''),
    enabled: contactId !== null,
  })
  const { data: conversation, isSuccess } = useQuery({
    queryKey: ['conversations', 'of', contactId],
    queryFn: () => findConversationOf(contactId ?? ''),
    enabled: contactId !== null,
  })
  useEffect(() => {
    if (!contactId || !isSuccess) return
    if (conversation) void navigate(`/inbox/${conversation.id}`, { replace: true })
    else if (contact) {
      toast({ title: t('inbox.noConversation', { name: contactName(contact) }) })
      void navigate('/inbox', { replace: true })
    }
  }, [contactId, isSuccess, conversation, contact, navigate])
}
