import { isDeepStrictEqual } from 'node:util'
import * as content from '@parley/shared'
import * as shapes from '@parley/shared/api'
import { z } from 'zod'

/** A JSON Schema, as OpenAPI 3.1 takes it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** Turns zod schemas into JSON Schemas that share their named parts. */
export interface SchemaWriter {
  /**
   * @param side `input`: what may be sent, with what is filled in by default left out; `output`: what is answered
   */
  write(schema: z.ZodType, side: 'input' | 'output'): JsonSchema
  /** The named parts of everything written so far, for `components.schemas`. */
  readonly components: Readonly<Record<string, JsonSchema>>
}

const COMPONENTS = '#/components/schemas/'

export function createSchemaWriter(): SchemaWriter {
  const components: Record<string, JsonSchema> = {}
  /** By name, as they were before references had the names of this document. */
  const originals = new Map<string, JsonSchema>()
  const named = namedSchemas()

  /** The same part may look different as input and as output; it then has two names. */
  function nameFor(id: string, schema: JsonSchema): string {
    for (let count = 1; ; count++) {
      const name = count === 1 ? id : `${id}${count}`
      const existing = originals.get(name)
      if (existing && !isDeepStrictEqual(existing, schema)) continue
      originals.set(name, schema)
      return name
    }
  }

  return {
    components,
    write(schema, side) {
      const {
        $defs = {},
        $schema: _version,
        ...written
      } = z.toJSONSchema(schema, {
        metadata: named,
        io: side,
        unrepresentable: 'any',
        target: 'draft-2020-12',
        override: ({ zodSchema, jsonSchema }) => {
          // As output every object would be said to have nothing else. What is answered may have more one day.
          const { def } = zodSchema._zod
          if (def.type !== 'object') return
          const isStrict = 'catchall' in def && def.catchall !== undefined
          if (!isStrict) delete jsonSchema.additionalProperties
        },
      })
      // Names first: parts refer to each other.
      const names = new Map(
        Object.entries($defs).map(([id, part]) => [
          id,
          nameFor(
            id,
            rename(part, (name) => name),
          ),
        ]),
      )
      const toName = (id: string) => names.get(id) ?? id
      for (const [id, part] of Object.entries($defs)) {
        const name = toName(id)
        components[name] = id === 'JsonValue' ? ANY_JSON : rename(part, toName)
      }
      return rename(written, toName)
    },
  }
}

/** Said in words: generators of clients stumble over a part that contains itself. */
const ANY_JSON: JsonSchema = { description: 'Any JSON value' }

/** What shared describes goes by the name that it has there. */
function namedSchemas() {
  const registry = z.registry<{ id: string }>()
  const seen = new Set<unknown>()
  for (const [name, value] of [...Object.entries(shapes), ...Object.entries(content)]) {
    if (!(value instanceof z.ZodType) || seen.has(value) || !WORTH_A_NAME.has(value.type)) continue
    // The parts of a query stand one by one.
    if (name.endsWith('Query')) continue
    seen.add(value)
    registry.add(value, { id: pascal(name.replace(/Schema$/, '')) })
  }
  return registry
}

/** A text or a number with a limit says more where it stands than by a name. */
const WORTH_A_NAME: ReadonlySet<string> = new Set(['object', 'union', 'lazy'])

const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** A copy with its references pointing into the document. */
function rename(schema: unknown, toName: (id: string) => string): JsonSchema {
  const copy = JSON.stringify(schema, (key, value: unknown) => {
    if (key === 'id' && typeof value === 'string') return undefined
    if (key !== '$ref' || typeof value !== 'string') return value
    return COMPONENTS + toName(value.replace(/^#\/(\$defs|components\/schemas)\//, ''))
  })
  // What was an object is one again.
  return JSON.parse(copy) as JsonSchema
}
