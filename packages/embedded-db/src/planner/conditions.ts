import { type Doc, isDoc, isRegex } from '../bson/values.ts'
import { isOperatorDoc } from '../query/operators.ts'

/** One condition on a path, such as `$gt` and its argument. `$regex` carries pattern and options. */
export interface Condition {
  operator: string
  argument: unknown
  /** `$options` of a `$regex`. */
  options?: unknown
}

/** A filter taken apart into what must hold together. */
export interface Conditions {
  byPath: Map<string, Condition[]>
  /** The `$or` lists; each must have a branch that holds. */
  alternatives: Doc[][]
  /** True when the filter has parts that no index can decide. */
  hasRest: boolean
}

export function analyseFilter(filter: Doc): Conditions {
  const conditions: Conditions = { byPath: new Map(), alternatives: [], hasRest: false }
  addFilter(filter, conditions)
  return conditions
}

function addFilter(filter: Doc, conditions: Conditions): void {
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$comment') continue
    if (key === '$and' && Array.isArray(value)) {
      for (const part of value) if (isDoc(part)) addFilter(part, conditions)
    } else if (key === '$or' && Array.isArray(value)) {
      conditions.hasRest = true
      conditions.alternatives.push(value.filter(isDoc))
    } else if (key.startsWith('$')) conditions.hasRest = true
    else addField(key, value, conditions)
  }
}

function addField(path: string, value: unknown, { byPath }: Conditions): void {
  let list = byPath.get(path)
  if (!list) byPath.set(path, (list = []))
  if (isOperatorDoc(value)) {
    for (const [operator, argument] of Object.entries(value)) {
      if (operator === '$regex') list.push({ operator, argument, options: value.$options })
      else list.push({ operator, argument })
    }
  } else list.push({ operator: isRegex(value) ? '$regex' : '$eq', argument: value })
}

/** Whether equality with `value` is one place in an index. Arrays and patterns match in other ways too. */
export const isPoint = (value: unknown) =>
  value !== undefined && !Array.isArray(value) && !isRegex(value)
