import type { JsonValue } from '@parley/shared'
import { fromJsonText, toJsonText } from './documents.ts'

/**
 * Attributes of a contact as a document, one field each, so that single ones can be set and searched by. Their names are
 * chosen by people, so whatever means something in a field path is escaped; lists and objects become JSON text.
 */
export function toStoredAttributes(
  attributes: Readonly<Record<string, JsonValue>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [toFieldName(name), toStoredValue(value)]),
  )
}

export function fromStoredAttributes(stored: unknown): Record<string, JsonValue> {
  // Written by toStoredAttributes.
  const entries = Object.entries(stored as Record<string, JsonValue | StoredJson>)
  return Object.fromEntries(
    entries.map(([name, value]) => [fromFieldName(name), fromStoredValue(value)]),
  )
}

/** `$`, `.` and NUL mean something to the database; an empty name could not be addressed. */
export const toFieldName = (name: string): string =>
  name === '' ? EMPTY : name.replaceAll(/[%.$\0]/g, (character) => ESCAPES[character] ?? character)

const fromFieldName = (field: string): string =>
  field === EMPTY ? '' : field.replaceAll(/%[0-9A-F]{2}/g, (escape) => decodeURIComponent(escape))

const ESCAPES: Readonly<Record<string, string>> = { '%': '%25', '.': '%2E', $: '%24', '\0': '%00' }
/** No escape is a percent sign alone. */
const EMPTY = '%'

interface StoredJson {
  readonly json: string
}

const toStoredValue = (value: JsonValue): JsonValue | StoredJson =>
  typeof value === 'object' && value !== null ? { json: toJsonText(value) } : value

/** Objects are only ever stored inside `json`, so an object is that wrapping. */
const fromStoredValue = (value: JsonValue | StoredJson): JsonValue =>
  typeof value === 'object' && value !== null && 'json' in value ? fromJsonText(value.json) : value
