import {
  type AssignedValue,
  CONTACT_LANGUAGE,
  evaluateLiquid,
  type JsonValue,
  languagesOf,
  readLanguage,
} from '@parley/shared'
import type { EffectRequest, NodeBehaviour, StepScope } from '../types.ts'

export const setVariable: NodeBehaviour<'setVariable'> = {
  enter: ({ data }, scope) => {
    const effects: EffectRequest[] = []
    for (const { name, value } of data.assignments) {
      const next = toValue(name, value, scope)
      // Each is set before the next is worked out, so that one can build on the other.
      if (name === CONTACT_LANGUAGE) effects.push(...setLanguage(next, scope))
      else scope.set(name, next)
    }
    return effects.length === 0 ? { do: 'leave', by: 'next' } : { do: 'leave', by: 'next', effects }
  },
}

/** An answer may be a tag or the name of a language; what is neither leaves the contact as it is. */
function setLanguage(value: JsonValue, scope: StepScope): readonly EffectRequest[] {
  const text = typeof value === 'string' ? value.trim() : ''
  const language = text === '' ? '' : readLanguage(text, languagesOf(scope.settings))
  if (language === null) {
    scope.note(`“${text}” is not a language, so the contact's language stays.`)
    return []
  }
  scope.setContactLanguage(language)
  return [{ type: 'updateContact', change: { setLanguage: language } }]
}

function toValue(name: string, value: AssignedValue, scope: StepScope): JsonValue {
  switch (value.type) {
    case 'text':
      return scope.render(value.text)
    case 'number':
      return toNumber(name, value.number, scope)
    case 'boolean':
      return value.boolean
    case 'json':
      return toJson(name, scope.render(value.json), scope)
    case 'expression': {
      const evaluated = evaluateLiquid(value.expression, scope.conditionScope)
      if (evaluated.ok) return evaluated.value
      scope.unsaid({ type: 'notFilled', problem: evaluated.problem })
      scope.note(`${name} could not be worked out: ${evaluated.problem}`)
      return null
    }
    case 'clear':
      return null
  }
}

function toNumber(name: string, source: number | string, scope: StepScope): JsonValue {
  if (typeof source === 'number') return source
  const text = scope.render(source).trim()
  const number = Number(text)
  if (text !== '' && Number.isFinite(number)) return number
  scope.note(`${name} is not a number, so it was left empty.`)
  return null
}

function toJson(name: string, text: string, scope: StepScope): JsonValue {
  try {
    return JSON.parse(text) as JsonValue // JSON.parse makes nothing else.
  } catch {
    scope.note(`${name} is not valid JSON, so it was left empty.`)
    return null
  }
}
