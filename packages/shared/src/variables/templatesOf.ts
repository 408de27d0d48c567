import type { DraftNode } from '../draft/draft.ts'
import { isJson, isJsonObject, type JsonValue } from '../json.ts'
import type { TemplateField } from '../nodes/defineNode.ts'
import { definitionOf, isNodeType } from '../nodes/index.ts'
import { shapeData } from '../nodes/shapeData.ts'

/** A text of a draft's node that takes variables. */
export interface DraftTemplate {
  readonly path: TemplateField['path']
  readonly value: string
  /** How the text is read: as a template, as the inside of one `{{ … }}`, or as JSON whose strings are templates. */
  readonly form: 'template' | 'expression' | 'json'
}

/** The texts of a node that take variables, as they stand in its data, finished or not. */
export function templatesOf({ type, data }: Pick<DraftNode, 'type' | 'data'>) {
  if (!isNodeType(type)) return []
  return definitionOf(type)
    .templates(shapeData(type, data))
    .flatMap(({ path, source, strings }): readonly DraftTemplate[] => {
      const value = fieldAt(data, path)
      // A default that nobody has written is not in the data.
      if (typeof value !== 'string') return []
      if (value !== source) return [{ path, value, form: 'expression' }]
      return [{ path, value, form: strings === 'json' && isJson(value) ? 'json' : 'template' }]
    })
}

/** A text as the Liquid sources that it is made of: one, or each string of a JSON text. */
export function sourcesOf({ value, form }: DraftTemplate): readonly string[] {
  if (form === 'expression') return [toOutput(value)]
  if (form === 'template') return [value]
  // What `form` says is JSON has JSON strings.
  return (value.match(JSON_STRING) ?? []).map((literal) => JSON.parse(literal) as string)
}

export const JSON_STRING = /"(?:[^"\\]|\\.)*"/gu

const OPEN = '{{ '
const CLOSE = ' }}'
const toOutput = (expression: string): string => OPEN + expression + CLOSE
export const fromOutput = (output: string): string => output.slice(OPEN.length, -CLOSE.length)

export function fieldAt(
  data: JsonValue | undefined,
  path: TemplateField['path'],
): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, key) => {
    if (Array.isArray(value)) return (value as readonly JsonValue[])[Number(key)]
    return isJsonObject(value) ? value[key] : undefined
  }, data)
}

/** The same data with another value at a path that exists. */
export function withFieldAt(
  data: JsonValue,
  [key, ...rest]: TemplateField['path'],
  value: JsonValue,
): JsonValue {
  if (key === undefined) return value
  if (Array.isArray(data)) {
    return data.map((item: JsonValue, index) =>
      index === Number(key) ? withFieldAt(item, rest, value) : item,
    )
  }
  if (!isJsonObject(data)) return data
  return { ...data, [key]: withFieldAt(data[key] ?? null, rest, value) }
}
