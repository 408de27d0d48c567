import {
  type ConditionRule,
  OPERATOR_VALUES,
  OPERATORS,
  type Operator,
  type Subject,
  WEEKDAYS,
} from '@parley/shared'
import { Trash2 } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { type FieldPath, useFieldError, useNodeForm } from './NodeFormContext.ts'
import { SaveAsField } from './SaveAsField.tsx'
import { WordsField } from './WordsField.tsx'

type Kind = Subject['type']

const NEW_SUBJECT: { readonly [Type in Kind]: Subject } = {
  variable: { type: 'variable', name: '' },
  contact: { type: 'contact', field: 'name' },
  attribute: { type: 'attribute', name: '' },
  tags: { type: 'tags' },
  conversation: { type: 'conversation', field: 'isGroup' },
  time: { type: 'time', field: 'time' },
  text: { type: 'text', template: '' },
}
// The keys of a record over Kind are its members.
const KINDS = Object.keys(NEW_SUBJECT) as readonly Kind[]

/** Comparisons that make sense for tags, and for nothing else. */
const TAG_OPERATORS: readonly Operator[] = ['hasTag', 'hasNotTag', 'isEmpty', 'isNotEmpty']
const FLAG_OPERATORS: readonly Operator[] = ['isTrue', 'isFalse']
const PLAIN_OPERATORS = OPERATORS.filter((each) => each !== 'hasTag' && each !== 'hasNotTag')

const operatorsFor = (subject: Subject): readonly Operator[] => {
  if (subject.type === 'tags') return TAG_OPERATORS
  const isFlag =
    (subject.type === 'conversation' && subject.field === 'isGroup') ||
    (subject.type === 'contact' && subject.field === 'optedOut')
  return isFlag ? FLAG_OPERATORS : PLAIN_OPERATORS
}

/** One comparison: what is looked at, how, and with what. */
export function RuleFields({
  rule,
  path,
  onChange,
  onRemove,
}: {
  rule: ConditionRule
  path: FieldPath
  onChange: (rule: ConditionRule) => void
  onRemove: () => void
}) {
  const { isReadOnly } = useNodeForm()
  const { subject, operator } = rule
  const error = useFieldError([...path, 'values'])
  const setSubject = (next: Subject) => {
    const operators = operatorsFor(next)
    const kept = operators.includes(operator) ? operator : (operators[0] ?? 'equals')
    onChange(withOperator({ ...rule, subject: next }, kept))
  }
  return (
    <div className="flex flex-col gap-1.5 rounded-control bg-sunken p-2">
      <div className="flex items-center gap-1">
        <Select
          label={t('nodes.form.subject')}
          size="sm"
          value={subject.type}
          isDisabled={isReadOnly}
          options={KINDS.map((value) => ({ value, label: t(`nodes.form.subjects.${value}`) }))}
          onValueChange={(kind) => setSubject(NEW_SUBJECT[kind])}
        />
        {!isReadOnly && (
          <IconButton
            size="sm"
            variant="dangerGhost"
            label={t('nodes.form.removeRule')}
            icon={<Trash2 />}
            onClick={onRemove}
          />
        )}
      </div>
      <SubjectFields subject={subject} path={[...path, 'subject']} onChange={setSubject} />
      <Select
        label={t('nodes.form.operator')}
        size="sm"
        value={operator}
        isDisabled={isReadOnly}
        options={operatorsFor(subject).map((value) => ({
          value,
          label: t(`nodes.form.operators.${value}`),
        }))}
        onValueChange={(next) => onChange(withOperator(rule, next))}
      />
      <ValueFields rule={rule} path={[...path, 'values']} onChange={onChange} />
      {error && <p className="text-[0.8125rem] text-danger">{error}</p>}
    </div>
  )
}

/** A rule with another operator takes as many values as that wants. */
function withOperator(rule: ConditionRule, operator: Operator): ConditionRule {
  const wanted = OPERATOR_VALUES[operator]
  const { values } = rule
  if (wanted === 'many') {
    return { ...rule, operator, values: values.length > 0 ? values : [''] }
  }
  return { ...rule, operator, values: Array.from({ length: wanted }, (_, at) => values[at] ?? '') }
}

