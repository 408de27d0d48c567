import { topField } from '../bson/paths.ts'
import {
  type Doc,
  isDoc,
  isTruthy,
  ownField,
  plainNumbersDoc,
  setField,
  toNumber,
} from '../bson/values.ts'
import { badValue, locationError } from '../errors.ts'
import { compileExpression } from './expressions.ts'
import { compileFilter, type Variables } from './filter.ts'

export type Projection = (doc: Doc) => Doc

/** Fields to keep or drop: true for a whole field, a tree for parts of a sub-document. */
type FieldTree = Map<string, FieldTree | true>

/**
 * A field whose value is made from what its path holds or from the document, which expressions need with plain
 * numbers. An undefined value leaves the field as it is.
 */
interface ComputedField {
  path: string
  compute: (value: unknown, plainDoc: () => Doc) => unknown
}

interface Parsed {
  included: string[]
  excluded: string[]
  computed: ComputedField[]
  slices: ComputedField[]
  /** `_id: 0` or `_id: 1`, or null when the projection does not say. */
  keepsId: boolean | null
}

export interface ProjectionOptions {
  /** The query, which decides what `'array.$': 1` keeps. */
  filter?: Doc
  variables?: Variables | undefined
}

/** Compiles a projection of find or findAndModify; null when it keeps the document as it is. */
export function compileProjection(
  definition: unknown,
  { filter = {}, variables }: ProjectionOptions = {},
): Projection | null {
  if (!isDoc(definition) || Object.keys(definition).length === 0) return null
  const parsed: Parsed = { included: [], excluded: [], computed: [], slices: [], keepsId: null }
  parse(definition, '', parsed, filter, variables)
  const { included, excluded, computed, slices, keepsId } = parsed
  if (included.length > 0 && excluded.length > 0)
    throw locationError(
      31254,
      `Cannot do exclusion on field ${excluded[0]} in inclusion projection`,
    )
  const isInclusion =
    included.length > 0 || (excluded.length === 0 && (keepsId === true || computed.length > 0))
  const paths = isInclusion ? [...included, ...slices.map((slice) => slice.path)] : [...excluded]
  if (isInclusion ? keepsId !== false : keepsId === false) paths.push('_id')
  const tree = toTree(paths)
  const made = [...slices, ...computed]
  return (doc) => {
    const result = isInclusion ? pick(doc, tree) : drop(doc, tree)
    let plain: Doc | undefined
    const plainDoc = () => (plain ??= plainNumbersDoc(doc))
    for (const { path, compute } of made) {
      const value = compute(valueAtPath(doc, path), plainDoc)
      if (value !== undefined) putAtPath(result, path, value)
    }
    return result
  }
}

function parse(
  definition: Doc,
  prefix: string,
  parsed: Parsed,
  filter: Doc,
  variables?: Variables,
): void {
  for (const [name, value] of Object.entries(definition)) {
    const path = prefix + name
    if (path === '_id' && !isDoc(value) && typeof value !== 'string')
      parsed.keepsId = isTruthy(value)
    else if (path.endsWith('.$')) addPositional(path.slice(0, -2), parsed, filter, variables)
    else if (isDoc(value)) parseDocument(path, value, parsed, filter, variables)
    else if (typeof value === 'string' || Array.isArray(value))
      addExpression(path, value, parsed, variables)
    else (isTruthy(value) ? parsed.included : parsed.excluded).push(path)
  }
}

function parseDocument(
  path: string,
  value: Doc,
  parsed: Parsed,
  filter: Doc,
  variables?: Variables,
): void {
  const operator = Object.keys(value)[0] ?? ''
  if (operator === '$slice' && !isExpressionSlice(value.$slice)) {
    const slice = sliceOf(value.$slice)
    parsed.slices.push({
      path,
      compute: (array) => (Array.isArray(array) ? slice(array) : array),
    })
  } else if (operator === '$elemMatch') {
    const matches = elementMatcher(value.$elemMatch, variables)
    parsed.computed.push({ path, compute: (array) => firstMatch(array, matches) })
  } else if (operator.startsWith('$')) addExpression(path, value, parsed, variables)
  else parse(value, `${path}.`, parsed, filter, variables)
}

function addExpression(path: string, value: unknown, parsed: Parsed, variables?: Variables): void {
  const evaluate = compileExpression(value, variables)
  parsed.computed.push({ path, compute: (_value, plainDoc) => evaluate(plainDoc()) })
}

