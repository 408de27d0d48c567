import { Plus, Trash2 } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Input } from '../../ui/Input.tsx'
import { Select } from '../../ui/Select.tsx'
import type { TemplateFieldsProps } from './TemplateFields.tsx'
import { BUTTON_KINDS, type ButtonDraft, newButton } from './templateDraft.ts'

const MAX_BUTTONS = 10

/** The buttons under the text. */
export function ButtonFields({ draft, change, errorOf, isReadOnly }: TemplateFieldsProps) {
  const { buttons } = draft
  const replace = (index: number, patch: Partial<ButtonDraft>) =>
    change({
      buttons: buttons.map((each, at) => (at === index ? { ...each, ...patch } : each)),
    })
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-[0.8125rem] font-medium text-ink">
        {t('templates.edit.buttons')}
      </legend>
      <p className="text-[0.8125rem] text-ink-muted">{t('templates.edit.buttonsHelp')}</p>
      {errorOf('buttons') && (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {errorOf('buttons')}
        </p>
      )}
      {buttons.map((button, index) => (
        <OneButton
          // Buttons are only added and removed, and have no other name.
          key={index}
          button={button}
          index={index}
          errorOf={errorOf}
          isReadOnly={isReadOnly}
          onChange={(patch) => replace(index, patch)}
          onRemove={() => change({ buttons: buttons.filter((_, at) => at !== index) })}
        />
      ))}
      {!isReadOnly && buttons.length < MAX_BUTTONS && (
        <Button
          size="sm"
          className="self-start"
          icon={<Plus />}
          onClick={() => change({ buttons: [...buttons, newButton()] })}
        >
          {t('templates.edit.addButton')}
        </Button>
      )}
    </fieldset>
  )
}

function OneButton({
  button,
  index,
  errorOf,
  isReadOnly,
  onChange,
  onRemove,
}: Pick<TemplateFieldsProps, 'errorOf' | 'isReadOnly'> & {
  button: ButtonDraft
  index: number
  onChange: (patch: Partial<ButtonDraft>) => void
  onRemove: () => void
}) {
  const number = index + 1
  return (
    <div className="flex items-start gap-2 rounded-card border border-line bg-surface p-3">
      <div className="grid min-w-0 flex-1 items-start gap-2 sm:grid-cols-2">
        <Select
          label={t('templates.edit.buttonKind', { number })}
          value={button.type}
          isDisabled={isReadOnly}
          onValueChange={(type) => onChange({ type })}
          options={BUTTON_KINDS.map((value) => ({
            value,
            label: t(`templates.edit.buttonKinds.${value}`),
          }))}
        />
        <Field
          label={t('templates.edit.buttonText', { number })}
          isLabelHidden
          error={errorOf(`buttons.${index}.text`)}
        >
          <Input
            value={button.text}
            maxLength={100}
            readOnly={isReadOnly}
            placeholder={t('templates.edit.buttonText', { number })}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        </Field>
        {button.type === 'url' && (
          <Field
            className="sm:col-span-2"
            label={t('templates.edit.buttonUrl', { number })}
            isLabelHidden
            error={errorOf(`buttons.${index}.url`)}
          >
            <Input
              // No field of type URL: places may stand in it.
              inputMode="url"
              value={button.url}
              maxLength={2_000}
              readOnly={isReadOnly}
              placeholder={t('templates.edit.headerUrlPlaceholder')}
              onChange={(event) => onChange({ url: event.target.value })}
            />
          </Field>
        )}
        {button.type === 'phone' && (
          <Field
            className="sm:col-span-2"
            label={t('templates.edit.buttonPhone', { number })}
            isLabelHidden
            error={errorOf(`buttons.${index}.phone`)}
          >
            <Input
              type="tel"
              value={button.phone}
              maxLength={32}
              readOnly={isReadOnly}
              placeholder={t('numberWords.phonePlaceholder')}
              onChange={(event) => onChange({ phone: event.target.value })}
            />
          </Field>
        )}
      </div>
      {!isReadOnly && (
        <IconButton
          size="sm"
          variant="dangerGhost"
          label={t('templates.edit.removeButton', { number })}
          icon={<Trash2 />}
          onClick={onRemove}
        />
      )}
    </div>
  )
}
