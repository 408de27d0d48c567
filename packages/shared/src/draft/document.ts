import * as Y from 'yjs'
import { isJsonObject, type JsonValue } from '../json.ts'
import { type Draft, type DraftEdge, type DraftNode, FARTHEST, type JsonObject } from './draft.ts'
import { patchSettings, readSettings } from './settings.ts'
import { fromTranslationEntries, toTranslationEntries } from './translationEntries.ts'
import { fromShared, patchArray, patchKey, toShared } from './values.ts'

/**
 * How a draft lies in a Yjs document:
 *
 *   nodes     Y.Map  id → Y.Map { type, name?, position, data: Y.Map, order, 'translation <language> <key>'… }
 *   edges     Y.Map  id → Y.Map { source, sourceHandle, target, order }
 *   variables Y.Array of Y.Map
 *   settings  Y.Map of values, and of 'languages <item>' and 'tests <item>' → Y.Map { item, order }
 *
 * `order` keeps the order of the JSON lists, which a Y.Map has none of. A position is one plain value: when two people
 * move a node at once, one of the two places wins, never x of one and y of the other. Each translated text is an entry of
 * its own: when two people write the first translations of a node at once, both keep theirs.
 */
export const nodesOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('nodes')
export const edgesOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('edges')
export const variablesOf = (doc: Y.Doc): Y.Array<unknown> => doc.getArray('variables')
export const settingsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('settings')

/** The draft as plain JSON. What cannot be read is left out, and so is an edge whose node somebody deleted meanwhile. */
export function readDraft(doc: Y.Doc): Draft {
  const nodes = inOrder(nodesOf(doc), readNode)
  const nodeIds = new Set(nodes.map(({ id }) => id))
  return {
    nodes,
    edges: inOrder(edgesOf(doc), readEdge).filter(
      ({ source, target }) => nodeIds.has(source) && nodeIds.has(target),
    ),
    variables: variablesOf(doc).toArray().map(fromShared).filter(isJsonObject),
    settings: readSettings(settingsOf(doc)),
  }
}

/**
 * Makes the document say what `draft` says, in one transaction that touches only what differs: people who edit
 * at the same time keep what they do elsewhere.
 */
export function replaceDraft(doc: Y.Doc, draft: Draft, origin?: unknown): void {
  doc.transact(() => {
    replaceEntries(
      nodesOf(doc),
      draft.nodes.map(({ id, ...node }) => ({ id, value: toEntry(node) })),
    )
    replaceEntries(
      edgesOf(doc),
      draft.edges.map(({ id, ...edge }) => ({ id, value: { ...edge } })),
    )
    patchArray(variablesOf(doc), draft.variables)
    patchSettings(settingsOf(doc), draft.settings)
  }, origin)
}

/** One node as JSON; null when the entry is not a node. */
export function readNode(id: string, entry: unknown): DraftNode | null {
  if (!(entry instanceof Y.Map)) return null
  const type: unknown = entry.get('type')
  if (typeof type !== 'string') return null
  const name: unknown = entry.get('name')
  return {
    id,
    type,
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    position: readPosition(entry.get('position')),
    data: asObject(fromShared(entry.get('data'))),
    ...readTranslations(entry),
  }
}

/** One edge as JSON; null when the entry is not an edge. */
export function readEdge(id: string, entry: unknown): DraftEdge | null {
  if (!(entry instanceof Y.Map)) return null
  const source: unknown = entry.get('source')
  const target: unknown = entry.get('target')
  const sourceHandle: unknown = entry.get('sourceHandle')
  if (typeof source !== 'string' || typeof target !== 'string') return null
  return {
    id,
    source,
    sourceHandle: typeof sourceHandle === 'string' ? sourceHandle : 'next',
    target,
  }
}

/** Writes a node, or brings the one with this id to `node`; new nodes come last. To be called in a transaction. */
export function putNode(doc: Y.Doc, { id, ...node }: DraftNode): void {
  putEntry(nodesOf(doc), id, toEntry(node))
}

