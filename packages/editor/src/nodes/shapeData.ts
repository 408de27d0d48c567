import {
  isJsonObject,
  type JsonValue,
  type NodeData,
  type NodeType,
  nodeDefinitions,
} from '@parley/shared'
import type { z } from 'zod'

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

/** What zod tells of a schema at run time; only the parts that are walked through. */
interface SchemaDefinition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly discriminator?: string
  readonly defaultValue?: unknown
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, unknown>>
}

const definitionOf = (schema: z.ZodType): SchemaDefinition =>
  // zod keeps this under `_zod.def` for tools; its own type for it is wider than what we look at.
  schema._zod.def as unknown as SchemaDefinition

function shape(schema: z.ZodType, value: JsonValue | undefined): unknown {
  const definition = definitionOf(schema)
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

const shapeInner = (definition: SchemaDefinition, value: JsonValue): unknown =>
  definition.innerType ? shape(definition.innerType, value) : value

function shapeObject(definition: SchemaDefinition, value: JsonValue | undefined): unknown {
  const given = isJsonObject(value) ? value : {}
  return Object.fromEntries(
    Object.entries(definition.shape ?? {}).flatMap(([key, child]) => {
      const shaped = shape(child, given[key])
      return shaped === undefined ? [] : [[key, shaped]]
    }),
  )
}

/** The member that fits, by its discriminator or by trying; otherwise the first. */
function shapeUnion(definition: SchemaDefinition, value: JsonValue | undefined): unknown {
  const options = definition.options ?? []
  const { discriminator } = definition
  const tag = discriminator !== undefined && isJsonObject(value) ? value[discriminator] : undefined
  const chosen =
    discriminator === undefined
      ? options.find((option) => option.safeParse(value).success)
      : options.find((option) => tagOf(option, discriminator).includes(tag))
  const first = options[0]
  if (chosen) return shape(chosen, value)
  return first ? shape(first, value) : value
}

function tagOf(option: z.ZodType, discriminator: string): readonly unknown[] {
  const tag = definitionOf(option).shape?.[discriminator]
  return (tag && definitionOf(tag).values) ?? []
}

function shapeEnum(definition: SchemaDefinition, value: JsonValue | undefined): unknown {
  const values = Object.values(definition.entries ?? {})
  return values.includes(value) ? value : values[0]
}
