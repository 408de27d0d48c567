import type { ReportItem } from '@parley/shared/typebot'
import { translate, useLocale } from '../../../i18n/t.ts'

/** Why something is not exactly as it was, in the language of the interface. */
export function itemWords({ code, params = {} }: ReportItem): string {
  if (code === undefined) return ''
  const { texts, locale } = useLocale.getState()
  // Each code has its own values; a mistake would show them in braces.
  return translate(texts, locale, `typebot.codes.${code}`, params)
}
