import { isLocale, LOCALES } from '../../i18n/locales.ts'
import { t, useLocale } from '../../i18n/t.ts'
import { switchLanguage } from '../../ui/switchLanguage.ts'

/** The languages, each in its own words, for people who have no settings yet. */
export function LanguageBar() {
  const current = useLocale((state) => state.locale)
  return (
    <nav aria-label={t('shell.language.label')} className="flex justify-center gap-1">
      {Object.entries(LOCALES).map(([locale, { name, direction }]) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          dir={direction}
          aria-pressed={locale === current}
          onClick={() => isLocale(locale) && void switchLanguage(locale)}
          className="rounded-control px-2.5 py-1.5 text-[0.8125rem] text-ink-muted hover:bg-hover hover:text-ink aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:py-2.5"
        >
          {name}
        </button>
      ))}
    </nav>
  )
}