/** Writes an edge, or brings the one with this id to `edge`; new edges come last. To be called in a transaction. */
export function putEdge(doc: Y.Doc, { id, ...edge }: DraftEdge): void {
  putEntry(edgesOf(doc), id, { ...edge })
}

const toEntry = ({ translations, ...node }: Omit<DraftNode, 'id'>): JsonObject => ({
  ...node,
  ...toTranslationEntries(translations ?? {}),
})

function readTranslations(entry: Y.Map<unknown>): Pick<DraftNode, 'translations'> {
  const translations = fromTranslationEntries(
    [...entry.entries()].map(([key, value]) => [key, () => fromShared(value)]),
  )
  return translations === null ? {} : { translations }
}

function putEntry(entries: Y.Map<Y.Map<unknown>>, id: string, value: JsonObject): void {
  const order = orderOf(entries.get(id)) ?? nextOrder(entries)
  writeEntry(entries, id, { ...value, order })
}

function replaceEntries(
  entries: Y.Map<Y.Map<unknown>>,
  items: readonly { readonly id: string; readonly value: JsonObject }[],
): void {
  const ids = new Set(items.map(({ id }) => id))
  for (const id of entries.keys()) {
    if (!ids.has(id)) entries.delete(id)
  }
  let last = 0
  for (const { id, value } of items) {
    const current = orderOf(entries.get(id))
    last = current !== null && current > last ? current : last + 1
    writeEntry(entries, id, { ...value, order: last })
  }
}

function writeEntry(entries: Y.Map<Y.Map<unknown>>, id: string, value: JsonObject): void {
  const current = entries.get(id)
  if (!(current instanceof Y.Map)) {
    const entry = new Y.Map<unknown>()
    for (const [key, item] of Object.entries(value)) entry.set(key, sharedField(key, item))
    entries.set(id, entry)
    return
  }
  for (const key of current.keys()) {
    if (!Object.hasOwn(value, key)) current.delete(key)
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === 'position') setPosition(current, item)
    else patchKey(current, key, item)
  }
}

const sharedField = (key: string, item: JsonValue): unknown =>
  key === 'position' ? readPosition(item) : toShared(item, key)

function setPosition(entry: Y.Map<unknown>, next: JsonValue): void {
  const before = readPosition(entry.get('position'))
  const after = readPosition(next)
  if (before.x !== after.x || before.y !== after.y) entry.set('position', after)
}

/** Moves a node. To be called in a transaction. */
export function moveNode(doc: Y.Doc, id: string, position: DraftNode['position']): void {
  const entry = nodesOf(doc).get(id)
  if (entry !== undefined) setPosition(entry, { ...position })
}

function inOrder<Item>(
  entries: Y.Map<Y.Map<unknown>>,
  read: (id: string, entry: unknown) => Item | null,
): Item[] {
  return [...entries.entries()]
    .map(([id, entry]) => ({
      id,
      order: orderOf(entry) ?? Number.MAX_SAFE_INTEGER,
      item: read(id, entry),
    }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .flatMap(({ item }) => (item === null ? [] : [item]))
}

function orderOf(entry: unknown): number | null {
  if (!(entry instanceof Y.Map)) return null
  const order: unknown = entry.get('order')
  return typeof order === 'number' && Number.isFinite(order) ? order : null
}

const nextOrder = (entries: Y.Map<Y.Map<unknown>>): number =>
  Math.max(0, ...[...entries.values()].map((entry) => orderOf(entry) ?? 0)) + 1

function readPosition(value: unknown): { x: number; y: number } {
  const json = fromShared(value)
  const { x, y } = isJsonObject(json) ? json : {}
  return { x: readCoordinate(x), y: readCoordinate(y) }
}

const readCoordinate = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.min(Math.max(value, -FARTHEST), FARTHEST)
    : 0

const asObject = (value: JsonValue): JsonObject => (isJsonObject(value) ? value : {})
