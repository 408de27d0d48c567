import { Monitor, Moon, Sun } from 'lucide-react'
import { type LanguageChoice, resolve, useLanguage } from '../../i18n/language.ts'
import { LOCALES } from '../../i18n/locales.ts'
import { t } from '../../i18n/t.ts'
import { Field } from '../../ui/Field.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { switchLanguage } from '../../ui/switchLanguage.ts'
import { setTheme, type ThemeChoice, useTheme } from '../../ui/theme.ts'
import { SettingsCard, SettingsSection } from './SettingsSection.tsx'

/** Theme and language, on this device. */
export function AppearanceSettings() {
  const choice = useTheme((state) => state.choice)
  const language = useLanguage((state) => state.choice)
  const languages: readonly SelectOption<LanguageChoice>[] = [
    {
      value: 'browser',
      label: t('settings.appearance.browserLanguage', {
        language: LOCALES[resolve('browser')].name,
      }),
    },
    { value: 'en', label: LOCALES.en.name },
    { value: 'es', label: LOCALES.es.name },
    { value: 'ar', label: LOCALES.ar.name },
  ]
  return (
    <SettingsSection title={t('settings.appearance.title')} help={t('settings.appearance.help')}>
      <SettingsCard>
        <div className="flex flex-col gap-6">
          <Field label={t('settings.appearance.theme')}>
            <RadioGroup<ThemeChoice>
              look="cards"
              label={t('settings.appearance.theme')}
              value={choice}
              onValueChange={setTheme}
              options={[
                {
                  value: 'light',
                  label: t('shell.theme.light'),
                  description: t('settings.appearance.lightHelp'),
                  icon: <Sun className="size-5 text-ink-faint" aria-hidden />,
                },
                {
                  value: 'dark',
                  label: t('shell.theme.dark'),
                  description: t('settings.appearance.darkHelp'),
                  icon: <Moon className="size-5 text-ink-faint" aria-hidden />,
                },
                {
                  value: 'system',
                  label: t('shell.theme.system'),
                  description: t('settings.appearance.systemHelp'),
                  icon: <Monitor className="size-5 text-ink-faint" aria-hidden />,
                },
              ]}
            />
          </Field>
          <Field label={t('settings.appearance.language')}>
            <Select<LanguageChoice>
              value={language}
              options={languages}
              onValueChange={(next) => void switchLanguage(next)}
            />
          </Field>
        </div>
      </SettingsCard>
    </SettingsSection>
  )
}
