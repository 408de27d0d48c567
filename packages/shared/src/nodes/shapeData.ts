import type { z } from 'zod'
import { isJsonObject, type JsonValue } from '../json.ts'
import { type NodeData, type NodeType, nodeDefinitions } from './index.ts'
import { memberFor, partsOf, type SchemaParts } from './schemaParts.ts'

/**
 * The data of a draft's node in the shape that its type promises, whatever somebody pasted or has not filled in yet:
 * what is missing takes its default, what is of the wrong kind is emptied. Values that only break a rule (an empty
 * text, too many buttons) stay, for the author to see. So cards, forms and handles need no checks of their own.
 */
export function shapeData<Type extends NodeType>(type: Type, data: JsonValue): NodeData<Type> {
  const schema: z.ZodType = nodeDefinitions[type].data
  const parsed = schema.safeParse(data)
  // `shape` builds what the schema describes; the compiler cannot follow a schema that it walks through.
  return (parsed.success ? parsed.data : shape(schema, data)) as NodeData<Type>
}

function shape(schema: z.ZodType, value: JsonValue | undefined): unknown {
  const definition = partsOf(schema)
  switch (definition.type) {
    case 'object':
      return shapeObject(definition, value)
    case 'array':
      return Array.isArray(value) && definition.element
        ? value.map((item: JsonValue) => shape(definition.element as z.ZodType, item))
        : []
    case 'record':
      return isJsonObject(value) && definition.valueType
        ? Object.fromEntries(
            Object.entries(value).map(([key, item]) => [
              key,
              shape(definition.valueType as z.ZodType, item),
            ]),
          )
        : {}
    case 'default':
      return value === undefined ? definition.defaultValue : shapeInner(definition, value)
    case 'optional':
      return value === undefined ? undefined : shapeInner(definition, value)
    case 'nullable':
      return value === undefined || value === null ? null : shapeInner(definition, value)
    case 'union':
      return shapeUnion(definition, value)
    case 'literal':
      return definition.values?.[0]
    case 'enum':
      return shapeEnum(definition, value)
    case 'string':
      return typeof value === 'string' ? value : ''
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : 0
    case 'boolean':
      return value === true
    default:
      return value ?? null
  }
}

const shapeInner = (definition: SchemaParts, value: JsonValue): unknown =>
  definition.innerType ? shape(definition.innerType, value) : value

function shapeObject(definition: SchemaParts, value: JsonValue | undefined): unknown {
  const given = isJsonObject(value) ? value : {}
  return Object.fromEntries(
    Object.entries(definition.shape ?? {}).flatMap(([key, child]) => {
      const shaped = shape(child, given[key])
      return shaped === undefined ? [] : [[key, shaped]]
    }),
  )
}

function shapeUnion(definition: SchemaParts, value: JsonValue | undefined): unknown {
  const [first] = definition.options ?? []
  const chosen = memberFor(definition, value) ?? first
  return chosen ? shape(chosen, value) : value
}

function shapeEnum(definition: SchemaParts, value: JsonValue | undefined): unknown {
  const values = Object.values(definition.entries ?? {})
  return values.includes(value) ? value : values[0]
}
