import { Binary } from 'bson'
import { encode } from '../../bson/codec.ts'
import { isEqual } from '../../bson/compare.ts'
import { type Doc, isDoc, isTruthy, toNumber } from '../../bson/values.ts'
import { createIndex, dropIndex } from '../../engine/buildIndex.ts'
import {
  badValue,
  DatabaseError,
  invalidOptions,
  namespaceNotFound,
  notSupported,
} from '../../errors.ts'
import { compileFilter } from '../../query/filter.ts'
import type { Collection } from '../../storage/Collection.ts'
import type { CollectionIndex } from '../../storage/CollectionIndex.ts'
import {
  type Command,
  collectionNameOf,
  documentsIn,
  optionalCount,
  optionalDoc,
  type Request,
} from './command.ts'

const ID_INDEX = { v: 2, key: { _id: 1 }, name: '_id_' }

const listDatabases: Command = ({ services: { database }, body }) => {
  const matches = compileFilter(optionalDoc(body, 'filter') ?? {})
  const names = new Set(database.catalog.all().map((collection) => collection.database))
  const databases = [...names]
    .sort()
    .map((name) => ({ name, sizeOnDisk: database.store.sizeBytes(), empty: false }))
    .filter(matches)
  return {
    databases: isTruthy(body.nameOnly) ? databases.map(({ name }) => ({ name })) : databases,
    totalSize: database.store.sizeBytes(),
    ok: 1,
  }
}

const listCollections: Command = (request) => {
  const { services, databaseName, body } = request
  const matches = compileFilter(optionalDoc(body, 'filter') ?? {})
  const isNameOnly = isTruthy(body.nameOnly)
  const documents = collectionsOf(request)
    .map((collection) => describeCollection(collection))
    .filter(matches)
    .map((description) =>
      isNameOnly ? { name: description.name, type: description.type } : description,
    )
  return openList(request, `${databaseName}.$cmd.listCollections`, documents, services)
}

const listIndexes: Command = (request) => {
  const collection = existingCollection(request)
  const ready = collection.indexes.filter((index) => index.isReady)
  const documents = [ID_INDEX, ...ready.map((index) => index.toDocument())]
  return openList(request, collection.namespace, documents, request.services)
}

const create: Command = (request) => {
  const { services, databaseName, body } = request
  const name = collectionNameOf(request)
  for (const option of [
    'viewOn',
    'timeseries',
    'capped',
    'validator',
    'clusteredIndex',
    'encryptedFields',
  ])
    if (isTruthy(body[option])) throw notSupported(`the option '${option}' of create`)
  return services.database.write(() => {
    // Creating what exists with the same options (we have none) is no error since MongoDB 7.
    services.database.catalog.ensure(databaseName, name)
    return { ok: 1 }
  })
}

const drop: Command = (request) => {
  const { database } = request.services
  return database.write(() => {
    const collection = findCollection(request)
    if (!collection) return { ok: 1 }
    const nIndexesWas = collection.indexes.length + 1
    database.catalog.drop(collection)
    return { nIndexesWas, ns: collection.namespace, ok: 1 }
  })
}

const dropDatabase: Command = (request) => {
  const { database } = request.services
  return database.write(() => {
    for (const collection of collectionsOf(request)) database.catalog.drop(collection)
    return { dropped: request.databaseName, ok: 1 }
  })
}

const renameCollection: Command = ({ services: { database }, body }) =>
  database.write(() => {
    const from = splitNamespace(body.renameCollection)
    const to = splitNamespace(body.to)
    const collection = database.catalog.get(from.database, from.name)
    if (!collection)
      throw namespaceNotFound(`Source collection ${String(body.renameCollection)} does not exist`)
    const target = database.catalog.get(to.database, to.name)
    if (target && (target === collection || !isTruthy(body.dropTarget)))
      throw new DatabaseError(48, 'NamespaceExists', 'target namespace exists')
    if (target) database.catalog.drop(target)
    database.catalog.rename(collection, to.database, to.name)
    return { ok: 1 }
  })

