import { isArrayIndex } from '../bson/paths.ts'
import { getAt, type Path } from '../bson/setAt.ts'
import { type Doc, isDoc } from '../bson/values.ts'
import { badValue, failedToParse } from '../errors.ts'
import { compileFilter } from '../query/filter.ts'
import { isOperatorDoc } from '../query/operators.ts'

/** Tests of the elements that `$[name]` stands for. */
export type ArrayFilters = Map<string, (element: unknown) => boolean>

/** @throws {DatabaseError} FailedToParse when a filter is not about exactly one name. */
export function compileArrayFilters(filters: readonly unknown[]): ArrayFilters {
  const compiled: ArrayFilters = new Map()
  for (const filter of filters) {
    if (!isDoc(filter)) throw failedToParse('Each array filter must be an object')
    const names = new Set(namesIn(filter))
    const [name] = names
    if (name === undefined || names.size !== 1)
      throw failedToParse('Error parsing array filter :: expected a single top-level field name')
    if (compiled.has(name))
      throw failedToParse(`Found multiple array filters with the same top-level field name ${name}`)
    const matches = compileFilter(filter)
    compiled.set(name, (element) => matches({ [name]: element }))
  }
  return compiled
}

function namesIn(filter: Doc): string[] {
  return Object.entries(filter).flatMap(([key, value]) => {
    if (!key.startsWith('$')) return [key.split('.')[0] ?? key]
    return Array.isArray(value) ? value.filter(isDoc).flatMap(namesIn) : []
  })
}

export interface PositionContext {
  /** The query that found the document, for `$`. */
  filter: Doc
  arrayFilters: ArrayFilters
}

/** The concrete paths that a path with `$`, `$[]` or `$[name]` stands for in this document. */
export function expandPath(doc: Doc, parts: Path, context: PositionContext): Path[] {
  let paths: string[][] = [[]]
  for (const part of parts) {
    paths = paths.flatMap((path) => expandPart(doc, path, part, context))
  }
  return paths
}

function expandPart(doc: Doc, path: string[], part: string, context: PositionContext): string[][] {
  if (part === '$') return [[...path, String(matchedPosition(doc, path, context.filter))]]
  if (!part.startsWith('$[') || !part.endsWith(']')) return [[...path, part]]
  const name = part.slice(2, -1)
  const array = path.length === 0 ? undefined : getAt(doc, path)
  if (!Array.isArray(array))
    throw badValue(`The path '${path.join('.')}' must exist and be an array to apply array updates`)
  const matches = name === '' ? () => true : context.arrayFilters.get(name)
  if (!matches) throw badValue(`No array filter found for identifier '${name}'`)
  return array.flatMap((element: unknown, i) => (matches(element) ? [[...path, String(i)]] : []))
}

/** The first element of the array at `path` that meets the query's conditions on the array. */
function matchedPosition(doc: Doc, path: string[], filter: Doc): number {
  const array = path.length === 0 ? undefined : getAt(doc, path)
  const prefix = path.filter((part) => !isArrayIndex(part)).join('.')
  const conditions = conditionsOnElements(filter, prefix)
  const position =
    Array.isArray(array) && conditions.length > 0
      ? array.findIndex((element) => conditions.every((holds) => holds(element)))
      : -1
  if (position < 0)
    throw badValue('The positional operator did not find the match needed from the query.')
  return position
}

type ElementTest = (element: unknown) => boolean

function conditionsOnElements(filter: Doc, prefix: string): ElementTest[] {
  return Object.entries(filter).flatMap(([key, condition]) => {
    if ((key === '$and' || key === '$or') && Array.isArray(condition))
      return condition.filter(isDoc).flatMap((part) => conditionsOnElements(part, prefix))
    if (key === prefix) return elementTests(condition)
    if (!key.startsWith(`${prefix}.`)) return []
    const inner = key.slice(prefix.length + 1).replace(/^\d+\.?/, '')
    return inner === '' ? elementTests(condition) : [insideElement(inner, condition)]
  })
}

function insideElement(path: string, condition: unknown): ElementTest {
  const matches = compileFilter({ [path]: condition })
  return (element) => matches(isDoc(element) ? element : {})
}

function elementTests(condition: unknown): ElementTest[] {
  if (!isOperatorDoc(condition)) return [elementTest(condition)]
  return Object.entries(condition).map(([operator, argument]) => {
    if (operator === '$elemMatch') return arrayTest({ $elemMatch: argument })
    if (operator !== '$all' || !Array.isArray(argument))
      return elementTest({ [operator]: argument })
    const tests = argument.map((part: unknown) =>
      isDoc(part) && '$elemMatch' in part ? arrayTest(part) : elementTest(part),
    )
    return (element) => tests.some((test) => test(element))
  })
}

function elementTest(condition: unknown): ElementTest {
  const matches = compileFilter({ value: condition })
  return (element) => matches({ value: element })
}

function arrayTest(condition: Doc): ElementTest {
  const matches = compileFilter({ value: condition })
  return (element) => matches({ value: [element] })
}
