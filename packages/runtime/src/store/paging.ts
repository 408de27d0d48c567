import type { StoredDocument } from './documents.ts'

/** A list in pieces. Cursors are opaque and name a place in the order, so they stay right while records come and go. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Where the next page begins; null at the end. */
  readonly nextCursor: string | null
}

/** The text given as a cursor was not made by us. Safe to show to the sender. */
export class BadCursorError extends Error {
  override name = 'BadCursorError'
  readonly code = 'badCursor'
  constructor() {
    super('The cursor is not valid; pass one that a list answered with, unchanged')
  }
}

/** A field that a list is ordered by. The last one must be unique. */
export interface SortField {
  readonly field: string
  readonly type: 'number' | 'string'
}

export interface Order {
  readonly fields: readonly [SortField, ...SortField[]]
  readonly direction: 'ascending' | 'descending'
}

const opposite = { ascending: 'descending', descending: 'ascending' } as const
export const reversed = (order: Order): Order => ({
  fields: order.fields,
  direction: opposite[order.direction],
})

type Place = readonly (number | string)[]

export function toCursor(document: StoredDocument, { fields }: Order): string {
  const place = fields.map(({ field }) => document[field])
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** @throws {BadCursorError} when it names no place in this order. */
export function parseCursor(cursor: string, { fields }: Order): Place {
  let place: unknown
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw new BadCursorError()
  }
  if (!Array.isArray(place) || place.length !== fields.length) throw new BadCursorError()
  return fields.map(({ type }, index) => {
    const value: unknown = place[index]
    if (typeof value === 'number' && type === 'number') return value
    if (typeof value === 'string' && type === 'string') return value
    throw new BadCursorError()
  })
}

export const toSort = ({ fields, direction }: Order): Record<string, 1 | -1> =>
  Object.fromEntries(fields.map(({ field }) => [field, direction === 'ascending' ? 1 : -1]))

/**
 * What comes after a place in the order. The first field is also bounded by itself: that is the part which an index can
 * use, the alternatives only decide among equals.
 */
export function afterPlace(place: Place, order: Order): Record<string, unknown> {
  const beyond = order.direction === 'ascending' ? '$gt' : '$lt'
  const alternatives = order.fields.map(({ field }, index) => ({
    ...Object.fromEntries(order.fields.slice(0, index).map((equal, i) => [equal.field, place[i]])),
    [field]: { [beyond]: place[index] },
  }))
  if (order.fields.length === 1) return alternatives[0] ?? {}
  return { [order.fields[0].field]: { [`${beyond}e`]: place[0] }, $or: alternatives }
}

/** Filter of the page that begins after a cursor, or of the first one. */
export const fromCursor = (cursor: string | undefined, order: Order): Record<string, unknown> =>
  cursor === undefined ? {} : afterPlace(parseCursor(cursor, order), order)

/** Cuts what was read with a limit of one more than the page holds. */
export function toPage<Item>(
  documents: readonly StoredDocument[],
  limit: number,
  order: Order,
  toItem: (document: StoredDocument) => Item,
): Page<Item> {
  const shown = documents.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(toItem),
    nextCursor: last && documents.length > limit ? toCursor(last, order) : null,
  }
}
