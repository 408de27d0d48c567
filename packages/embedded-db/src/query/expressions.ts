import { partsOf } from '../bson/paths.ts'
import { type Doc, isDoc, ownField, plainNumbers } from '../bson/values.ts'
import { compileMingoExpression } from './mingo.ts'

/*
 * Aggregation expressions. Field paths and constants, which are most of them, are evaluated here; everything else
 * by mingo. Documents come with plain numbers (see `plainNumbers`).
 */

/** An expression ready to be evaluated against a document with plain numbers; undefined means missing. */
export type Expression = (doc: Doc) => unknown

/** @throws {DatabaseError} now or when evaluated, for unknown operators and wrong arguments. */
export function compileExpression(expression: unknown, variables?: Doc): Expression {
  const source = plainNumbers(expression)
  if (typeof source === 'string' && /^\$[^$]/.test(source)) {
    const parts = partsOf(source.slice(1))
    return (doc) => fieldPath(doc, parts, 0)
  }
  if (isConstant(source)) return () => source
  return compileMingoExpression(source, variables)
}

/** Whether a result counts as true for `$expr` and conditions. */
export const isTrueResult = (result: unknown) =>
  result !== false && result !== null && result !== undefined && result !== 0

/** The values of a `let` document, whose expressions may not use fields. */
export function evaluateLet(definition: unknown, doc: Doc = {}, variables?: Doc): Doc | undefined {
  if (!isDoc(definition)) return undefined
  const values: Doc = {}
  for (const [name, expression] of Object.entries(definition))
    values[name] = compileExpression(expression, variables)(doc) ?? null
  return values
}

function isConstant(source: unknown): boolean {
  if (typeof source === 'string') return !source.startsWith('$')
  if (Array.isArray(source)) return source.every(isConstant)
  return !isDoc(source) || Object.keys(source).length === 0
}

/** A path through arrays gives the array of what the path finds in the elements. */
function fieldPath(start: unknown, parts: readonly string[], from: number): unknown {
  let value = start
  for (let i = from; i < parts.length; i++) {
    if (Array.isArray(value)) {
      return value
        .map((element: unknown) => fieldPath(element, parts, i))
        .filter((found) => found !== undefined)
    }
    if (!isDoc(value)) return undefined
    value = ownField(value, parts[i] ?? '')
  }
  return value
}
