import type { Doc } from '../bson/values.ts'
import type { CollectionIndex } from './CollectionIndex.ts'

export interface CollectionFields {
  id: number
  database: string
  name: string
  uuid: string
  options: Doc
}

/** One collection as the catalog knows it. */
export class Collection {
  readonly id: number
  database: string
  name: string
  readonly uuid: string
  readonly options: Doc
  indexes: CollectionIndex[] = []
  /** Number of documents, exact. */
  count = 0
  /** Set when the collection is gone, so that a scan or a build that still holds it stops. */
  isDropped = false

  constructor({ id, database, name, uuid, options }: CollectionFields) {
    this.id = id
    this.database = database
    this.name = name
    this.uuid = uuid
    this.options = options
  }

  get namespace(): string {
    return `${this.database}.${this.name}`
  }

  findIndex(name: string): CollectionIndex | undefined {
    return this.indexes.find((index) => index.name === name)
  }

  /** How the catalog stores it. */
  toDocument(): Doc {
    return {
      id: this.id,
      db: this.database,
      name: this.name,
      uuid: this.uuid,
      options: this.options,
      indexes: this.indexes.map((index) => index.toStored()),
    }
  }
}
