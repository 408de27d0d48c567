import '../../i18n/withContactTexts.ts'
import type { Contact } from '@parley/shared/api'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus, SearchX, Trash2, Users, X } from 'lucide-react'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useDenied } from '../../api/access.ts'
import { contactQuery, contactsQuery, deleteContact } from '../../api/contacts.ts'
import { itemsOf } from '../../api/pages.ts'
import { formatAgo } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchInput } from '../../ui/Input.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { PageBody, PageHeader } from '../../ui/PageHeader.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { ShowMore } from '../../ui/ShowMore.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { toast } from '../../ui/toast.ts'
import { ContactDetails } from './ContactDetails.tsx'
import { contactName } from './contactName.ts'

const AddContactDialog = lazy(async () => ({
  default: (await import('./AddContactDialog.tsx')).AddContactDialog,
}))

/** Everybody who has written, with what flows know about them. */
export function ContactsPage() {
  const [search, setSearch] = useSearchParams()
  const [words, setWords] = useState('')
  const searched = useDeferredValue(words.trim())
  const [isAdding, setAdding] = useState(false)
  const denied = useDenied('agent')
  const tag = search.get('tag') ?? undefined
  const openId = search.get('contact')
  const list = useInfiniteQuery({
    ...contactsQuery({ search: searched || undefined, tag }),
    // While one types, the list stays instead of flickering.
    placeholderData: (before) => before,
  })
  const { data, error, isPending, refetch } = list
  const contacts = itemsOf(data)
  const open = (contactId: string | null) =>
    setSearch({ ...(tag && { tag }), ...(contactId && { contact: contactId }) })
  const isFiltered = searched !== '' || tag !== undefined

  return (
    <PageBody>
      <PageHeader
        title={t('contacts.title')}
        description={t('contacts.description')}
        actions={
          <Button
            variant="primary"
            icon={<Plus />}
            disabledReason={denied}
            onClick={() => setAdding(true)}
          >
            {t('contacts.add')}
          </Button>
        }
      />
      {error && !data ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Skeleton className="h-72 rounded-card" />
      ) : contacts.length === 0 && !isFiltered ? (
        <EmptyState icon={<Users />} title={t('contacts.empty.title')}>
          {t('contacts.empty.help')}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <SearchInput
              className="w-full sm:w-80"
              label={t('contacts.search')}
              value={words}
              onValueChange={setWords}
            />
            {tag && (
              <Button
                size="sm"
                icon={<X />}
                onClick={() => setSearch({})}
                title={t('contacts.clearTag')}
              >
                {t('contacts.tagFilter', { tag })}
              </Button>
            )}
          </div>
          {contacts.length === 0 ? (
            <EmptyState icon={<SearchX />} title={t('contacts.noMatch')} />
          ) : (
            <Table
              label={t('contacts.title')}
              columns={columns(open)}
              rows={contacts}
              rowKey={({ id }) => id}
              onRowClick={({ id }) => open(id)}
            />
          )}
          <ShowMore list={list} />
        </>
      )}
      {isAdding && (
        <Suspense>
          <AddContactDialog onClose={() => setAdding(false)} onAdded={({ id }) => open(id)} />
        </Suspense>
      )}
      <Sheet isOpen={openId !== null} onOpenChange={() => open(null)} title={t('contacts.details')}>
        {openId && <OpenContact contactId={openId} onGone={() => open(null)} />}
      </Sheet>
    </PageBody>
  )
}

const columns = (open: (contactId: string) => void): readonly Column<Contact>[] => [
  {
    id: 'name',
    header: t('contacts.name'),
    cell: (contact) => (
      <div className="flex items-center gap-3">
        <Avatar name={contactName(contact)} size="sm" />
        <button
          type="button"
          className="max-w-56 truncate rounded font-medium hover:underline"
          onClick={(event) => {
            event.stopPropagation()
            open(contact.id)
          }}
        >
          <bdi>{contactName(contact)}</bdi>
        </button>
        {contact.isTestContact && <Badge tone="info">{t('contacts.testContact')}</Badge>}
        {contact.optedOut && <Badge tone="warning">{t('contacts.optedOutBadge')}</Badge>}
      </div>
    ),
  },
  {
    id: 'phone',
    header: t('contacts.phone'),
    className: 'whitespace-nowrap text-ink-muted',
    cell: ({ phone }) => <bdi dir="ltr">{phone || t('contacts.noPhone')}</bdi>,
  },
  {
    id: 'tags',
    header: t('contacts.tags'),
    className: 'max-sm:hidden',
    cell: ({ tags }) => (
      <div className="flex max-w-72 flex-wrap gap-1">
        {tags.map((each) => (
          <Badge key={each} tone="primary">
            {each}
          </Badge>
        ))}
      </div>
    ),
  },
  {
    id: 'lastMessage',
    header: t('contacts.lastMessage'),
    align: 'end',
    className: 'whitespace-nowrap text-ink-muted max-sm:hidden',
    cell: ({ lastMessageAt }) =>
      lastMessageAt ? formatAgo(Date.parse(lastMessageAt)) : t('contacts.never'),
  },
]

function OpenContact({ contactId, onGone }: { contactId: string; onGone: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const denied = useDenied('agent')
  const client = useQueryClient()
  const navigate = useNavigate()
  const contact = client.getQueryData(contactQuery(contactId).queryKey)
  const name = contact ? contactName(contact) : ''
  const remove = useMutation({
    mutationFn: () => deleteContact(contactId),
    onSuccess: async () => {
      toast({ title: t('contacts.deletedContact', { name }) })
      onGone()
      await client.invalidateQueries({ queryKey: ['contacts', 'list'] })
    },
  })
  return (
    <ContactDetails
      contactId={contactId}
      footer={
        <div className="flex flex-wrap justify-between gap-2 border-t border-line pt-4">
          <Button onClick={() => void navigate(`/inbox?contact=${contactId}`)}>
            {t('contacts.openConversation')}
          </Button>
          <Button
            variant="dangerGhost"
            icon={<Trash2 />}
            disabledReason={denied}
            onClick={() => setAsking(true)}
          >
            {t('contacts.delete')}
          </Button>
          <AlertDialog
            isOpen={isAsking}
            onOpenChange={setAsking}
            title={t('contacts.deleteTitle', { name })}
            confirmLabel={t('contacts.delete')}
            onConfirm={() => remove.mutateAsync()}
          >
            {t('contacts.deleteHelp')}
          </AlertDialog>
        </div>
      }
    />
  )
}
