import type { NodeFinding } from '../nodes/defineNode.ts'
import { checkRegex, MAX_PATTERN_LENGTH } from '../regex.ts'
import { explosivePart } from './explosivePart.ts'
import { finding } from './finding.ts'

/** What is wrong with a regular expression, and what would be wrong with it in other programs. */
export function lintPattern(
  pattern: string,
  field: readonly (string | number)[],
): readonly NodeFinding[] {
  const problem = checkRegex(pattern)
  if (problem !== null) {
    const reason = refusedPart(pattern) ?? problem
    return [{ ...finding('error', 'invalidRegex', { pattern, reason }), field }]
  }
  const part = explosivePart(pattern)
  if (part === null) return []
  return [{ ...finding('warning', 'explosiveRegex', { pattern, part }), field }]
}

/** The usual parts of other dialects that RE2 has no place for, because they cannot run in linear time. */
function refusedPart(pattern: string): keyof typeof REFUSED | 'tooLong' | null {
  if (pattern.length > MAX_PATTERN_LENGTH) return 'tooLong'
  const plain = pattern.replace(/\\[^1-9k]/gu, '')
  // The keys of the table are its reasons.
  const reasons = Object.keys(REFUSED) as (keyof typeof REFUSED)[]
  return reasons.find((reason) => REFUSED[reason].test(plain)) ?? null
}

const REFUSED = {
  lookAround: /\(\?<?[=!]/u,
  atomic: /\(\?>/u,
  backReference: /\\[1-9k]/u,
  possessive: /[+*?}]\+/u,
} as const
