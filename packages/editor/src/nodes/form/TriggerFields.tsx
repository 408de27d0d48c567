import type { NodeData } from '@parley/shared'
import { Trash2 } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { Field } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Input } from '../../ui/Input.tsx'
import {
  ChoiceField,
  LinesField,
  NumberField,
  SwitchField,
  TimeField,
  WeekdaysField,
} from './fields.tsx'
import { type FieldPath, useFieldError, useNodeForm } from './NodeFormContext.ts'

type Trigger = NodeData<'start'>['triggers'][number]
type Match = Extract<Trigger, { type: 'keyword' }>['match']
const MATCHES: readonly Match[] = ['exact', 'startsWith', 'contains', 'regex']

/** One trigger of a start node. */
export function TriggerFields({
  trigger,
  path,
  onChange,
  onRemove,
}: {
  trigger: Trigger
  path: FieldPath
  onChange: (trigger: Trigger) => void
  onRemove: () => void
}) {
  const { isReadOnly } = useNodeForm()
  const { activeHours } = trigger
  return (
    <section className="flex flex-col gap-3 rounded-control border border-line p-3">
      <div className="flex items-center justify-between gap-2">
        <h4 className="text-[0.8125rem] font-semibold text-ink">
          {t(`nodes.form.triggerKinds.${trigger.type}`)}
        </h4>
        {!isReadOnly && (
          <IconButton
            size="sm"
            variant="dangerGhost"
            label={t('nodes.form.removeTrigger')}
            icon={<Trash2 />}
            onClick={onRemove}
          />
        )}
      </div>
      {trigger.type === 'keyword' ? (
        <>
          <ChoiceField
            label={t('nodes.form.wordMatch')}
            value={trigger.match}
            options={MATCHES.map((value) => ({
              value,
              label: t(`nodes.form.wordMatches.${value}`),
            }))}
            onChange={(match) => onChange({ ...trigger, match })}
          />
          <LinesField
            label={t('nodes.form.words')}
            values={trigger.words}
            path={[...path, 'words']}
            help={t(trigger.match === 'regex' ? 'nodes.form.patternsHelp' : 'nodes.form.wordsHelp')}
            onChange={(words) => onChange({ ...trigger, words })}
          />
        </>
      ) : (
        <p className="text-[0.8125rem] text-ink-muted">
          {t(`nodes.form.triggerHelp.${trigger.type}`)}
        </p>
      )}
      <details open={trigger.interrupts || trigger.groups || activeHours !== null}>
        <summary className="w-fit cursor-pointer rounded-md text-xs text-ink-faint hover:text-ink">
          {t('nodes.form.advanced')}
        </summary>
        <div className="flex flex-col gap-3 pt-3">
          <SwitchField
            label={t('nodes.form.interrupts')}
            description={t('nodes.form.interruptsHelp')}
            isOn={trigger.interrupts}
            onChange={(interrupts) => onChange({ ...trigger, interrupts })}
          />
          <SwitchField
            label={t('nodes.form.groups')}
            isOn={trigger.groups}
            onChange={(groups) => onChange({ ...trigger, groups })}
          />
          <NumberField
            label={t('nodes.form.priority')}
            help={t('nodes.form.priorityHelp')}
            value={trigger.priority}
            path={[...path, 'priority']}
            step={1}
            onChange={(priority) => onChange({ ...trigger, priority: Math.round(priority ?? 0) })}
          />
          <SwitchField
            label={t('nodes.form.activeHours')}
            isOn={activeHours !== null}
            onChange={(isOn) =>
              onChange({
                ...trigger,
                activeHours: isOn ? { timeZone: '', days: [], from: '09:00', to: '18:00' } : null,
              })
            }
          />
          {activeHours && (
            <ActiveHoursFields
              hours={activeHours}
              path={[...path, 'activeHours']}
              onChange={(next) => onChange({ ...trigger, activeHours: next })}
            />
          )}
        </div>
      </details>
    </section>
  )
}

type ActiveHours = NonNullable<Trigger['activeHours']>

function ActiveHoursFields({
  hours,
  path,
  onChange,
}: {
  hours: ActiveHours
  path: FieldPath
  onChange: (hours: ActiveHours) => void
}) {
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <TimeField
          label={t('nodes.form.from')}
          value={hours.from}
          path={[...path, 'from']}
          onChange={(from) => onChange({ ...hours, from })}
        />
        <TimeField
          label={t('nodes.form.to')}
          value={hours.to}
          path={[...path, 'to']}
          onChange={(to) => onChange({ ...hours, to })}
        />
      </div>
      <WeekdaysField value={hours.days} onChange={(days) => onChange({ ...hours, days })} />
      <TimeZoneField
        value={hours.timeZone}
        path={[...path, 'timeZone']}
        emptyLabel={t('nodes.form.timeZoneFlow')}
        onChange={(timeZone) => onChange({ ...hours, timeZone })}
      />
    </>
  )
}

/** An IANA time zone; the browser's own list is offered. */
function TimeZoneField({
  value,
  path,
  emptyLabel,
  onChange,
}: {
  value: string
  path: FieldPath
  emptyLabel: string
  onChange: (timeZone: string) => void
}) {
  const { isReadOnly } = useNodeForm()
  return (
    <Field label={t('nodes.form.timeZone')} error={useFieldError(path)}>
      <Input
        value={value}
        readOnly={isReadOnly}
        placeholder={emptyLabel}
        list="time-zones"
        onChange={(event) => onChange(event.target.value.trim())}
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
    </Field>
  )
}