function SubjectFields({
  subject,
  path,
  onChange,
}: {
  subject: Subject
  path: FieldPath
  onChange: (subject: Subject) => void
}) {
  switch (subject.type) {
    case 'tags':
      return null
    case 'variable':
      return (
        <SaveAsField
          label={t('nodes.form.variable')}
          isLabelHidden
          hasHelp={false}
          value={subject.name}
          path={[...path, 'name']}
          onChange={(name) => onChange({ ...subject, name })}
        />
      )
    case 'attribute':
      return (
        <WordsField
          label={t('nodes.form.attribute')}
          isLabelHidden
          isPlain
          placeholder={t('nodes.form.attribute')}
          value={subject.name}
          path={[...path, 'name']}
          onChange={(name) => onChange({ ...subject, name })}
        />
      )
    case 'text':
      return (
        <WordsField
          label={t('nodes.form.subjects.text')}
          isLabelHidden
          value={subject.template}
          path={[...path, 'template']}
          onChange={(template) => onChange({ ...subject, template })}
        />
      )
    case 'contact':
      return (
        <Part
          value={subject.field}
          options={CONTACT.map((value) => ({
            value,
            label: t(`nodes.form.contactFields.${value}`),
          }))}
          onChange={(field) => onChange({ ...subject, field })}
        />
      )
    case 'conversation':
      return (
        <Part
          value={subject.field}
          options={CONVERSATION.map((value) => ({
            value,
            label: t(`nodes.form.conversationFields.${value}`),
          }))}
          onChange={(field) => onChange({ ...subject, field })}
        />
      )
    case 'time':
      return (
        <Part
          value={subject.field}
          options={TIME.map((value) => ({ value, label: t(`nodes.form.timeFields.${value}`) }))}
          onChange={(field) => onChange({ ...subject, field })}
        />
      )
  }
}

const CONTACT = ['name', 'phone', 'language', 'id', 'optedOut'] as const
const CONVERSATION = ['isGroup', 'channel', 'numberName'] as const
const TIME = ['date', 'time', 'weekday', 'dayOfMonth', 'month', 'hour'] as const

function Part<Value extends string>({
  value,
  options,
  onChange,
}: {
  value: Value
  options: readonly SelectOption<Value>[]
  onChange: (value: Value) => void
}) {
  const { isReadOnly } = useNodeForm()
  return (
    <Select
      label={t('nodes.form.field')}
      size="sm"
      value={value}
      options={options}
      isDisabled={isReadOnly}
      onValueChange={onChange}
    />
  )
}

function ValueFields({
  rule,
  path,
  onChange,
}: {
  rule: ConditionRule
  path: FieldPath
  onChange: (rule: ConditionRule) => void
}) {
  const { values, operator, subject } = rule
  if (OPERATOR_VALUES[operator] === 'many') {
    return (
      <div
        role="presentation"
        onBlur={() => {
          const kept = values.filter((value) => value.trim() !== '')
          if (kept.length !== values.length) onChange({ ...rule, values: kept })
        }}
      >
        <WordsField
          label={t('nodes.form.compareWith')}
          help={t('nodes.form.valuesHelp')}
          value={values.join('\n')}
          path={path}
          isMultiline
          rows={Math.min(8, Math.max(2, values.length))}
          onChange={(next) => onChange({ ...rule, values: next.split('\n') })}
        />
      </div>
    )
  }
  const set = (index: number, value: string) =>
    onChange({ ...rule, values: values.map((each, at) => (at === index ? value : each)) })
  const [first] = values
  if (subject.type === 'time' && subject.field === 'weekday' && values.length === 1) {
    return (
      <Part
        value={WEEKDAYS.find((day) => day === first) ?? 'mon'}
        options={WEEKDAYS.map((value) => ({ value, label: t(`nodes.form.weekdays.${value}`) }))}
        onChange={(day) => set(0, day)}
      />
    )
  }
  return values.map((value, index) => (
    <WordsField
      key={index}
      label={t('nodes.form.value')}
      isLabelHidden
      placeholder={index > 0 ? t('nodes.form.and') : t('nodes.form.value')}
      value={value}
      path={[...path, index]}
      onChange={(next) => set(index, next)}
    />
  ))
}
