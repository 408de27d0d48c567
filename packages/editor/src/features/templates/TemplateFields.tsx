import { TEMPLATE_STATUSES } from '@parley/shared/api'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { Select } from '../../ui/Select.tsx'
import { ButtonFields } from './ButtonFields.tsx'
import { HeaderFields } from './HeaderFields.tsx'
import { PlacesTextarea } from './PlacesTextarea.tsx'
import { nextPlace, placesOf, type TemplateDraft, toTemplateName } from './templateDraft.ts'
import { CATEGORIES, categoryName } from './templateWords.ts'

export interface TemplateFieldsProps {
  draft: TemplateDraft
  change: (patch: Partial<TemplateDraft>) => void
  /** What the server said about a field, by its dotted path. */
  errorOf: (path: string) => string | undefined
  isReadOnly: boolean
}

/** All fields of a template. `isKept`: it is one that exists, whose name and language stay. */
export function TemplateFields({ isKept, ...props }: TemplateFieldsProps & { isKept: boolean }) {
  const { draft, change, errorOf, isReadOnly } = props
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_8rem]">
        <Field
          label={t('templates.name')}
          help={isKept ? t('templates.edit.nameFixed') : t('templates.edit.nameHelp')}
          error={errorOf('name')}
        >
          <Input
            value={draft.name}
            required
            maxLength={512}
            readOnly={isKept || isReadOnly}
            placeholder={t('templates.edit.namePlaceholder')}
            onChange={(event) => change({ name: toTemplateName(event.target.value) })}
          />
        </Field>
        <Field
          label={t('templates.language')}
          help={isKept ? undefined : t('templates.edit.languageHelp')}
          error={errorOf('language')}
        >
          <Input
            value={draft.language}
            required
            maxLength={32}
            readOnly={isKept || isReadOnly}
            placeholder={t('templates.edit.languagePlaceholder')}
            onChange={(event) => change({ language: event.target.value })}
          />
        </Field>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <CategoryField {...props} />
        <Field
          label={t('templates.status')}
          help={t(`templates.statusHelp.${draft.status}`)}
          error={errorOf('status')}
        >
          <Select
            value={draft.status}
            isDisabled={isReadOnly}
            onValueChange={(status) => change({ status })}
            options={TEMPLATE_STATUSES.map((value) => ({
              value,
              label: t(`templates.statuses.${value}`),
            }))}
          />
        </Field>
      </div>
      <HeaderFields {...props} />
      <BodyField {...props} />
      <Field
        label={t('templates.edit.footer')}
        aside={t('common.optional')}
        help={t('templates.edit.footerHelp')}
        error={errorOf('footer')}
      >
        <Input
          value={draft.footer}
          maxLength={1_024}
          readOnly={isReadOnly}
          onChange={(event) => change({ footer: event.target.value })}
        />
      </Field>
      <ButtonFields {...props} />
    </>
  )
}

function CategoryField({ draft, change, errorOf, isReadOnly }: TemplateFieldsProps) {
  const known = CATEGORIES.find((each) => each === draft.category)
  const options = known ? CATEGORIES : [draft.category, ...CATEGORIES]
  return (
    <Field
      label={t('templates.category')}
      help={known && t(`templates.categoryHelp.${known}`)}
      error={errorOf('category')}
    >
      <Select
        value={draft.category}
        isDisabled={isReadOnly}
        onValueChange={(category) => change({ category })}
        options={options.map((value) => ({ value, label: categoryName(value) }))}
      />
    </Field>
  )
}

const EXAMPLE = '{{name}}'

function BodyField({ draft, change, errorOf, isReadOnly }: TemplateFieldsProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const addPlace = () => {
    const at = field.current?.selectionEnd ?? draft.body.length
    const place = `{{${nextPlace(placesOf(draft))}}}`
    change({ body: draft.body.slice(0, at) + place + draft.body.slice(at) })
    field.current?.focus()
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <Field
        className="w-full"
        label={t('templates.edit.body')}
        help={t('templates.edit.bodyHelp', { example: EXAMPLE })}
        error={errorOf('body')}
      >
        <PlacesTextarea
          ref={field}
          rows={5}
          required
          maxLength={4_096}
          dir="auto"
          value={draft.body}
          readOnly={isReadOnly}
          placeholder={t('templates.edit.bodyPlaceholder', { example: EXAMPLE })}
          onChange={(event) => change({ body: event.target.value })}
        />
      </Field>
      {!isReadOnly && (
        <Button size="sm" icon={<Plus />} onClick={addPlace}>
          {t('templates.edit.addPlace')}
        </Button>
      )}
    </div>
  )
}
