import { useId } from 'react'
import { t } from '../../i18n/t.ts'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { type FieldPath, useFieldError, useNodeForm } from './NodeFormContext.ts'

/** The name of a variable that takes something; names that the flow uses already are offered. */
export function SaveAsField({
  label,
  value,
  onChange,
  path,
  hasHelp = true,
  isLabelHidden = false,
  others = [],
}: {
  label: string
  value: string
  onChange: (value: string) => void
  path: FieldPath
  hasHelp?: boolean
  isLabelHidden?: boolean
  /** What else can be set, besides variables. */
  others?: readonly { readonly name: string; readonly label: string }[]
}) {
  const { variables, isReadOnly } = useNodeForm()
  const error = useFieldError(path)
  const listId = useId()
  return (
    <Field
      label={label}
      name={path.join('.')}
      error={error}
      isLabelHidden={isLabelHidden}
      help={hasHelp && value !== '' && t('nodes.form.saveAsHelp', { example: `{{ ${value} }}` })}
    >
      <Input
        value={value}
        list={listId}
        readOnly={isReadOnly}
        placeholder={t('nodes.form.saveAsPlaceholder')}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        className="font-mono md:text-[0.8125rem]"
        // A space is what people type between two words; a name has none.
        onChange={(event) => onChange(event.target.value.replace(/\s+/gu, '_'))}
      />
      <datalist id={listId}>
        {variables
          .filter(({ name }) => !name.includes('.') && name !== 'now' && name !== 'today')
          .map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        {others.map((other) => (
          <option key={other.name} value={other.name}>
            {other.label}
          </option>
        ))}
      </datalist>
    </Field>
  )
}
