import { partsOf } from '../bson/paths.ts'
import { getAt, setAt, unsetAt } from '../bson/setAt.ts'
import { cloneDoc, type Doc, isDoc, plainNumbersDoc } from '../bson/values.ts'
import { failedToParse, locationError } from '../errors.ts'
import { compileExpression, type Expression } from './expressions.ts'
import type { Variables } from './filter.ts'
import { compileProjection } from './projection.ts'

/** Turns one document into another. May change its argument. */
export type DocumentStage = (doc: Doc) => Doc

/**
 * A stage that looks at one document at a time and is allowed in pipelines and in updates: `$set`, `$unset`,
 * `$replaceWith`, `$project` and their aliases. Null for every other stage.
 */
export function compileDocumentStage(
  name: string,
  argument: unknown,
  variables?: Variables,
): DocumentStage | null {
  switch (name) {
    case '$set':
    case '$addFields':
      return compileSet(argument, variables)
    case '$unset': {
      const paths = (Array.isArray(argument) ? argument : [argument]).map(String)
      return (doc) => {
        for (const path of paths) unsetAt(doc, partsOf(path))
        return doc
      }
    }
    case '$replaceRoot':
    case '$replaceWith': {
      const expression = name === '$replaceRoot' && isDoc(argument) ? argument.newRoot : argument
      const evaluate = compileExpression(expression, variables)
      return (doc) => {
        const root = evaluate(plainNumbersDoc(doc))
        if (!isDoc(root)) throw locationError(40228, "'newRoot' must evaluate to an object")
        return cloneDoc(root)
      }
    }
    case '$project':
      return compileProjection(argument, { variables }) ?? ((doc) => doc)
    default:
      return null
  }
}

interface FieldToSet {
  path: readonly string[]
  /** A path to another field is copied as it is stored, so that its number type stays. */
  source: readonly string[] | null
  evaluate: Expression
}

function compileSet(argument: unknown, variables?: Variables): DocumentStage {
  if (!isDoc(argument)) throw failedToParse('$set in a pipeline needs a document')
  const fields: FieldToSet[] = []
  collectFields(argument, '', fields, variables)
  return (doc) => {
    const before = plainNumbersDoc(doc)
    const values = fields.map(({ source, evaluate }) =>
      source ? getAt(doc, source) : evaluate(before),
    )
    for (const [i, { path }] of fields.entries()) {
      if (values[i] === undefined) unsetAt(doc, path)
      else replaceAt(doc, path, values[i])
    }
    return doc
  }
}

function collectFields(
  definition: Doc,
  prefix: string,
  fields: FieldToSet[],
  variables?: Variables,
): void {
  for (const [name, value] of Object.entries(definition)) {
    const isNested = isDoc(value) && Object.keys(value).length > 0 && !isExpression(value)
    if (isNested) collectFields(value, `${prefix}${name}.`, fields, variables)
    else {
      const isPlainPath = typeof value === 'string' && /^\$[^$.]+$/.test(value)
      const path = partsOf(prefix + name)
      const source = isPlainPath ? partsOf(value.slice(1)) : null
      fields.push({ path, source, evaluate: compileExpression(value, variables) })
    }
  }
}

const isExpression = (doc: Doc) => Object.keys(doc).some((key) => key.startsWith('$'))

/** Unlike the operator `$set`, the stage puts a document in the place of a scalar on the way. */
function replaceAt(doc: Doc, path: readonly string[], value: unknown): void {
  for (let i = 1; i < path.length; i++) {
    const start = path.slice(0, i)
    const current = getAt(doc, start)
    if (!isDoc(current) && !Array.isArray(current)) setAt(doc, start, {})
  }
  setAt(doc, path, value)
}
