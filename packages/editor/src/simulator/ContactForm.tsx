import '../i18n/withContactTexts.ts'
import type { SimulatedContact } from '@parley/runtime/engine'
import type { ReactNode } from 'react'
import { AttributeEditor } from '../features/contacts/AttributeEditor.tsx'
import { TagEditor } from '../features/contacts/TagEditor.tsx'
import { t } from '../i18n/t.ts'
import { Field } from '../ui/Field.tsx'
import { Input } from '../ui/Input.tsx'
import { LanguageSelect } from '../ui/LanguageSelect.tsx'

/** Who writes: what flows know of a contact can be made up here. */
export function ContactForm({
  contact,
  onChange,
}: {
  contact: SimulatedContact
  onChange: (contact: SimulatedContact) => void
}) {
  const { name, phone, tags, attributes } = contact
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="text-xs text-ink-muted">{t('simulator.contact.help')}</p>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('simulator.contact.name')}>
          <Input
            value={name}
            maxLength={200}
            onChange={(event) => onChange({ ...contact, name: event.target.value })}
          />
        </Field>
        <Field label={t('simulator.contact.phone')}>
          <Input
            value={phone === '' ? '' : `+${phone}`}
            inputMode="tel"
            maxLength={24}
            dir="ltr"
            onChange={(event) =>
              onChange({ ...contact, phone: event.target.value.replace(/\D/gu, '').slice(0, 15) })
            }
          />
        </Field>
      </div>
      <Field label={t('contacts.language')}>
        <LanguageSelect
          value={contact.language ?? ''}
          onChange={(language) => onChange({ ...contact, language })}
        />
      </Field>
      <Group title={t('simulator.contact.tags')}>
        <TagEditor
          tags={tags}
          deniedReason={undefined}
          onAdd={(tag) => onChange({ ...contact, tags: [...tags, tag] })}
          onRemove={(tag) => onChange({ ...contact, tags: tags.filter((each) => each !== tag) })}
        />
      </Group>
      <Group title={t('simulator.contact.attributes')}>
        <AttributeEditor
          attributes={attributes}
          deniedReason={undefined}
          onChange={(attribute, value) => {
            const { [attribute]: _, ...others } = attributes
            onChange({
              ...contact,
              attributes: value === null ? others : { ...others, [attribute]: value },
            })
          }}
        />
      </Group>
    </div>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="flex flex-col gap-1.5">
    <h3 className="text-[0.8125rem] font-medium text-ink">{title}</h3>
    {children}
  </div>
)
