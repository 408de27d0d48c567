import type { ReportItem } from '@parley/shared/typebot'
import { translate, useLocale } from '../../../i18n/t.ts'

/**
 * Why something is not exactly as it was, in the language of the interface.
 * @param show what is done to the values in it: where it is shown, they are isolated.
 */
export function itemWords(
  { code, params = {} }: ReportItem,
  show: (value: string) => string = (value) => value,
): string {
  if (code === undefined) return ''
  const { texts, locale } = useLocale.getState()
  const values = Object.entries(params).map(([name, value]) => [name, show(value)])
  // Each code has its own values; a mistake would show them in braces.
  return translate(texts, locale, `typebot.codes.${code}`, Object.fromEntries(values))
}
