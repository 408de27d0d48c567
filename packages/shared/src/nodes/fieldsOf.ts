import type { z } from 'zod'
import { isJsonObject, type JsonValue } from '../json.ts'
import { isNodeType, nodeDefinitions } from './index.ts'
import { memberFor, partsOf } from './schemaParts.ts'

/** A text somewhere in a node's data. */
export interface TextField {
  readonly path: readonly (string | number)[]
  readonly value: string
  /** What its schema says it is (`name of a variable`, `web address`, …); absent for plain words. */
  readonly title?: string
}

/**
 * Every text that a draft's node holds, found by walking through its type's schema: nothing that is chosen from a list,
 * and nothing that the schema does not know. Works on unfinished data.
 */
export function textFieldsOf(type: string, data: JsonValue): readonly TextField[] {
  return isNodeType(type) ? fieldsIn(nodeDefinitions[type].data, data, []) : []
}

function fieldsIn(
  schema: z.ZodType,
  value: JsonValue | undefined,
  path: TextField['path'],
): readonly TextField[] {
  const { type, shape = {}, element, innerType, valueType, ...parts } = partsOf(schema)
  switch (type) {
    case 'string':
      return typeof value === 'string' ? [toField(schema, value, path)] : []
    case 'object':
      return isJsonObject(value)
        ? Object.entries(shape).flatMap(([key, child]) =>
            fieldsIn(child, value[key], [...path, key]),
          )
        : []
    case 'record':
      return isJsonObject(value) && valueType
        ? Object.entries(value).flatMap(([key, item]) => fieldsIn(valueType, item, [...path, key]))
        : []
    case 'array':
      return Array.isArray(value) && element
        ? value.flatMap((item: JsonValue, index) => fieldsIn(element, item, [...path, index]))
        : []
    case 'union': {
      const member = memberFor({ type, ...parts }, value) ?? parts.options?.find(isText)
      return member ? fieldsIn(member, value, path) : []
    }
    default:
      return innerType ? fieldsIn(innerType, value, path) : []
  }
}

const isText = (schema: z.ZodType) => partsOf(schema).type === 'string'

function toField(schema: z.ZodType, value: string, path: TextField['path']): TextField {
  const { title } = schema.meta() ?? {}
  return { path, value, ...(title !== undefined && { title }) }
}
