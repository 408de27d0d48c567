import { isJsonObject, isNodeType, type JsonValue, shapeData } from '@parley/shared'
import type { DraftNode, JsonObject } from '@parley/shared/draft'
import { t } from '../../../../i18n/t.ts'
import { labelOf, valueWords } from './fieldLabels.ts'

/** A field of a node, or one entry of a list in it, in words. */
export interface FieldLine {
  /** The same for the same thing in two versions. */
  readonly path: string
  readonly label: string
  readonly value: string
}

/** Everything that a node says and does, field by field. What is empty or off is left out. */
export function fieldLines({ type, name, data }: Pick<DraftNode, 'type' | 'name' | 'data'>) {
  // What shapeData builds is plain JSON.
  const shaped = isNodeType(type) ? (shapeData(type, data) as unknown as JsonObject) : data
  return [
    ...(name ? [{ path: 'name', label: t('nodes.form.name'), value: name }] : []),
    ...linesOfObject(shaped, [], ''),
  ]
}

/** The same for any JSON object: settings, a variable. */
export function linesOfObject(
  object: JsonObject,
  path: readonly string[],
  label: string,
): readonly FieldLine[] {
  return Object.entries(object).flatMap(([key, value]) =>
    linesOf(key, value, [...path, key], label === '' ? labelOf(key) : `${label} › ${labelOf(key)}`),
  )
}

function linesOf(
  key: string,
  value: JsonValue,
  path: readonly string[],
  label: string,
): readonly FieldLine[] {
  if (isEmpty(value)) return []
  if (Array.isArray(value) && !value.every(isPlain)) {
    return value.flatMap((item: JsonValue, index) =>
      linesOfItem(key, item, [...path, idOf(item, index)], `${label} ${index + 1}`),
    )
  }
  if (isJsonObject(value)) return linesOfObject(value, path, label)
  return [{ path: path.join('.'), label, value: valueWords(key, value) }]
}

/** One entry of a list on one line, its name first; lists inside it have lines of their own. */
function linesOfItem(
  key: string,
  item: JsonValue,
  path: readonly string[],
  label: string,
): readonly FieldLine[] {
  if (!isJsonObject(item)) return linesOf(key, item, path, label)
  const entries = Object.entries(item).filter(([each, value]) => each !== 'id' && !isEmpty(value))
  const flat = entries.filter(([, value]) => isFlat(value))
  const words = flat
    .toSorted(([a], [b]) => Number(NAMES.has(b)) - Number(NAMES.has(a)))
    .map(([each, value]) =>
      NAMES.has(each) ? valueWords(each, value) : `${labelOf(each)}: ${valueWords(each, value)}`,
    )
  return [
    ...(words.length > 0 ? [{ path: path.join('.'), label, value: words.join(' · ') }] : []),
    ...entries
      .filter(([, value]) => !isFlat(value))
      .flatMap(([each, value]) =>
        linesOf(each, value, [...path, each], `${label} › ${labelOf(each)}`),
      ),
  ]
}

/** What tells the entries of a list apart; it needs no label. */
const NAMES: ReadonlySet<string> = new Set(['title', 'label', 'name'])

const isPlain = (value: JsonValue): boolean => typeof value !== 'object' || value === null
const isFlat = (value: JsonValue): boolean =>
  isPlain(value) || (Array.isArray(value) && value.every(isPlain))

function isEmpty(value: JsonValue): boolean {
  if (value === null || value === false || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function idOf(item: JsonValue, index: number): string {
  const id = isJsonObject(item) ? item['id'] : undefined
  return typeof id === 'string' ? id : String(index)
}
