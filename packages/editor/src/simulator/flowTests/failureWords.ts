import type { ScriptFailure } from '@parley/runtime/engine'
import { t } from '../../i18n/t.ts'

/** Why a test failed, in a sentence. */
export const failureWords = (failure: ScriptFailure): string =>
  `${t('simulator.tests.line', { line: failure.line })}: ${reasonWords(failure)}`

function reasonWords({ reason, expected, actual }: ScriptFailure): string {
  switch (reason) {
    case 'otherMessage':
      return t('simulator.tests.failures.otherMessage', { expected, actual })
    case 'moreMessages':
      return t('simulator.tests.failures.moreMessages', { actual })
    case 'noMessage':
    case 'noOption':
    case 'unreadable':
      return t(`simulator.tests.failures.${reason}`, { expected })
    default:
      return t(`simulator.tests.failures.${reason}`)
  }
}
