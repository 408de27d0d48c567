import { useState } from 'react'
import { Link } from 'react-router'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { Tabs } from '../../../ui/Tabs.tsx'
import { DIALECT_EXAMPLES, type DialectName } from '../examples/dialectExamples.ts'
import type { ExampleContext } from '../examples/examples.ts'
import { ExampleCode, type Language } from './ExampleCode.tsx'

// The keys of a const object are its type's keys.
const NAMES = Object.keys(DIALECT_EXAMPLES) as readonly DialectName[]

/** One example in the words of each product whose clients may come along. */
export function DialectTabs({
  context,
  language,
}: {
  context: ExampleContext
  language: Language
}) {
  const [dialect, setDialect] = useState<DialectName>('chatApi')
  return (
    <Tabs
      label={t('developers.api.dialects')}
      value={dialect}
      onValueChange={setDialect}
      tabs={NAMES.map((name) => ({
        value: name,
        label: t(`developers.api.dialect.${name}`),
        content: (
          <div className="flex flex-col gap-3">
            <p className="text-[0.8125rem] text-ink-muted">
              {rich(t(`developers.api.dialectHelp.${name}`), {
                link: (words) => (
                  <Link to="/developers/keys" className="font-medium text-primary hover:underline">
                    {words}
                  </Link>
                ),
              })}
            </p>
            <ExampleCode
              label={t(`developers.api.dialect.${name}`)}
              request={DIALECT_EXAMPLES[name](context)}
              language={language}
            />
          </div>
        ),
      }))}
    />
  )
}
