import { type AssignedValue, CONTACT_LANGUAGE } from '@parley/shared'
import { Variable } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { Select } from '../ui/Select.tsx'
import { LINE, Name } from './card/parts.tsx'
import { ChoiceField } from './form/fields.tsx'
import { ListEditor } from './form/ListEditor.tsx'
import { type FieldPath, useNodeForm } from './form/NodeFormContext.ts'
import { SaveAsField } from './form/SaveAsField.tsx'
import { Part } from './form/Section.tsx'
import { WordsField } from './form/WordsField.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

const MAX_LINES = 4

export const setVariable = defineLook<'setVariable'>({
  icon: Variable,
  Card,
  cardHeight: ({ assignments }) => Math.min(MAX_LINES, Math.max(1, assignments.length)) * LINE,
  Form,
})

function Card({ data }: CardProps<'setVariable'>) {
  return data.assignments.slice(0, MAX_LINES).map(({ name, value }, index) => (
    <p key={index} className="flex h-6 items-center gap-1.5 text-xs text-ink-muted">
      <Name>{name || '…'}</Name>
      <span className="min-w-0 truncate" dir="auto">
        {value.type === 'clear' ? t('nodes.card.cleared') : `= ${shownValue(value)}`}
      </span>
    </p>
  ))
}

function shownValue(value: AssignedValue): string {
  switch (value.type) {
    case 'text':
      return value.text
    case 'number':
      return String(value.number)
    case 'boolean':
      return value.boolean ? t('nodes.form.yes') : t('nodes.form.no')
    case 'json':
      return value.json
    case 'expression':
      return value.expression
    case 'clear':
      return ''
  }
}

type Kind = AssignedValue['type']
const NEW: { readonly [Type in Kind]: AssignedValue } = {
  text: { type: 'text', text: '' },
  number: { type: 'number', number: 0 },
  boolean: { type: 'boolean', boolean: true },
  json: { type: 'json', json: '[]' },
  expression: { type: 'expression', expression: '' },
  clear: { type: 'clear' },
}
// The keys of a record over Kind are its members.
const KINDS = Object.keys(NEW) as readonly Kind[]

function Form({ data, change }: FormProps<'setVariable'>) {
  const { isReadOnly } = useNodeForm()
  return (
    <Part title={t('nodes.form.assignments')}>
      <ListEditor
        label={t('nodes.form.assignments')}
        items={data.assignments}
        onChange={(assignments) => change({ assignments: [...assignments] })}
        addLabel={t('nodes.form.addAssignment')}
        newItem={() => ({ name: '', value: NEW.text })}
        min={1}
        max={50}
        keyOf={(_, index) => String(index)}
        titleOf={({ name }) => name}
        renderItem={(assignment, index, replace) => (
          <>
            <SaveAsField
              label={t('nodes.form.assignmentName', { number: index + 1 })}
              isLabelHidden
              hasHelp={false}
              others={[
                { name: CONTACT_LANGUAGE, label: t('nodes.form.systemVariables.contactLanguage') },
              ]}
              value={assignment.name}
              path={['assignments', index, 'name']}
              onChange={(name) => replace({ ...assignment, name })}
            />
            <Select
              label={t('nodes.form.assignmentKind', { number: index + 1 })}
              size="sm"
              value={assignment.value.type}
              isDisabled={isReadOnly}
              options={KINDS.map((value) => ({
                value,
                label: t(`nodes.form.assignmentKinds.${value}`),
              }))}
              onValueChange={(kind) => replace({ ...assignment, value: NEW[kind] })}
            />
            <ValueField
              label={t('nodes.form.assignmentValue', { number: index + 1 })}
              value={assignment.value}
              path={['assignments', index, 'value']}
              onChange={(value) => replace({ ...assignment, value })}
            />
          </>
        )}
      />
    </Part>
  )
}

function ValueField({
  label,
  value,
  path,
  onChange,
}: {
  label: string
  value: AssignedValue
  path: FieldPath
  onChange: (value: AssignedValue) => void
}) {
  const shared = { label, isLabelHidden: true }
  switch (value.type) {
    case 'clear':
      return null
    case 'boolean':
      return (
        <ChoiceField
          {...shared}
          value={value.boolean ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('nodes.form.yes') },
            { value: 'no', label: t('nodes.form.no') },
          ]}
          onChange={(chosen) => onChange({ type: 'boolean', boolean: chosen === 'yes' })}
        />
      )
    case 'number':
      return (
        <WordsField
          {...shared}
          value={String(value.number)}
          path={[...path, 'number']}
          onChange={(typed) => onChange({ type: 'number', number: toNumber(typed) })}
        />
      )
    case 'text':
      return (
        <WordsField
          {...shared}
          value={value.text}
          path={[...path, 'text']}
          isMultiline
          rows={2}
          onChange={(text) => onChange({ type: 'text', text })}
        />
      )
    case 'json':
      return (
        <WordsField
          {...shared}
          value={value.json}
          path={[...path, 'json']}
          isMultiline
          isCode
          onChange={(json) => onChange({ type: 'json', json })}
        />
      )
    case 'expression':
      return (
        <WordsField
          {...shared}
          placeholder={t('nodes.form.expressionPlaceholder')}
          value={value.expression}
          path={[...path, 'expression']}
          isCode
          isExpression
          onChange={(expression) => onChange({ type: 'expression', expression })}
        />
      )
  }
}

/** A plain number as one; anything else (a template, or half a number) stays text. */
const toNumber = (typed: string): number | string =>
  /^-?\d+(\.\d*[1-9])?$/u.test(typed) ? Number(typed) : typed
