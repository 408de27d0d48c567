import { Monitor, Moon, Sun } from 'lucide-react'
import { isLocale, LOCALES } from '../../i18n/locales.ts'
import { setLocale, t, useLocale } from '../../i18n/t.ts'
import { Field } from '../../ui/Field.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select } from '../../ui/Select.tsx'
import { setTheme, type ThemeChoice, useTheme } from '../../ui/theme.ts'
import { SettingsCard, SettingsSection } from './SettingsSection.tsx'

/** Theme and, where there is a choice, language. */
export function AppearanceSettings() {
  const choice = useTheme((state) => state.choice)
  const locale = useLocale((state) => state.locale)
  const languages = Object.entries(LOCALES).map(([value, { name }]) => ({ value, label: name }))
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
          {languages.length > 1 && (
            <Field label={t('settings.appearance.language')}>
              <Select
                value={locale}
                options={languages}
                onValueChange={(value) => {
                  if (isLocale(value)) void setLocale(value)
                }}
              />
            </Field>
          )}
        </div>
      </SettingsCard>
    </SettingsSection>
  )
}
