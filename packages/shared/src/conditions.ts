import { isJsonObject, type JsonValue } from './json.ts'
import { type LiquidScope, renderLiquid } from './liquid.ts'
import type { ConditionGroup, ConditionRule, Operator, Subject } from './nodes/condition.ts'
import { matchesRegex } from './regex.ts'
import { foldText } from './text.ts'
import { clockTimeOf, isoDateOf, localTimeOf } from './time.ts'

/** What conditions look at besides variables; the same snapshot that the engine's events carry. */
export interface ConditionScope extends LiquidScope {
  readonly contact: {
    readonly id: string
    readonly name: string
    readonly phone: string
    readonly tags: readonly string[]
    readonly attributes: Readonly<Record<string, JsonValue>>
    readonly optedOut: boolean
    readonly language: string
  }
  readonly conversation: { readonly isGroup: boolean }
  readonly number: { readonly name: string }
  readonly channel: string
}

/** True when the rules of a group hold. Pure; a rule that cannot be evaluated does not hold. */
export function holds(group: ConditionGroup, scope: ConditionScope): boolean {
  const test = (each: ConditionGroup['rules'][number]) =>
    each.type === 'rule' ? ruleHolds(each, scope) : holds(each, scope)
  return group.match === 'all' ? group.rules.every(test) : group.rules.some(test)
}

export function ruleHolds(
  { subject, operator, values }: ConditionRule,
  scope: ConditionScope,
): boolean {
  const actual = subjectValue(subject, scope)
  const expected = values.map((source) => {
    const rendered = renderLiquid(source, scope)
    return rendered.ok ? rendered.text : ''
  })
  return OPERATE[operator](actual, expected)
}

/** The value at a dotted path, for example `items[0].price`; undefined when there is none. */
export function valueAt(root: JsonValue | undefined, path: string): JsonValue | undefined {
  // Nearly always a plain name, which needs no taking apart.
  if (isJsonObject(root) && Object.hasOwn(root, path)) return root[path]
  let value = root
  for (const key of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (Array.isArray(value))
      value = /^\d+$/.test(key) ? (value as readonly JsonValue[])[Number(key)] : undefined
    else if (isJsonObject(value) && Object.hasOwn(value, key)) value = value[key]
    else return undefined
  }
  return value
}

function subjectValue(subject: Subject, scope: ConditionScope): JsonValue | undefined {
  switch (subject.type) {
    case 'variable':
      return valueAt(scope.variables, subject.name)
    case 'contact':
      return scope.contact[subject.field]
    case 'attribute':
      return (
        valueAt(scope.contact.attributes, subject.name) ?? scope.contact.attributes[subject.name]
      )
    case 'tags':
      return scope.contact.tags
    case 'conversation':
      return conversationValue(subject.field, scope)
    case 'time':
      return timeValue(subject.field, scope)
    case 'text': {
      const rendered = renderLiquid(subject.template, scope)
      return rendered.ok ? rendered.text : undefined
    }
  }
}

function conversationValue(
  field: Extract<Subject, { type: 'conversation' }>['field'],
  { conversation, channel, number }: ConditionScope,
): JsonValue {
  switch (field) {
    case 'isGroup':
      return conversation.isGroup
    case 'channel':
      return channel
    case 'numberName':
      return number.name
  }
}

function timeValue(
  field: Extract<Subject, { type: 'time' }>['field'],
  { at, timeZone }: ConditionScope,
): JsonValue {
  const local = localTimeOf(at, timeZone)
  switch (field) {
    case 'date':
      return isoDateOf(local)
    case 'time':
      return clockTimeOf(local)
    case 'weekday':
      return local.weekday
    case 'dayOfMonth':
      return local.day
    case 'month':
      return local.month
    case 'hour':
      return local.hour
  }
}

type Operate = (actual: JsonValue | undefined, expected: readonly string[]) => boolean

