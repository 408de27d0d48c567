import type { ConditionRule } from '@parley/shared'

/** A rule that the author has not filled in yet. */
export const newRule = (): ConditionRule => ({
  type: 'rule',
  subject: { type: 'variable', name: '' },
  operator: 'equals',
  values: [''],
})
