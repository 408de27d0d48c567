import type { NodeDataInput } from '../../nodes/index.ts'
import { checkRegex } from '../../regex.ts'
import { listIn, objectIn, type TypebotFile, textIn } from './typebotFile.ts'

type Triggers = NonNullable<NodeDataInput<'start'>['triggers']>

const MATCHES: Readonly<Record<string, 'exact' | 'contains' | 'startsWith' | 'regex'>> = {
  'Equal to': 'exact',
  Contains: 'contains',
  'Starts with': 'startsWith',
  'Matches regex': 'regex',
}
const ANY: Triggers = [{ type: 'anyMessage', id: 'any' }]

/** What begins the flow: the words of Typebot's condition for WhatsApp, or any message. `isWhole` is false where that is less. */
export function startTriggers(settings: TypebotFile['settings']): {
  readonly triggers: Triggers
  readonly isWhole: boolean
} {
  const condition = objectIn(objectIn(settings, 'whatsApp'), 'startCondition')
  const comparisons = listIn(condition, 'comparisons')
  if (comparisons.length === 0) return { triggers: ANY, isWhole: true }
  const words = new Map<'exact' | 'contains' | 'startsWith' | 'regex', string[]>()
  let isWhole = comparisons.length === 1 || textIn(condition, 'logicalOperator') === 'OR'
  if (!isWhole) return { triggers: ANY, isWhole }
  for (const comparison of comparisons) {
    const match = MATCHES[textIn(comparison, 'comparisonOperator')]
    const word = textIn(comparison, 'value').trim().slice(0, 500)
    if (match === undefined || word === '' || (match === 'regex' && checkRegex(word) !== null)) {
      isWhole = false
      continue
    }
    words.set(match, [...(words.get(match) ?? []), word])
  }
  if (words.size === 0) return { triggers: ANY, isWhole: false }
  return {
    isWhole,
    triggers: [...words].map(([match, found]) => ({
      type: 'keyword' as const,
      id: match,
      match,
      words: found.slice(0, 200),
    })),
  }
}
