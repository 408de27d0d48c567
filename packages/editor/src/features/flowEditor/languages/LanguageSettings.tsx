import { Languages, X } from 'lucide-react'
import { setSettings } from '../../../canvas/edits.ts'
import { useFlow, useFlowEditor } from '../../../canvas/FlowEditor.ts'
import { languageName, languageOptions } from '../../../i18n/languageNames.ts'
import { t } from '../../../i18n/t.ts'
import { furtherLanguages } from '../../../nodes/form/translation/translationScope.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useFlowError } from '../useFlowError.ts'
import { missingCounts } from './flowTexts.ts'

/** The language that the flow is written in, and those that it is translated into. */
export function LanguageSettings() {
  const editor = useFlowEditor()
  const settings = useFlow((state) => state.settings)
  const own = typeof settings['language'] === 'string' ? settings['language'] : 'en'
  const further = furtherLanguages(settings)
  const change = (patch: { language?: string; languages?: string[] }) =>
    editor.edit(setSettings({ ...editor.draft().settings, ...patch }))
  return (
    <>
      <Field
        label={t('canvas.settings.language')}
        help={t('canvas.settings.languageHelp')}
        error={useFlowError('settings', 'language')}
      >
        <Select
          value={own}
          isDisabled={editor.isReadOnly}
          options={languageOptions([own])}
          onValueChange={(language) => change({ language })}
        />
      </Field>
      <section className="flex flex-col gap-2">
        <h3 className="text-[0.8125rem] font-medium">{t('languages.further')}</h3>
        {further.length > 0 && (
          <ul className="flex flex-col gap-1">
            {further.map((language) => (
              <li
                key={language}
                className="flex items-center gap-2 rounded-control border border-line py-0.5 ps-3 pe-1 text-sm"
              >
                <span className="min-w-0 flex-1 truncate">{languageName(language)}</span>
                <MissingCount language={language} />
                {!editor.isReadOnly && (
                  <IconButton
                    size="sm"
                    label={t('languages.remove', { language: languageName(language) })}
                    icon={<X />}
                    onClick={() =>
                      change({ languages: further.filter((each) => each !== language) })
                    }
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {!editor.isReadOnly && (
          <Select
            // Begins anew after each choice.
            key={further.join()}
            value={undefined}
            label={t('languages.add')}
            placeholder={t('languages.add')}
            options={languageOptions().filter(
              ({ value }) => value !== own && !further.includes(value),
            )}
            onValueChange={(language) => change({ languages: [...further, language] })}
          />
        )}
        <p className="text-xs text-ink-muted">{t('languages.furtherHelp')}</p>
        {further.length > 0 && (
          <Button
            size="sm"
            icon={<Languages />}
            className="self-start"
            onClick={() => editor.openDock('translations')}
          >
            {t('languages.table')}
          </Button>
        )}
      </section>
    </>
  )
}

function MissingCount({ language }: { language: string }) {
  const missing = useFlow((state) => missingCounts(state).get(language) ?? 0)
  if (missing === 0) return null
  return (
    <span className="shrink-0 text-xs text-warning">
      {t('languages.missing', { count: missing })}
    </span>
  )
}