/** `'items.$': 1` keeps the first element that the query's conditions on the array match. */
function addPositional(path: string, parsed: Parsed, filter: Doc, variables?: Variables): void {
  const conditions = conditionsOn(filter, path)
  const matches = compileFilter(conditions, variables)
  parsed.included.push(path)
  parsed.computed.push({
    path,
    compute: (array) => {
      if (!Array.isArray(array)) return undefined
      const first = firstMatch(array, (element) => {
        const probe: Doc = {}
        putAtPath(probe, path, [element])
        return matches(probe)
      })
      return first ?? []
    },
  })
}

function conditionsOn(filter: Doc, path: string): Doc {
  const conditions: Doc = {}
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition)
        if (isDoc(part)) Object.assign(conditions, conditionsOn(part, path))
    } else if (key === path || key.startsWith(`${path}.`)) conditions[key] = condition
  }
  return conditions
}

function elementMatcher(condition: unknown, variables?: Variables): (element: unknown) => boolean {
  const matches = compileFilter({ array: { $elemMatch: condition } }, variables)
  return (element) => matches({ array: [element] })
}

function firstMatch(array: unknown, matches: (element: unknown) => boolean): unknown {
  if (!Array.isArray(array)) return undefined
  const index = array.findIndex(matches)
  return index < 0 ? undefined : [array[index]]
}

/** `$slice` with a field path is the aggregation operator, with numbers the projection of find. */
const isExpressionSlice = (argument: unknown) =>
  Array.isArray(argument) && typeof argument[0] !== 'number'

function sliceOf(argument: unknown): (array: unknown[]) => unknown[] {
  if (!Array.isArray(argument)) {
    const count = toNumber(argument)
    return (array) => (count < 0 ? array.slice(count) : array.slice(0, count))
  }
  const [start, count] = argument.map(toNumber)
  if (start === undefined || count === undefined || !(count > 0))
    throw badValue('$slice takes a number, or a start and a positive count')
  return (array) => {
    const from = start < 0 ? Math.max(0, array.length + start) : start
    return array.slice(from, from + count)
  }
}

function toTree(paths: string[]): FieldTree {
  const tree: FieldTree = new Map()
  for (const path of paths) addToTree(tree, path)
  return tree
}

function addToTree(tree: FieldTree, path: string): void {
  const name = topField(path)
  const existing = tree.get(name)
  if (existing === true) return
  if (name === path) {
    tree.set(name, true)
    return
  }
  const branch: FieldTree = existing ?? new Map()
  tree.set(name, branch)
  addToTree(branch, path.slice(name.length + 1))
}

function pick(doc: Doc, tree: FieldTree): Doc {
  const result: Doc = {}
  for (const name of Object.keys(doc)) {
    const branch = tree.get(name)
    if (branch === true) setField(result, name, doc[name])
    else if (branch) {
      const value = pickValue(doc[name], branch)
      if (value !== undefined) setField(result, name, value)
    }
  }
  return result
}

function pickValue(value: unknown, tree: FieldTree): unknown {
  if (isDoc(value)) return pick(value, tree)
  if (!Array.isArray(value)) return undefined
  return value
    .map((element: unknown) => pickValue(element, tree))
    .filter((element) => element !== undefined)
}

function drop(doc: Doc, tree: FieldTree): Doc {
  const result: Doc = {}
  for (const name of Object.keys(doc)) {
    const branch = tree.get(name)
    if (branch !== true) setField(result, name, branch ? dropValue(doc[name], branch) : doc[name])
  }
  return result
}

function dropValue(value: unknown, tree: FieldTree): unknown {
  if (isDoc(value)) return drop(value, tree)
  return Array.isArray(value) ? value.map((element: unknown) => dropValue(element, tree)) : value
}

function valueAtPath(doc: Doc, path: string): unknown {
  let value: unknown = doc
  for (const part of path.split('.')) value = isDoc(value) ? ownField(value, part) : undefined
  return value
}

/** Sets a field of a result, copying the sub-documents on the way, which may belong to the original. */
function putAtPath(doc: Doc, path: string, value: unknown): void {
  const name = topField(path)
  if (name === path) {
    setField(doc, name, value)
    return
  }
  const current = ownField(doc, name)
  const copy: Doc = isDoc(current) ? { ...current } : {}
  putAtPath(copy, path.slice(name.length + 1), value)
  setField(doc, name, copy)
}
