import '../../i18n/withFlowTexts.ts'
import { emptyDraft, type Starter, startersIn } from '@parley/shared/starters'
import type { FlowDraft } from '../../api/flowDetails.ts'
import { LOCALES, type Locale } from '../../i18n/locales.ts'
import { t, useLocale } from '../../i18n/t.ts'

/** What a new flow begins as. */
export interface StarterChoice {
  readonly id: string
  readonly flow: {
    readonly name: string
    readonly description?: string
    readonly draft: FlowDraft
  }
}

/** A canvas with nothing but a start, which speaks the language of the interface. */
export const blankStarter = (): StarterChoice => ({
  id: 'blank',
  flow: {
    name: t('flows.untitled'),
    draft: emptyDraft({ language: useLocale.getState().locale }),
  },
})

const loading = new Map<Locale, Promise<readonly Starter[]>>()

/** The flows to begin with in a language, the same promise every time. @throws when they cannot be loaded; asked again, it tries again. */
export function loadStarters(locale: Locale): Promise<readonly Starter[]> {
  const known = loading.get(locale)
  if (known) return known
  const starters = LOCALES[locale].starters().then(startersIn)
  loading.set(locale, starters)
  starters.catch(() => loading.delete(locale))
  return starters
}
