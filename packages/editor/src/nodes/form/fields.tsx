import { WEEKDAYS, type Weekday } from '@parley/shared'
import type { ReactNode } from 'react'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { type FieldPath, useFieldError, useNodeForm } from './NodeFormContext.ts'

/** One of a few values. */
export function ChoiceField<Value extends string>({
  label,
  value,
  onChange,
  options,
  path,
  help,
  isLabelHidden = false,
}: {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly SelectOption<Value>[]
  path?: FieldPath
  help?: ReactNode
  isLabelHidden?: boolean
}) {
  const { isReadOnly } = useNodeForm()
  return (
    <Field label={label} help={help} error={useFieldError(path)} isLabelHidden={isLabelHidden}>
      <Select
        value={value}
        onValueChange={onChange}
        options={options}
        isDisabled={isReadOnly}
        {...(isLabelHidden && { label })}
      />
    </Field>
  )
}

/** A number; an empty box means null where that is allowed. */
export function NumberField({
  label,
  value,
  onChange,
  path,
  help,
  unit,
  min,
  max,
  step,
  placeholder,
  isOptional = false,
  isLabelHidden = false,
  className,
}: {
  label: string
  value: number | null
  onChange: (value: number | null) => void
  path?: FieldPath
  help?: ReactNode
  /** Word after the box. */
  unit?: string
  min?: number
  max?: number
  step?: number | 'any'
  placeholder?: string
  isOptional?: boolean
  isLabelHidden?: boolean
  className?: string
}) {
  const { isReadOnly } = useNodeForm()
  return (
    <Field
      label={label}
      help={help}
      error={useFieldError(path)}
      isLabelHidden={isLabelHidden}
      className={cn(className)}
    >
      <span className="flex items-center gap-2">
        <Input
          type="number"
          value={value ?? ''}
          min={min}
          max={max}
          step={step}
          placeholder={placeholder}
          readOnly={isReadOnly}
          onChange={(event) => {
            const next = event.target.value === '' ? null : event.target.valueAsNumber
            if (next === null && !isOptional) onChange(min ?? 0)
            else if (next === null || Number.isFinite(next)) onChange(next)
          }}
        />
        {unit && <span className="text-sm text-ink-muted">{unit}</span>}
      </span>
    </Field>
  )
}

/** Something that is on or off. */
export function SwitchField(props: {
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
  description?: ReactNode
}) {
  const { isReadOnly } = useNodeForm()
  return <Switch {...props} isDisabled={isReadOnly} />
}

const UNITS = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 } as const
type Unit = keyof typeof UNITS

/** A length of time kept in seconds, shown in the largest unit that divides it. */
export function DurationField({
  label,
  seconds,
  onChange,
  path,
}: {
  label: string
  seconds: number
  onChange: (seconds: number) => void
  path?: FieldPath
}) {
  const { isReadOnly } = useNodeForm()
  const unit = unitOf(seconds)
  return (
    <Field label={label} name={path?.join('.')} error={useFieldError(path)}>
      <span className="flex gap-2">
        <Input
          type="number"
          min={1}
          className="w-24"
          value={seconds / UNITS[unit]}
          readOnly={isReadOnly}
          onChange={(event) => {
            const amount = event.target.valueAsNumber
            if (amount > 0) onChange(Math.round(amount * UNITS[unit]))
          }}
        />
        <Select
          label={t('nodes.form.unit')}
          value={unit}
          isDisabled={isReadOnly}
          options={unitOptions()}
          onValueChange={(next: Unit) => onChange((seconds / UNITS[unit]) * UNITS[next])}
        />
      </span>
    </Field>
  )
}

const unitOf = (seconds: number): Unit => {
  if (seconds > 0 && seconds % UNITS.days === 0) return 'days'
  if (seconds > 0 && seconds % UNITS.hours === 0) return 'hours'
  return seconds > 0 && seconds % UNITS.minutes === 0 ? 'minutes' : 'seconds'
}

export const unitOptions = (): readonly SelectOption<Unit>[] =>
  (['seconds', 'minutes', 'hours', 'days'] as const).map((value) => ({
    value,
    label: t(`nodes.form.units.${value}`),
  }))

/** Days of the week as buttons to press. */
export function WeekdaysField({
  value,
  onChange,
}: {
  value: readonly Weekday[]
  onChange: (days: Weekday[]) => void
}) {
  const { isReadOnly } = useNodeForm()
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-[0.8125rem] font-medium text-ink">
        {t('nodes.form.days')}
      </legend>
      <div className="flex flex-wrap gap-1">
        {WEEKDAYS.map((day) => {
          const isOn = value.includes(day)
          return (
            <button
              key={day}
              type="button"
              aria-pressed={isOn}
              disabled={isReadOnly}
              onClick={() =>
                onChange(WEEKDAYS.filter((each) => (each === day ? !isOn : value.includes(each))))
              }
              className={cn(
                'h-8 min-w-10 rounded-control border px-2 text-[0.8125rem] pointer-coarse:h-10',
                isOn
                  ? 'border-primary bg-primary-soft font-medium text-on-primary-soft'
                  : 'border-line text-ink-muted hover:bg-hover',
              )}
            >
              {t(`nodes.form.weekdays.${day}`)}
            </button>
          )
        })}
      </div>
      <p className="text-[0.8125rem] text-ink-muted">{t('nodes.form.daysHelp')}</p>
    </fieldset>
  )
}

/** A time of day, HH:MM. */
export function TimeField({
  label,
  value,
  onChange,
  path,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  path?: FieldPath
}) {
  const { isReadOnly } = useNodeForm()
  return (
    <Field label={label} name={path?.join('.')} error={useFieldError(path)}>
      <Input
        type="time"
        value={value}
        readOnly={isReadOnly}
        onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
      />
    </Field>
  )
}

/** Several words in one box, with a separator between them; kept as typed while the box has the focus. */
export function LinesField({
  label,
  values,
  onChange,
  path,
  help,
  placeholder,
}: {
  label: string
  values: readonly string[]
  onChange: (values: string[]) => void
  path?: FieldPath
  help?: ReactNode
  placeholder?: string
}) {
  const { isReadOnly } = useNodeForm()
  return (
    <Field label={label} name={path?.join('.')} help={help} error={useFieldError(path)}>
      <Textarea
        rows={Math.min(8, Math.max(2, values.length))}
        readOnly={isReadOnly}
        placeholder={placeholder}
        dir="auto"
        value={values.join('\n')}
        onChange={(event) => onChange(event.target.value.split('\n'))}
        onBlur={() => {
          const kept = values.filter((value) => value.trim() !== '')
          if (kept.length !== values.length) onChange(kept)
        }}
      />
    </Field>
  )
}
