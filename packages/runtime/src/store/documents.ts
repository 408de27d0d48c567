import type { Model, mongo, SchemaOptions } from 'mongoose'

/** A document as the database holds it: ids are strings, all else is decided by the schema of its collection. */
export interface StoredDocument {
  _id: string
  [field: string]: unknown
}

export type StoredCollection = mongo.Collection<StoredDocument>

/** `autoIndex` off: indexes are made on purpose by `ensureIndexes`, not by every process that starts. */
export const SCHEMA_OPTIONS = {
  strict: 'throw',
  versionKey: false,
  minimize: false,
  autoIndex: false,
  autoCreate: false,
} as const satisfies SchemaOptions

/**
 * The driver's collection behind a model. The store's own code writes typed records and needs neither casting nor
 * hydration, which would be most of the cost on the way of a message.
 */
export function nativeCollection(model: Model<StoredDocument>): StoredCollection {
  // Mongoose types the documents behind a model loosely; that ids are strings is said by each schema.
  return model.collection as unknown as StoredCollection
}

/** Update operators with the fields that they change. */
export type UpdateOperators = Readonly<Record<`$${string}`, Readonly<Record<string, unknown>>>>

export function updateOf(operators: UpdateOperators): mongo.UpdateFilter<StoredDocument> {
  // The driver derives which operators a field takes from its type, and our documents do not say the types of fields.
  return operators as mongo.UpdateFilter<StoredDocument>
}

/** Options of every write. Without `ignoreUndefined` an absent optional field would come back as null. */
export const WRITE_OPTIONS = { ignoreUndefined: true } as const

/** `id` becomes `_id`; everything else stays. */
export function toDocument(record: { readonly id: string }): StoredDocument {
  const { id, ...fields } = record
  return { _id: id, ...fields }
}

/** `_id` becomes `id`; everything else stays. */
export function fromDocument<Fields extends { readonly id: string }>(
  document: StoredDocument,
): Fields {
  const { _id, ...fields } = document
  // The store is the only writer of its collections and writes typed records, which the database cannot know.
  return { id: _id, ...fields } as unknown as Fields
}

export const byId = (documents: readonly StoredDocument[]): Map<string, StoredDocument> =>
  new Map(documents.map((document) => [document._id, document]))

/**
 * Values whose keys people choose are stored as JSON text. As BSON, `{ "$ref": … }` would come back as another type and
 * a key with a NUL could not be stored at all; and one string is several times cheaper to write than a tree.
 */
export const toJsonText = (value: unknown): string => JSON.stringify(value)

export function fromJsonText<Value>(text: unknown): Value {
  // Written by toJsonText from a value of this type.
  return JSON.parse(String(text)) as Value
}