/** Changes how long documents live, or whether the planner may use an index. */
const collMod: Command = (request) => {
  const { database } = request.services
  return database.write(() => {
    const collection = existingCollection(request)
    const change = optionalDoc(request.body, 'index')
    if (!change) throw notSupported('this use of collMod')
    const index = findIndex(collection, change.name ?? change.keyPattern)
    if (change.expireAfterSeconds !== undefined)
      index.expireAfterSeconds = toNumber(change.expireAfterSeconds)
    if (change.hidden !== undefined) index.isHidden = isTruthy(change.hidden)
    database.catalog.save(collection)
    return { ok: 1 }
  })
}

const createIndexes: Command = async (request) => {
  const { services, databaseName, body } = request
  const { database } = services
  const definitions = documentsIn(body, 'indexes')
  if (definitions.length === 0) throw badValue('Must specify at least one index to create')
  const existing = findCollection(request)
  const name = collectionNameOf(request)
  const collection =
    existing ?? (await database.write(() => database.catalog.ensure(databaseName, name)))
  const numIndexesBefore = collection.indexes.length + 1
  for (const definition of definitions) await createIndex(database, collection, definition)
  return {
    numIndexesBefore,
    numIndexesAfter: collection.indexes.length + 1,
    createdCollectionAutomatically: !existing,
    ok: 1,
  }
}

const dropIndexes: Command = async (request) => {
  const { database } = request.services
  const collection = existingCollection(request)
  const nIndexesWas = collection.indexes.length + 1
  const { index: wanted } = request.body
  const dropped =
    wanted === '*'
      ? [...collection.indexes]
      : (Array.isArray(wanted) ? wanted : [wanted]).map((item: unknown) =>
          findIndex(collection, item),
        )
  for (const index of dropped) await dropIndex(database, collection, index)
  return { nIndexesWas, ok: 1 }
}

export const catalogCommands: Record<string, Command> = {
  listdatabases: listDatabases,
  listcollections: listCollections,
  listindexes: listIndexes,
  create,
  drop,
  dropdatabase: dropDatabase,
  renamecollection: renameCollection,
  collmod: collMod,
  createindexes: createIndexes,
  dropindexes: dropIndexes,
}

const findCollection = (request: Request) =>
  request.services.database.catalog.get(request.databaseName, collectionNameOf(request))

function existingCollection(request: Request): Collection {
  const collection = findCollection(request)
  if (collection) return collection
  throw namespaceNotFound(`ns does not exist: ${request.databaseName}.${collectionNameOf(request)}`)
}

const collectionsOf = ({ services, databaseName }: Request) =>
  services.database.catalog
    .all()
    .filter((collection) => collection.database === databaseName)
    .sort((a, b) => (a.name < b.name ? -1 : 1))

function describeCollection({ name, options, uuid }: Collection): Doc {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex')
  return {
    name,
    type: 'collection',
    options,
    info: { readOnly: false, uuid: new Binary(bytes, Binary.SUBTYPE_UUID) },
    idIndex: ID_INDEX,
  }
}

/** By name or by key. @throws {DatabaseError} IndexNotFound, or InvalidOptions for the index on `_id`. */
function findIndex(collection: Collection, wanted: unknown): CollectionIndex {
  if (wanted === '_id_' || isEqual(wanted, { _id: 1 }))
    throw invalidOptions('cannot drop _id index')
  const index = isDoc(wanted)
    ? collection.indexes.find((candidate) => candidate.hasKey(wanted))
    : collection.findIndex(String(wanted))
  if (index) return index
  throw new DatabaseError(27, 'IndexNotFound', `index not found with name [${String(wanted)}]`)
}

function splitNamespace(namespace: unknown): { database: string; name: string } {
  const text = String(namespace)
  const dot = text.indexOf('.')
  return { database: text.slice(0, dot), name: text.slice(dot + 1) }
}

function openList(
  { body }: Request,
  namespace: string,
  documents: Doc[],
  { cursors }: Request['services'],
): Promise<Buffer> {
  const source = (async function* () {
    yield documents.map(encode)
  })()
  const batchSize = optionalCount(optionalDoc(body, 'cursor') ?? {}, 'batchSize')
  return cursors.open({ namespace, source, batchSize })
}
