import { evaluateLiquid, type JsonValue, type LiquidScope, renderLiquid } from '@parley/shared'
import { t } from '../../../i18n/t.ts'
import { matching, type Opening } from './completion.ts'
import { FILTERS, type FilterInput } from './filters.ts'
import type { VariableChoice } from './variables.ts'

/** Something that can be put into a text between {{ and }}. */
export interface Suggestion {
  readonly kind: Opening['kind']
  readonly name: string
  /** What a filter is told, such as `: "EUR"`; empty for variables. */
  readonly given: string
  readonly description: string
  /** What it would show now; null: nothing. */
  readonly shown: string | null
}

const MAX_SHOWN = 50
/** A value of more characters is not readable beside a name. */
const MAX_VALUE_LENGTH = 80

/** What fits what has been typed, with the values beside it. */
export function suggest(
  opening: Opening,
  variables: readonly VariableChoice[],
  values: () => LiquidScope,
): readonly Suggestion[] {
  const scope = values()
  if (opening.kind === 'variable') {
    return matching(variables, opening.typed)
      .slice(0, MAX_SHOWN)
      .map(({ name, description }) => ({
        kind: 'variable',
        name,
        given: '',
        description,
        shown: render(name, scope),
      }))
  }
  const evaluated = evaluateLiquid(opening.expression, scope)
  const input = evaluated.ok ? inputOf(evaluated.value) : null
  const fits = (takes: FilterInput) => (takes === 'any' || takes === input ? 0 : 1)
  return matching(FILTERS, opening.typed)
    .toSorted((a, b) => (opening.typed === '' ? fits(a.takes) - fits(b.takes) : 0))
    .slice(0, MAX_SHOWN)
    .map(({ name, given }) => ({
      kind: 'filter',
      name,
      given,
      description: t(`words.filters.${name}`),
      shown: render(`${opening.expression} | ${name}${given}`, scope),
    }))
}

function render(expression: string, scope: LiquidScope): string | null {
  const rendered = renderLiquid(`{{ ${expression} }}`, scope)
  if (!rendered.ok || rendered.text.trim() === '') return null
  const text = rendered.text.replace(/\s+/gu, ' ').trim()
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text
}

function inputOf(value: JsonValue): FilterInput | null {
  if (typeof value === 'number') return 'number'
  if (Array.isArray(value)) return 'list'
  if (typeof value !== 'string') return null
  if (/^\d{4}-\d\d-\d\d/u.test(value)) return 'date'
  return value.trim() !== '' && Number.isFinite(Number(value)) ? 'number' : 'text'
}
