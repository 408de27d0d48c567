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
      return t(`simulator.tests.failures.${reason}`, { expected })
    case 'noRequest':
    case 'nothingToSkip':
    case 'noHandover':
    case 'notEnded':
      return t(`simulator.tests.failures.${reason}`)
    case 'badContact':
      return t('flowTests.problems.badContact', { example: '{"name":"Ana"}' })
    default:
      return t(`flowTests.problems.${reason}`, { expected })
  }
}
