import { useState } from 'react'
import { LOCALES } from '../i18n/locales.ts'
import { t, useLocale } from '../i18n/t.ts'

/** Says to a screen reader that the interface speaks another language now. */
export function LanguageNews() {
  const locale = useLocale((state) => state.locale)
  const [told, setTold] = useState({ locale, news: '' })
  if (told.locale !== locale) {
    setTold({ locale, news: t('shell.language.changed', { language: LOCALES[locale].name }) })
  }
  return (
    <p aria-live="polite" className="sr-only">
      {told.news}
    </p>
  )
}
