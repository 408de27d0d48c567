import '../../i18n/withContactTexts.ts'
import type { Contact, UpdateContactRequest } from '@parley/shared/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useDenied } from '../../api/access.ts'
import { contactQuery, updateContact } from '../../api/contacts.ts'
import { formatAgo, formatDate } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LanguageSelect } from '../../ui/LanguageSelect.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { RenameDialog } from '../../ui/RenameDialog.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { AttributeEditor } from './AttributeEditor.tsx'
import { contactName } from './contactName.ts'
import { TagEditor } from './TagEditor.tsx'

/** Everything about a contact, each part changed on its own and saved at once. */
export function ContactDetails({ contactId, footer }: { contactId: string; footer?: ReactNode }) {
  const { data: contact, error, refetch } = useQuery(contactQuery(contactId))
  if (error && !contact)
    return <LoadError size="panel" error={error} onRetry={() => void refetch()} />
  if (!contact) return <DetailsSkeleton />
  return <Details contact={contact} footer={footer} />
}

function Details({ contact, footer }: { contact: Contact; footer: ReactNode }) {
  const [isRenaming, setRenaming] = useState(false)
  const denied = useDenied('agent')
  const client = useQueryClient()
  const update = useMutation({
    mutationFn: (changes: UpdateContactRequest) => updateContact(contact.id, changes),
    onSuccess: (changed) => {
      client.setQueryData(contactQuery(contact.id).queryKey, changed)
      void client.invalidateQueries({ queryKey: ['contacts', 'list'] })
      void client.invalidateQueries({ queryKey: ['conversations'] })
    },
  })
  const name = contactName(contact)
  return (
    <div className="flex flex-col gap-6">
      <div className="flex items-center gap-4">
        <Avatar name={name} size="lg" />
        <div className="min-w-0 flex-1">
          <p className="truncate text-base font-semibold" dir="auto">
            {name}
          </p>
          <p className="text-[0.8125rem] text-ink-muted">
            {contact.phone ? <bdi dir="ltr">{contact.phone}</bdi> : t('contacts.noPhone')}
          </p>
        </div>
        <IconButton
          label={t('common.rename')}
          icon={<Pencil />}
          disabledReason={denied}
          onClick={() => setRenaming(true)}
        />
      </div>
      <Section title={t('contacts.tags')}>
        <TagEditor
          tags={contact.tags}
          deniedReason={denied}
          onAdd={(tag) => update.mutate({ addTags: [tag] })}
          onRemove={(tag) => update.mutate({ removeTags: [tag] })}
        />
      </Section>
      <Section title={t('contacts.attributes')}>
        <AttributeEditor
          attributes={contact.attributes}
          deniedReason={denied}
          onChange={(attribute, value) => update.mutate({ attributes: { [attribute]: value } })}
        />
      </Section>
      <Section title={t('contacts.language')}>
        <LanguageSelect
          label={t('contacts.language')}
          value={contact.language}
          isDisabled={Boolean(denied)}
          onChange={(language) => update.mutate({ language })}
        />
      </Section>
      <Switch
        label={t('contacts.optedOut')}
        description={t('contacts.optedOutHelp')}
        isOn={contact.optedOut}
        isDisabled={Boolean(denied)}
        onChange={(optedOut) => update.mutate({ optedOut })}
      />
      <Switch
        label={t('contacts.testContact')}
        description={t('contacts.testContactHelp')}
        isOn={contact.isTestContact}
        isDisabled={Boolean(denied)}
        onChange={(isTestContact) => update.mutate({ isTestContact })}
      />
      <dl className="grid grid-cols-2 gap-3 border-t border-line pt-4 text-[0.8125rem]">
        <div>
          <dt className="text-ink-muted">{t('contacts.since')}</dt>
          <dd className="mt-0.5">{formatDate(Date.parse(contact.createdAt))}</dd>
        </div>
        <div>
          <dt className="text-ink-muted">{t('contacts.lastMessage')}</dt>
          <dd className="mt-0.5">
            {contact.lastMessageAt
              ? formatAgo(Date.parse(contact.lastMessageAt))
              : t('contacts.never')}
          </dd>
        </div>
      </dl>
      {footer}
      {isRenaming && (
        <RenameDialog
          title={t('common.rename')}
          label={t('contacts.name')}
          name={contact.name}
          maxLength={200}
          isBusy={update.isPending}
          onSave={(newName) =>
            update.mutate({ name: newName }, { onSuccess: () => setRenaming(false) })
          }
          onClose={() => setRenaming(false)}
        />
      )}
    </div>
  )
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="mb-2 text-xs font-semibold tracking-wide text-ink-muted">{title}</h3>
    {children}
  </section>
)

const DetailsSkeleton = () => (
  <div className="flex flex-col gap-6">
    <div className="flex items-center gap-4">
      <Skeleton className="size-14 rounded-full" />
      <div className="flex flex-1 flex-col gap-2">
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-3 w-1/2" />
      </div>
    </div>
    <Skeleton className="h-16" />
    <Skeleton className="h-24" />
  </div>
)
