import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { contactsQuery } from '../../../api/contacts.ts'
import { itemsOf } from '../../../api/pages.ts'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { Field } from '../../../ui/Field.tsx'
import { Input } from '../../../ui/Input.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { contactName } from '../../contacts/contactName.ts'
import { type ChoiceProps, ChoiceSection } from './ChoiceSection.tsx'
import { percentageProblem } from './publishChoices.ts'

const MAX_NAMES = 5

/** Everyone, or a trial. */
export function AudienceChoice({ choices, onChange }: ChoiceProps) {
  const { audience, percentage } = choices
  return (
    <ChoiceSection title={t('publishing.who.title')}>
      <RadioGroup
        label={t('publishing.who.title')}
        value={audience}
        onValueChange={(next) => onChange({ audience: next })}
        options={[
          {
            value: 'everyone',
            label: t('publishing.who.everyone'),
            description: t('publishing.who.everyoneHelp'),
          },
          {
            value: 'testContacts',
            label: t('publishing.who.testContacts'),
            description: <>{t('publishing.who.testContactsHelp')}</>,
          },
          {
            value: 'percentage',
            label: t('publishing.who.percentage'),
            description: t('publishing.who.percentageHelp'),
          },
        ]}
      />
      {audience === 'percentage' && (
        <Field
          className="ps-[1.875rem]"
          label={t('publishing.who.percentageLabel')}
          error={percentageProblem(choices)}
        >
          <Input
            inputMode="numeric"
            className="w-24"
            maxLength={3}
            value={percentage}
            onChange={(event) => onChange({ percentage: event.target.value })}
          />
        </Field>
      )}
      {audience !== 'everyone' && <TestContacts />}
    </ChoiceSection>
  )
}

/** Who they are, or how somebody becomes one. */
function TestContacts() {
  const { data } = useInfiniteQuery(contactsQuery({ isTestContact: true }))
  if (!data) return null
  const names = itemsOf(data).map(contactName)
  const hidden = names.length - MAX_NAMES
  return (
    <span className="mt-1 block text-ink">
      {names.length === 0
        ? rich(t('publishing.who.noTesters'), {
            a: (words) => (
              <Link to="/contacts" className="font-medium text-primary underline">
                {words}
              </Link>
            ),
          })
        : t('publishing.who.testers', { names: names.slice(0, MAX_NAMES).join(', ') })}
      {hidden > 0 && ` ${t('publishing.who.testersMore', { count: hidden })}`}
    </span>
  )
}
