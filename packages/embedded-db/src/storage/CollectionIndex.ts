import { isEqual } from '../bson/compare.ts'
import { partsOf, topField } from '../bson/paths.ts'
import { type Doc, isDoc, isTruthy, toNumber } from '../bson/values.ts'
import { DatabaseError, notSupported } from '../errors.ts'
import { fieldsOfFilter } from '../query/fields.ts'
import { compileFilter, type Predicate } from '../query/filter.ts'

export interface IndexField {
  path: string
  parts: readonly string[]
  /** 1 ascending, -1 descending. */
  direction: 1 | -1
}

const KNOWN_OPTIONS = new Set([
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'hidden',
  'background',
  'ns',
])

/** One index: its definition as the client gave it, and what planner and writers need to know about it. */
export class CollectionIndex {
  readonly id: number
  readonly name: string
  readonly key: Doc
  readonly fields: readonly IndexField[]
  readonly directions: readonly number[]
  readonly isUnique: boolean
  readonly isSparse: boolean
  readonly partialFilter: Doc | null
  readonly isInPartialFilter: Predicate | null
  /** Top-level fields that decide what the index holds for a document; null when that may be any field. */
  readonly topFields: ReadonlySet<string> | null
  /** Documents expire this many seconds after the instant in the indexed field; null for an ordinary index. */
  expireAfterSeconds: number | null
  isHidden: boolean
  /** True once any document had an array in an indexed field. */
  isMultikey = false
  /** True once any entry was too long and was cut, after which keys alone decide nothing exactly. */
  isTruncated = false
  /**
   * `building`: writers keep it up, it is not complete. `built`: complete, but readers may not see that yet.
   * Only a `ready` index is used by the planner.
   */
  state: 'building' | 'built' | 'ready' = 'building'

  /** @throws {DatabaseError} when the definition is invalid or asks for something unsupported. */
  constructor(id: number, definition: Doc) {
    const { key, name, partialFilterExpression } = definition
    if (!isDoc(key) || Object.keys(key).length === 0)
      throw cannotCreate('Index keys must be a document with at least one field')
    for (const option of Object.keys(definition)) {
      const isSimpleCollation = option === 'collation' && isSimple(definition.collation)
      if (!KNOWN_OPTIONS.has(option) && !isSimpleCollation)
        throw notSupported(`the index option '${option}'`)
    }
    this.id = id
    this.key = key
    this.fields = Object.entries(key).map(([path, direction]) => toField(path, direction))
    this.directions = this.fields.map((field) => field.direction)
    this.name = typeof name === 'string' ? name : defaultName(key)
    this.isUnique = isTruthy(definition.unique)
    this.isSparse = isTruthy(definition.sparse)
    this.isHidden = isTruthy(definition.hidden)
    this.partialFilter = isDoc(partialFilterExpression) ? partialFilterExpression : null
    this.isInPartialFilter = this.partialFilter && compileFilter(this.partialFilter)
    this.expireAfterSeconds =
      definition.expireAfterSeconds === undefined ? null : toNumber(definition.expireAfterSeconds)
    if (this.expireAfterSeconds !== null && !(this.expireAfterSeconds >= 0))
      throw cannotCreate("TTL index 'expireAfterSeconds' must be a number of at least 0")
    const partialFields = this.partialFilter
      ? fieldsOfFilter(this.partialFilter)
      : new Set<string>()
    this.topFields =
      partialFields &&
      new Set([...this.fields.map((field) => topField(field.path)), ...partialFields])
  }

  get isReady(): boolean {
    return this.state === 'ready'
  }

  /** Same fields in the same order and directions. */
  hasKey(key: Doc): boolean {
    const entries = Object.entries(key)
    return (
      entries.length === this.fields.length &&
      this.fields.every((field, i) => {
        const [path, direction] = entries[i] ?? []
        return path === field.path && Math.sign(toNumber(direction)) === field.direction
      })
    )
  }

  hasSameOptions(other: CollectionIndex): boolean {
    return (
      this.isUnique === other.isUnique &&
      this.isSparse === other.isSparse &&
      this.expireAfterSeconds === other.expireAfterSeconds &&
      isEqual(this.partialFilter, other.partialFilter)
    )
  }

  /** As `listIndexes` shows it. */
  toDocument(): Doc {
    return {
      v: 2,
      key: this.key,
      name: this.name,
      ...(this.isUnique ? { unique: true } : {}),
      ...(this.isSparse ? { sparse: true } : {}),
      ...(this.partialFilter ? { partialFilterExpression: this.partialFilter } : {}),
      ...(this.expireAfterSeconds === null ? {} : { expireAfterSeconds: this.expireAfterSeconds }),
      ...(this.isHidden ? { hidden: true } : {}),
    }
  }

  /** As the catalog stores it. */
  toStored(): Doc {
    return {
      ...this.toDocument(),
      id: this.id,
      ...(this.isMultikey ? { multikey: true } : {}),
      ...(this.isTruncated ? { truncated: true } : {}),
      ...(this.state === 'building' ? { building: true } : {}),
    }
  }
}

function toField(path: string, direction: unknown): IndexField {
  if (typeof direction === 'string') throw notSupported(`'${direction}' indexes`)
  const number = toNumber(direction)
  if (!number)
    throw cannotCreate(`Values in the index key must be 1 or -1, not ${String(direction)}`)
  if (path === '' || path.split('.').includes('')) throw cannotCreate('Index keys cannot be empty')
  if (path.startsWith('$') || path.includes('$**')) throw notSupported(`the index key '${path}'`)
  return { path, parts: partsOf(path), direction: number < 0 ? -1 : 1 }
}

const isSimple = (collation: unknown) => isDoc(collation) && collation.locale === 'simple'

const defaultName = (key: Doc) =>
  Object.entries(key)
    .map(([path, direction]) => `${path}_${String(direction)}`)
    .join('_')

const cannotCreate = (message: string) => new DatabaseError(67, 'CannotCreateIndex', message)
