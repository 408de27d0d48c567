import { isArrayIndex, partsOf } from '../bson/paths.ts'
import { type Doc, isDoc, isRegex, ownField, plainNumbersDoc } from '../bson/values.ts'
import { badValue, notSupported } from '../errors.ts'
import { compileExpression, isTrueResult } from './expressions.ts'
import { equalsTest, isOperatorDoc, operatorTests, regexTest, type ValueTest } from './operators.ts'

export type Predicate = (doc: Doc) => boolean

/** Variables of `let`, readable as `$$name` inside `$expr`. */
export type Variables = Doc

/**
 * Turns a filter into a function. Errors of the filter come out here, not when it is used.
 * @throws {DatabaseError} for unknown operators and wrong arguments, in MongoDB's words.
 */
export function compileFilter(filter: Doc, variables?: Variables): Predicate {
  const predicates: Predicate[] = []
  for (const [key, condition] of Object.entries(filter)) {
    if (key.startsWith('$')) {
      const predicate = compileTopLevel(key, condition, variables)
      if (predicate) predicates.push(predicate)
    } else predicates.push(...compileField(key, condition, variables))
  }
  const [first] = predicates
  if (first && predicates.length === 1) return first
  return (doc) => {
    for (const predicate of predicates) if (!predicate(doc)) return false
    return true
  }
}

function compileTopLevel(key: string, condition: unknown, variables?: Variables): Predicate | null {
  switch (key) {
    case '$and':
    case '$or':
    case '$nor': {
      const parts = compileList(key, condition, variables)
      if (key === '$and') return (doc) => parts.every((part) => part(doc))
      if (key === '$or') return (doc) => parts.some((part) => part(doc))
      return (doc) => !parts.some((part) => part(doc))
    }
    case '$expr': {
      const evaluate = compileExpression(condition, variables)
      return (doc) => isTrueResult(evaluate(plainNumbersDoc(doc)))
    }
    case '$comment':
      return null
    case '$where':
    case '$text':
    case '$jsonSchema':
      throw notSupported(key)
    default:
      throw badValue(`unknown top level operator: ${key}`)
  }
}

function compileList(key: string, condition: unknown, variables?: Variables): Predicate[] {
  if (!Array.isArray(condition) || condition.length === 0)
    throw badValue(`${key} must be a nonempty array`)
  return condition.map((part: unknown) => {
    if (!isDoc(part)) throw badValue(`${key} entries need to be full objects`)
    return compileFilter(part, variables)
  })
}

function compileField(path: string, condition: unknown, variables?: Variables): Predicate[] {
  const compileElement = (filter: Doc) => compileFilter(filter, variables)
  if (isOperatorDoc(condition))
    return operatorTests(condition, compileElement).map(({ test, isNegated }) =>
      atPath(path, test, isNegated),
    )
  return [atPath(path, isRegex(condition) ? regexTest(condition) : equalsTest(condition), false)]
}

function atPath(path: string, test: ValueTest, isNegated: boolean): Predicate {
  const parts = partsOf(path)
  if (parts.length > 1) return (doc) => someValueAt(doc, parts, 0, test) !== isNegated
  return (doc) => test(ownField(doc, path)) !== isNegated
}

/** Whether `test` holds for any value at the path. Arrays on the way are searched; a missing field is undefined. */
function someValueAt(
  start: unknown,
  parts: readonly string[],
  from: number,
  test: ValueTest,
): boolean {
  let value = start
  for (let i = from; i < parts.length; i++) {
    const part = parts[i] ?? ''
    if (Array.isArray(value)) {
      if (isArrayIndex(part) && Number(part) < value.length) {
        if (someValueAt(value[Number(part)], parts, i + 1, test)) return true
      }
      return value.some((element) => isDoc(element) && someValueAt(element, parts, i, test))
    }
    if (!isDoc(value)) return test(undefined)
    value = ownField(value, part)
  }
  return test(value)
}
