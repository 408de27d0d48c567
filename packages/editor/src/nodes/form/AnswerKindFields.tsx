import type { AnswerKind, AnswerKindOf } from '@parley/shared'
import { t } from '../../i18n/t.ts'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { ChoiceField, NumberField, SwitchField } from './fields.tsx'
import { ListEditor } from './ListEditor.tsx'
import { type FieldPath, useFieldError, useNodeForm } from './NodeFormContext.ts'
import { newOption } from './newOption.ts'
import { OptionFields } from './OptionFields.tsx'
import { Part } from './Section.tsx'
import { WordsField } from './WordsField.tsx'
import type { LimitOf } from './words/limits.ts'

interface KindProps<Type extends AnswerKind['type']> {
  answer: AnswerKindOf<Type>
  onChange: (answer: AnswerKind) => void
}

/** What can be asked of an answer, by its kind. */
export function AnswerKindFields({
  answer,
  onChange,
}: {
  answer: AnswerKind
  onChange: (answer: AnswerKind) => void
}) {
  switch (answer.type) {
    case 'text':
      return <TextFields answer={answer} onChange={onChange} />
    case 'number':
      return <NumberFields answer={answer} onChange={onChange} />
    case 'email':
      return null
    case 'phone':
      return <PhoneFields answer={answer} onChange={onChange} />
    case 'date':
      return <DateFields answer={answer} onChange={onChange} />
    case 'choice':
      return <ChoiceFields answer={answer} onChange={onChange} />
  }
}

const TextFields = ({ answer, onChange }: KindProps<'text'>) => (
  <div className="grid grid-cols-2 gap-3">
    <NumberField
      label={t('nodes.form.minLength')}
      value={answer.minLength}
      path={['answer', 'minLength']}
      min={1}
      onChange={(minLength) => onChange({ ...answer, minLength: minLength ?? 1 })}
    />
    <NumberField
      label={t('nodes.form.maxLength')}
      value={answer.maxLength}
      path={['answer', 'maxLength']}
      min={1}
      isOptional
      placeholder={t('nodes.form.noLimit')}
      onChange={(maxLength) => onChange({ ...answer, maxLength })}
    />
  </div>
)

const NumberFields = ({ answer, onChange }: KindProps<'number'>) => (
  <>
    <div className="grid grid-cols-2 gap-3">
      <NumberField
        label={t('nodes.form.min')}
        value={answer.min}
        path={['answer', 'min']}
        step="any"
        isOptional
        placeholder={t('nodes.form.noLimit')}
        onChange={(min) => onChange({ ...answer, min })}
      />
      <NumberField
        label={t('nodes.form.max')}
        value={answer.max}
        path={['answer', 'max']}
        step="any"
        isOptional
        placeholder={t('nodes.form.noLimit')}
        onChange={(max) => onChange({ ...answer, max })}
      />
    </div>
    <SwitchField
      label={t('nodes.form.integer')}
      isOn={answer.integer}
      onChange={(integer) => onChange({ ...answer, integer })}
    />
  </>
)

function PhoneFields({ answer, onChange }: KindProps<'phone'>) {
  return (
    <CountryField
      label={t('nodes.form.country')}
      value={answer.defaultCountry}
      path={['answer', 'defaultCountry']}
      onChange={(defaultCountry) => onChange({ ...answer, defaultCountry })}
    />
  )
}

function CountryField({
  label,
  value,
  path,
  onChange,
}: {
  label: string
  value: string
  path: FieldPath
  onChange: (country: string) => void
}) {
  const { isReadOnly } = useNodeForm()
  return (
    <Field label={label} help={t('nodes.form.countryHelp')} error={useFieldError(path)}>
      <Input
        value={value}
        readOnly={isReadOnly}
        maxLength={2}
        autoCapitalize="characters"
        onChange={(event) => onChange(event.target.value.toUpperCase().trim())}
      />
    </Field>
  )
}

const ORDERS = ['flow', 'dayFirst', 'monthFirst'] as const

const DateFields = ({ answer, onChange }: KindProps<'date'>) => (
  <>
    <ChoiceField
      label={t('nodes.form.dateOrder')}
      value={answer.order}
      options={ORDERS.map((value) => ({ value, label: t(`nodes.form.dateOrders.${value}`) }))}
      onChange={(order) => onChange({ ...answer, order })}
    />
    <div className="grid grid-cols-2 gap-3">
      <DateField
        label={t('nodes.form.earliest')}
        value={answer.min}
        onChange={(min) => onChange({ ...answer, min })}
      />
      <DateField
        label={t('nodes.form.latest')}
        value={answer.max}
        onChange={(max) => onChange({ ...answer, max })}
      />
    </div>
  </>
)

function DateField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string | null
  onChange: (date: string | null) => void
}) {
  const { isReadOnly } = useNodeForm()
  return (
    <Field label={label}>
      <Input
        type="date"
        value={value ?? ''}
        readOnly={isReadOnly}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </Field>
  )
}

const SHOWN_AS = ['buttons', 'list', 'numbers'] as const
const TITLE_LIMITS: Readonly<Record<(typeof SHOWN_AS)[number], LimitOf>> = {
  buttons: ({ buttons }) => buttons?.title,
  list: ({ list }) => list?.rowTitle,
  numbers: () => null,
}

function ChoiceFields({ answer, onChange }: KindProps<'choice'>) {
  return (
    <>
      <Part title={t('nodes.form.options')}>
        <ListEditor
          label={t('nodes.form.options')}
          items={answer.options}
          onChange={(options) => onChange({ ...answer, options: [...options] })}
          addLabel={t('nodes.form.addOption')}
          newItem={newOption}
          min={1}
          max={100}
          keyOf={({ id }) => id}
          titleOf={({ title }) => title}
          renderItem={(option, index, replace) => (
            <OptionFields
              option={option}
              label={t('nodes.form.optionTitle', { number: index + 1 })}
              path={['answer', 'options', index]}
              limit={TITLE_LIMITS[answer.shownAs]}
              onChange={replace}
            >
              <WordsField
                label={t('nodes.form.optionValue', { number: index + 1 })}
                help={t('nodes.form.optionValueHelp')}
                value={option.value}
                path={['answer', 'options', index, 'value']}
                isPlain
                onChange={(value) => replace({ ...option, value })}
              />
            </OptionFields>
          )}
        />
      </Part>
      <ChoiceField
        label={t('nodes.form.shownAs')}
        value={answer.shownAs}
        options={SHOWN_AS.map((value) => ({ value, label: t(`nodes.form.shownAsKinds.${value}`) }))}
        onChange={(shownAs) => onChange({ ...answer, shownAs })}
      />
      {answer.shownAs === 'list' && (
        <WordsField
          label={t('nodes.form.listButton')}
          value={answer.buttonText}
          path={['answer', 'buttonText']}
          limit={({ list }) => list?.buttonText}
          onChange={(buttonText) => onChange({ ...answer, buttonText })}
        />
      )}
    </>
  )
}
