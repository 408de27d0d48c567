import { randomUUID } from 'node:crypto'
import { decode, encode } from '../bson/codec.ts'
import { treeKey } from '../bson/keys.ts'
import { type Doc, isDoc, isTruthy, toNumber } from '../bson/values.ts'
import { DatabaseError } from '../errors.ts'
import { Collection } from './Collection.ts'
import { CollectionIndex } from './CollectionIndex.ts'
import type { Store, TreeName } from './Store.ts'

const NEXT_ID_KEY = Buffer.from('next')
const collectionKey = (id: number) => Buffer.from(`c:${id}`)
const countKey = (id: number) => Buffer.from(`n:${id}`)
const garbageKey = (garbage: Garbage) => Buffer.from(`g:${garbage.tree}:${garbage.id}`)

/** A dropped collection or index whose keys are still to be deleted. */
export interface Garbage {
  tree: Extract<TreeName, 'documents' | 'entries'>
  id: number
}

/**
 * What collections and indexes there are, in memory, with its copy in the store. Methods that change it must be
 * called inside {@link Store.write}.
 */
export class Catalog {
  readonly garbage: Garbage[] = []
  readonly #store: Store
  readonly #collections = new Map<string, Collection>()
  readonly #changedCounts = new Set<Collection>()
  readonly #changed = new Set<Collection>()
  #nextId = 1

  constructor(store: Store) {
    this.#store = store
    this.reload()
  }

  /** Reads everything from the store again, which is also how memory is put right after a failed commit. */
  reload(): void {
    this.#collections.clear()
    this.#changed.clear()
    this.#changedCounts.clear()
    this.garbage.length = 0
    const all = { from: Buffer.from([0]), to: Buffer.from([0xff]), limit: Number.MAX_SAFE_INTEGER }
    for (const { key, value } of this.#store.range('catalog', all)) {
      const [kind, name, id] = key.toString().split(':')
      if (kind === 'next') this.#nextId = value.readUInt32BE(0)
      else if (kind === 'c') this.#add(readCollection(decode(value)))
      else if (kind === 'g' && (name === 'documents' || name === 'entries'))
        this.garbage.push({ tree: name, id: Number(id) })
    }
    for (const collection of this.#collections.values()) {
      const count = this.#store.get('catalog', countKey(collection.id))
      collection.count = count ? count.readDoubleBE(0) : 0
    }
  }

  get(database: string, name: string): Collection | undefined {
    return this.#collections.get(`${database}.${name}`)
  }

  all(): Collection[] {
    return [...this.#collections.values()]
  }

  /** The collection of that name, created when there is none. */
  ensure(database: string, name: string, options: Doc = {}): Collection {
    const existing = this.get(database, name)
    if (existing) return existing
    checkName(name)
    const collection = new Collection({
      id: this.newId(),
      database,
      name,
      uuid: randomUUID(),
      options,
    })
    this.#add(collection)
    this.save(collection)
    this.addToCount(collection, 0)
    return collection
  }

  /** A number that no collection or index ever had. */
  newId(): number {
    const id = this.#nextId++
    this.#store.put('catalog', NEXT_ID_KEY, treeKey(this.#nextId))
    return id
  }

  save(collection: Collection): void {
    this.#changed.delete(collection)
    this.#store.put('catalog', collectionKey(collection.id), encode(collection.toDocument()))
  }

  /** Remembers to save the collection at the end of this write. */
  saveSoon(collection: Collection): void {
    this.#changed.add(collection)
  }

  addToCount(collection: Collection, difference: number): void {
    collection.count += difference
    this.#changedCounts.add(collection)
  }

  /** Writes what changed in memory; called at the end of every write. */
  flush(): void {
    for (const collection of this.#changed) this.save(collection)
    for (const collection of this.#changedCounts) {
      const count = Buffer.allocUnsafe(8)
      count.writeDoubleBE(collection.count, 0)
      this.#store.put('catalog', countKey(collection.id), count)
    }
    this.#changedCounts.clear()
  }

  /** Forgets a collection at once; its keys are deleted later, as garbage. */
  drop(collection: Collection): void {
    this.#addGarbage({ tree: 'documents', id: collection.id })
    for (const index of collection.indexes) this.#addGarbage({ tree: 'entries', id: index.id })
    this.#store.delete('catalog', collectionKey(collection.id))
    this.#store.delete('catalog', countKey(collection.id))
    this.#changed.delete(collection)
    this.#changedCounts.delete(collection)
    collection.isDropped = true
    this.#collections.delete(collection.namespace)
  }

  dropIndex(collection: Collection, index: CollectionIndex): void {
    collection.indexes = collection.indexes.filter((other) => other !== index)
    this.#addGarbage({ tree: 'entries', id: index.id })
    this.save(collection)
  }

  rename(collection: Collection, database: string, name: string): void {
    checkName(name)
    this.#collections.delete(collection.namespace)
    collection.database = database
    collection.name = name
    this.#add(collection)
    this.save(collection)
  }

  /** Called when the last key of a dropped tree is gone. */
  forgetGarbage(garbage: Garbage): void {
    this.#store.delete('catalog', garbageKey(garbage))
    this.garbage.splice(this.garbage.indexOf(garbage), 1)
  }

  #add(collection: Collection): void {
    this.#collections.set(collection.namespace, collection)
  }

  #addGarbage(garbage: Garbage): void {
    this.garbage.push(garbage)
    this.#store.put('catalog', garbageKey(garbage), Buffer.from([1]))
  }
}

function checkName(name: string): void {
  if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('system.'))
    throw new DatabaseError(73, 'InvalidNamespace', `Invalid collection name: ${name}`)
}

function readCollection(doc: Doc): Collection {
  const collection = new Collection({
    id: toNumber(doc.id),
    database: String(doc.db),
    name: String(doc.name),
    uuid: String(doc.uuid),
    options: isDoc(doc.options) ? doc.options : {},
  })
  const indexes = Array.isArray(doc.indexes) ? doc.indexes.filter(isDoc) : []
  for (const stored of indexes) {
    const { id, multikey, truncated, building, ...definition } = stored
    const index = new CollectionIndex(toNumber(id), definition)
    index.isMultikey = isTruthy(multikey)
    index.isTruncated = isTruthy(truncated)
    index.state = isTruthy(building) ? 'building' : 'ready'
    collection.indexes.push(index)
  }
  return collection
}
