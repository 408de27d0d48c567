import { Timestamp } from 'bson'
import { isEqual } from '../bson/compare.ts'
import { partsOf, topField } from '../bson/paths.ts'
import type { Path } from '../bson/setAt.ts'
import { type Doc, isDoc, setField } from '../bson/values.ts'
import { DatabaseError, failedToParse, invalidOptions } from '../errors.ts'
import { compileDocumentStage } from '../query/documentStages.ts'
import type { Variables } from '../query/filter.ts'
import { type ApplyAt, currentTimestamp, updateOperators } from './operators.ts'
import { type ArrayFilters, compileArrayFilters, expandPath } from './positions.ts'

/** An update of a statement, ready to be applied to any number of documents. */
export interface CompiledUpdate {
  /**
   * Returns the new version. May change `doc` itself, so the caller gives it away. `inserting` applies
   * `$setOnInsert`. @throws {DatabaseError} when the update does not fit the document.
   */
  apply: (doc: Doc, inserting?: boolean) => Doc
  /** The top-level fields that may change; null when any may. */
  fields: ReadonlySet<string> | null
  isReplacement: boolean
}

export interface UpdateContext {
  /** The query of the statement, for the positional `$`. */
  filter: Doc
  arrayFilters?: readonly unknown[] | undefined
  variables?: Variables | undefined
}

/** @throws {DatabaseError} for unknown operators, invalid arguments and conflicting paths. */
export function compileUpdate(update: unknown, context: UpdateContext): CompiledUpdate {
  if (Array.isArray(update))
    return {
      apply: keepingId(compilePipeline(update, context.variables)),
      fields: null,
      isReplacement: false,
    }
  if (!isDoc(update)) throw failedToParse('An update must be a document or a pipeline')
  const [first] = Object.keys(update)
  if (first?.startsWith('$')) return compileOperators(update, context)
  return { apply: keepingId((doc) => replace(doc, update)), fields: null, isReplacement: true }
}

/** An update written as an aggregation pipeline. */
function compilePipeline(stages: unknown[], variables?: Variables): (doc: Doc) => Doc {
  const compiled = stages.map((stage) => {
    const [entry, ...more] = isDoc(stage) ? Object.entries(stage) : []
    if (!entry || more.length > 0)
      throw failedToParse('Each stage of an update pipeline must be a document with one field')
    const [name, argument] = entry
    const apply = compileDocumentStage(name, argument, variables)
    if (!apply) throw invalidOptions(`${name} is not allowed to be used within an update`)
    return apply
  })
  return (doc) => compiled.reduce((current, apply) => apply(current), doc)
}

interface Change {
  operator: string
  parts: Path
  apply: ApplyAt
}

function compileOperators(
  update: Doc,
  { filter, arrayFilters = [] }: UpdateContext,
): CompiledUpdate {
  const filters = compileArrayFilters(arrayFilters)
  const changes: Change[] = []
  const paths: string[] = []
  for (const [operator, fields] of Object.entries(update)) {
    const prepare = updateOperators[operator]
    if (!prepare)
      throw failedToParse(
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      )
    if (!isDoc(fields))
      throw failedToParse(`Modifiers operate on fields: ${operator} needs a document`)
    for (const [path, argument] of Object.entries(fields)) {
      checkPath(path)
      claimPath(paths, path)
      if (operator === '$rename' && typeof argument === 'string') claimPath(paths, argument)
      changes.push({ operator, parts: partsOf(path), apply: prepare(argument, path) })
    }
  }
  checkFiltersAreUsed(filters, paths)
  const apply = (doc: Doc, inserting = false) => {
    for (const change of changes) {
      if (change.operator === '$setOnInsert' && !inserting) continue
      const isPositional = change.parts.some((part) => part.startsWith('$'))
      const targets = isPositional
        ? expandPath(doc, change.parts, { filter, arrayFilters: filters })
        : [change.parts]
      for (const target of targets) change.apply(doc, target)
    }
    return doc
  }
  return {
    apply: paths.some((path) => topField(path) === '_id') ? keepingId(apply) : apply,
    fields: new Set(paths.map(topField)),
    isReplacement: false,
  }
}

function checkPath(path: string): void {
  const parts = partsOf(path)
  if (parts.includes(''))
    throw new DatabaseError(
      56,
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name`,
    )
  if (parts[0]?.startsWith('$'))
    throw new DatabaseError(
      52,
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${path}' is not allowed in an update`,
    )
}

function claimPath(paths: string[], path: string): void {
  for (const other of paths) {
    if (other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`))
      throw new DatabaseError(
        40,
        'ConflictingUpdateOperators',
        `Updating the path '${path}' would create a conflict at '${other}'`,
      )
  }
  paths.push(path)
}

function checkFiltersAreUsed(filters: ArrayFilters, paths: string[]): void {
  for (const name of filters.keys()) {
    if (!paths.some((path) => path.includes(`$[${name}]`)))
      throw failedToParse(`The array filter for identifier '${name}' was not used in the update`)
  }
}

/** The new fields, with the document's `_id`. An empty top-level timestamp becomes the current one. */
function replace(doc: Doc, replacement: Doc): Doc {
  const result: Doc = {}
  const id = replacement._id ?? doc._id
  if (id !== undefined) result._id = id
  for (const [name, value] of Object.entries(replacement)) {
    if (name === '_id') continue
    if (name.startsWith('$'))
      throw new DatabaseError(
        52,
        'DollarPrefixedFieldName',
        `A replacement cannot have the field '${name}'`,
      )
    setField(
      result,
      name,
      value instanceof Timestamp && value.isZero() ? currentTimestamp() : value,
    )
  }
  return result
}

/** The `_id` cannot change; a result without one gets it back, in front. */
function keepingId(apply: CompiledUpdate['apply']): CompiledUpdate['apply'] {
  return (doc, inserting) => {
    const id = doc._id
    const result = apply(doc, inserting)
    if (id === undefined || inserting) return result
    if (result._id === undefined) return { _id: id, ...result }
    if (!isEqual(result._id, id))
      throw new DatabaseError(
        66,
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      )
    return result
  }
}
