import { t } from '../../../i18n/t.ts'
import { Field } from '../../../ui/Field.tsx'
import { Input } from '../../../ui/Input.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { type ChoiceProps, ChoiceSection } from './ChoiceSection.tsx'
import { timeProblem } from './publishChoices.ts'

/** Now, or at a time that is read in the flow's time zone. */
export function TimeChoice({ choices, zone, onChange }: ChoiceProps & { zone: string }) {
  return (
    <ChoiceSection title={t('publishing.when.title')}>
      <RadioGroup
        label={t('publishing.when.title')}
        value={choices.when}
        onValueChange={(when) => onChange({ when })}
        options={[
          { value: 'now', label: t('publishing.when.now') },
          {
            value: 'later',
            label: t('publishing.when.later'),
            description: t('publishing.when.laterHelp'),
          },
        ]}
      />
      {choices.when === 'later' && (
        <Field
          className="ps-[1.875rem]"
          label={t('publishing.when.time')}
          help={t('publishing.when.zone', { zone })}
          error={timeProblem(choices, zone)}
        >
          <Input
            type="datetime-local"
            className="w-60"
            value={choices.time}
            onChange={(event) => onChange({ time: event.target.value })}
          />
        </Field>
      )}
    </ChoiceSection>
  )
}
