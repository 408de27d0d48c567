import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { Link } from 'react-router'
import { useDenied, useWorkspace } from '../../api/access.ts'
import { keysQuery } from '../../api/keys.ts'
import { numbersQuery } from '../../api/numbers.ts'
import { templatesQuery } from '../../api/templates.ts'
import { rich } from '../../i18n/rich.tsx'
import { t } from '../../i18n/t.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { SettingsSection } from '../settings/SettingsSection.tsx'
import { CredentialList } from './api/CredentialList.tsx'
import { DialectTabs } from './api/DialectTabs.tsx'
import { ExampleCode, type Language } from './api/ExampleCode.tsx'
import { ExampleSettings } from './api/ExampleSettings.tsx'
import { ReferenceLinks } from './api/ReferenceLinks.tsx'
import { TryIt } from './api/TryIt.tsx'
import {
  EXAMPLES,
  type ExampleContext,
  type ExampleName,
  KEY_PLACEHOLDER,
  NUMBER_PLACEHOLDER,
  SAMPLE_PHONE,
} from './examples/examples.ts'
import { useMadeKey } from './madeKey.ts'

// The keys of a const object are its type's keys.
const NAMES = Object.keys(EXAMPLES) as readonly ExampleName[]

/** Examples to copy, filled in with what the person has; a button to try them; and what there is to know. */
export function ApiSection() {
  const [language, setLanguage] = useState<Language>('curl')
  const [chosenId, setChosenId] = useState<string>()
  const [phone, setPhone] = useState('')
  const { data: numbers = [] } = useQuery(numbersQuery)
  const number =
    numbers.find(({ id }) => id === chosenId) ??
    numbers.find(({ status }) => status === 'connected') ??
    numbers[0]
  const context = useContext(number?.id, phone)
  return (
    <div>
      <SettingsSection title={t('developers.api.title')} help={t('developers.api.help')}>
        <ExampleSettings
          numbers={numbers}
          numberId={number?.id}
          onNumber={setChosenId}
          phone={phone}
          onPhone={setPhone}
        />
      </SettingsSection>
      <SettingsSection
        title={t('developers.api.examples')}
        actions={
          <SegmentedControl
            label={t('developers.api.language')}
            value={language}
            onValueChange={setLanguage}
            segments={[
              { value: 'curl', label: t('developers.api.languages.curl') },
              { value: 'javascript', label: t('developers.api.languages.javascript') },
            ]}
          />
        }
      >
        <div className="grid items-start gap-x-6 gap-y-6 lg:grid-cols-2">
          {NAMES.map((name) => (
            <Fragment key={name}>
              {' '}
              <article className="flex min-w-0 flex-col gap-2">
                <h3 className="text-sm font-semibold">{t(`developers.api.example.${name}`)}</h3>
                <p className="text-[0.8125rem] text-ink-muted">
                  {rich(t(`developers.api.exampleHelp.${name}`), {
                    link: (words) => (
                      <Link to="/templates" className="font-medium text-primary hover:underline">
                        {words}
                      </Link>
                    ),
                  })}
                </p>
                <ExampleCode
                  label={t(`developers.api.example.${name}`)}
                  request={EXAMPLES[name](context)}
                  language={language}
                />
              </article>
              {name === 'text' && (
                <TryIt number={number} phone={phone} request={EXAMPLES.text(context)} />
              )}
            </Fragment>
          ))}
        </div>
      </SettingsSection>
      <SettingsSection
        title={t('developers.api.credentials')}
        help={t('developers.api.credentialsHelp')}
      >
        <CredentialList />
      </SettingsSection>
      <SettingsSection title={t('developers.api.dialects')} help={t('developers.api.dialectsHelp')}>
        <DialectTabs context={context} language={language} />
      </SettingsSection>
      <SettingsSection
        title={t('developers.api.reference')}
        help={t('developers.api.referenceHelp')}
      >
        <ReferenceLinks />
      </SettingsSection>
    </div>
  )
}

/** What the examples are filled in with, as far as it is known. */
function useContext(numberId: string | undefined, phone: string): ExampleContext {
  const { id: workspaceId } = useWorkspace()
  const mayKnowKeys = useDenied('editor') === undefined
  const { data: keys = [] } = useQuery({ ...keysQuery, enabled: mayKnowKeys })
  const { data: templates = [] } = useQuery(templatesQuery)
  const made = useMadeKey((state) => state.made)
  const isUsable =
    made?.workspaceId === workspaceId && (made.numberId === null || made.numberId === numberId)
  const instance = keys.find((key) => key.numberId === numberId && key.instanceId !== null)
  return {
    workspaceId,
    number: { id: numberId ?? NUMBER_PLACEHOLDER, instanceId: instance?.instanceId ?? null },
    to: phone.trim() || SAMPLE_PHONE,
    key: isUsable ? made.key : KEY_PLACEHOLDER,
    template: templates.find(({ status }) => status === 'APPROVED'),
  }
}