const OPERATE: { readonly [Each in Operator]: Operate } = {
  equals: (actual, [value = '']) => isEqual(actual, value),
  notEquals: (actual, [value = '']) => !isEqual(actual, value),
  contains: (actual, [value = '']) => includes(actual, value),
  notContains: (actual, [value = '']) => !includes(actual, value),
  startsWith: (actual, [value = '']) => folded(actual).startsWith(foldText(value)),
  endsWith: (actual, [value = '']) => folded(actual).endsWith(foldText(value)),
  matches: (actual, [pattern = '']) => matchesRegex(asText(actual), pattern),
  notMatches: (actual, [pattern = '']) => !matchesRegex(asText(actual), pattern),
  greater: (actual, [value = '']) => compare(actual, value, (order) => order > 0),
  greaterOrEqual: (actual, [value = '']) => compare(actual, value, (order) => order >= 0),
  less: (actual, [value = '']) => compare(actual, value, (order) => order < 0),
  lessOrEqual: (actual, [value = '']) => compare(actual, value, (order) => order <= 0),
  between: (actual, [from = '', to = '']) =>
    compare(actual, from, (order) => order >= 0) && compare(actual, to, (order) => order <= 0),
  in: (actual, values) => values.some((value) => isEqual(actual, value)),
  notIn: (actual, values) => !values.some((value) => isEqual(actual, value)),
  hasTag: (actual, [tag = '']) => Array.isArray(actual) && includes(actual, tag),
  hasNotTag: (actual, [tag = '']) => !(Array.isArray(actual) && includes(actual, tag)),
  isSet: (actual) => actual !== undefined && actual !== null,
  isNotSet: (actual) => actual === undefined || actual === null,
  isEmpty: (actual) => isEmpty(actual),
  isNotEmpty: (actual) => !isEmpty(actual),
  isTrue: (actual) => isTruthy(actual),
  isFalse: (actual) => !isTruthy(actual),
}

/** Words are compared without case and accents, numbers as numbers ("5.0" is 5), true and false by their names. */
function isEqual(actual: JsonValue | undefined, value: string): boolean {
  if (Array.isArray(actual) || isJsonObject(actual)) return JSON.stringify(actual) === value.trim()
  if (actual === value) return true
  const left = asNumber(actual)
  const right = left === null ? null : asNumber(value)
  if (left !== null && right !== null) return left === right
  return folded(actual) === foldText(value)
}

function includes(actual: JsonValue | undefined, value: string): boolean {
  if (Array.isArray(actual)) return actual.some((item: JsonValue) => isEqual(item, value))
  if (isJsonObject(actual)) return Object.hasOwn(actual, value)
  const part = foldText(value)
  return part !== '' && folded(actual).includes(part)
}

/** Numbers as numbers, otherwise texts as they sort: that orders ISO dates and HH:MM times rightly. False when unset. */
function compare(
  actual: JsonValue | undefined,
  value: string,
  fits: (order: number) => boolean,
): boolean {
  if (isEmpty(actual) || value.trim() === '') return false
  const left = asNumber(actual)
  const right = asNumber(value)
  if (left !== null && right !== null) return fits(left - right)
  // A number and a word have no order.
  if (left !== null || right !== null) return false
  const [a, b] = [folded(actual), foldText(value)]
  return fits(a < b ? -1 : a > b ? 1 : 0)
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return isJsonObject(value) && Object.keys(value).length === 0
}

const FALSE_WORDS: ReadonlySet<string> = new Set(['', 'false', '0', 'no', 'off'])
const isTruthy = (value: JsonValue | undefined): boolean =>
  typeof value === 'object' ? !isEmpty(value) : !FALSE_WORDS.has(folded(value))

function asText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const folded = (value: JsonValue | undefined) => foldText(asText(value))

/** Only what is written as a plain number: "1e3" and "0x10" are words to people, and so are phone numbers with 0 first. */
function asNumber(value: JsonValue | undefined): number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || !/^\s*-?(0|[1-9]\d{0,15})(\.\d+)?\s*$/.test(value)) return null
  return Number(value)
}
