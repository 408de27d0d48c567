import type { TestsState } from '../../canvas/tests.ts'
import { t } from '../../i18n/t.ts'

/** How the tests end, in a few words. */
export function testsWords({ status, outcomes }: TestsState): string {
  if (status !== 'done') return t('flowTests.state.running')
  const failed = outcomes.filter(({ failure }) => failure !== null).length
  return failed > 0
    ? t('flowTests.state.fail', { count: failed })
    : t('flowTests.state.pass', { count: outcomes.length })
}
