import '../../i18n/withContactTexts.ts'
import type { JsonValue } from '@parley/shared'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Input } from '../../ui/Input.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { isAttributeName, parseAttribute, showAttribute } from './attributes.ts'

type Editing = { readonly name: string; readonly value: string; readonly isNew: boolean }

/** What flows know about a contact, by name. */
export function AttributeEditor({
  attributes,
  deniedReason,
  onChange,
}: {
  attributes: Readonly<Record<string, JsonValue>>
  deniedReason: string | undefined
  /** Null takes the attribute away. */
  onChange: (name: string, value: JsonValue) => void
}) {
  const [editing, setEditing] = useState<Editing | null>(null)
  const entries = Object.entries(attributes).sort(([a], [b]) => a.localeCompare(b))
  return (
    <div className="flex flex-col items-start gap-2">
      {entries.length === 0 ? (
        <p className="text-[0.8125rem] text-ink-muted">{t('contacts.noAttributes')}</p>
      ) : (
        <dl className="w-full divide-y divide-line rounded-control border border-line">
          {entries.map(([name, value]) => (
            <div key={name} className="flex items-center gap-2 py-1.5 ps-3 pe-1">
              <div className="min-w-0 flex-1 text-[0.8125rem]">
                <dt className="truncate text-xs text-ink-muted">{name}</dt>
                <dd className="truncate" dir="auto" title={showAttribute(value)}>
                  {showAttribute(value)}
                </dd>
              </div>
              <IconButton
                size="sm"
                label={t('contacts.editAttribute', { name })}
                icon={<Pencil />}
                disabledReason={deniedReason}
                onClick={() => setEditing({ name, value: showAttribute(value), isNew: false })}
              />
              <IconButton
                size="sm"
                variant="dangerGhost"
                label={t('contacts.removeAttribute', { name })}
                icon={<Trash2 />}
                disabledReason={deniedReason}
                onClick={() => onChange(name, null)}
              />
            </div>
          ))}
        </dl>
      )}
      <Button
        size="sm"
        variant="ghost"
        icon={<Plus />}
        disabledReason={deniedReason}
        onClick={() => setEditing({ name: '', value: '', isNew: true })}
      >
        {t('contacts.addAttribute')}
      </Button>
      {editing && (
        <AttributeDialog
          editing={editing}
          onClose={() => setEditing(null)}
          onSave={(name, value) => {
            onChange(name, value)
            setEditing(null)
          }}
        />
      )}
    </div>
  )
}

function AttributeDialog({
  editing,
  onSave,
  onClose,
}: {
  editing: Editing
  onSave: (name: string, value: JsonValue) => void
  onClose: () => void
}) {
  const [name, setName] = useState(editing.name)
  const [value, setValue] = useState(editing.value)
  const [hasTried, setTried] = useState(false)
  const isNameGood = isAttributeName(name)
  return (
    <FormDialog
      size="sm"
      title={editing.isNew ? t('contacts.addAttribute') : t('contacts.editAttribute', { name })}
      submitLabel={t('common.save')}
      onSubmit={() => {
        setTried(true)
        if (isNameGood) onSave(name, parseAttribute(value))
      }}
      onClose={onClose}
    >
      {editing.isNew && (
        <Field
          label={t('contacts.attributeName')}
          help={t('contacts.attributeNameHelp')}
          error={hasTried && !isNameGood ? t('contacts.attributeNameBad') : undefined}
        >
          <Input
            value={name}
            required
            maxLength={64}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      )}
      <Field label={t('contacts.attributeValue')}>
        <Textarea value={value} rows={2} onChange={(event) => setValue(event.target.value)} />
      </Field>
    </FormDialog>
  )
}
