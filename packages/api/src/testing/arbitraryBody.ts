import fc from 'fast-check'
import { z } from 'zod'

interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
}

const MAX_DEPTH = 6
const MAX_TEXT = 40
const MAX_ITEMS = 3

/** Bodies that an endpoint's own schema describes: most of them would be taken, if what they name were there. */
export function arbitraryBody(schema: z.ZodType): fc.Arbitrary<unknown> {
  // Zod's own type is wider; these are the keywords that it writes.
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  const definitions = root.$defs ?? {}

  function build(part: Schema, depth: number): fc.Arbitrary<unknown> {
    if (part.$ref !== undefined) {
      const target = part.$ref === '#' ? root : definitions[part.$ref.replace('#/$defs/', '')]
      return target && depth < MAX_DEPTH ? build(target, depth + 1) : fc.constant(null)
    }
    if (part.const !== undefined) return fc.constant(part.const)
    if (part.enum) return fc.constantFrom(...part.enum)
    const choices = part.anyOf ?? part.oneOf
    if (choices) return fc.oneof(...choices.map((choice) => build(choice, depth + 1)))
    if (part.allOf) {
      return fc
        .tuple(...part.allOf.map((each) => build(each, depth + 1)))
        .map((values) => Object.assign({}, ...values))
    }
    switch (part.type) {
      case 'object':
        return buildObject(part, depth)
      case 'array':
        if (part.prefixItems) return fc.tuple(...part.prefixItems.map((it) => build(it, depth + 1)))
        return fc.array(part.items ? build(part.items, depth + 1) : fc.jsonValue(), {
          minLength: part.minItems ?? 0,
          maxLength: Math.max(part.minItems ?? 0, Math.min(part.maxItems ?? MAX_ITEMS, MAX_ITEMS)),
        })
      case 'string':
        return buildText(part)
      case 'integer':
        return fc.integer({ min: part.minimum ?? -1_000, max: part.maximum ?? 1_000_000 })
      case 'number':
        return fc.double({ min: part.minimum ?? -1e6, max: part.maximum ?? 1e6, noNaN: true })
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      default:
        return fc.jsonValue()
    }
  }

  function buildObject(part: Schema, depth: number): fc.Arbitrary<unknown> {
    const { properties = {}, required = [], additionalProperties } = part
    const known = fc.record(
      Object.fromEntries(
        Object.entries(properties).map(([name, each]) => [name, build(each, depth + 1)]),
      ),
      { requiredKeys: depth < MAX_DEPTH ? [...required] : [] },
    )
    if (typeof additionalProperties !== 'object') return known
    const others = fc.dictionary(
      fc.string({ maxLength: 10 }),
      build(additionalProperties, depth + 1),
      {
        maxKeys: MAX_ITEMS,
      },
    )
    return fc.tuple(known, others).map(([own, more]) => ({ ...more, ...own }))
  }

  return build(root, 0)
}

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  uri: fc.webUrl(),
  email: fc.emailAddress(),
}

function buildText({ format, pattern, minLength = 0, maxLength = MAX_TEXT }: Schema) {
  const known = format === undefined ? undefined : FORMATS[format]
  if (known) return known
  if (pattern !== undefined && !pattern.includes('\\p'))
    return fc.stringMatching(new RegExp(pattern))
  return fc.oneof(
    fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, MAX_TEXT)) }),
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, 8) }),
    fc.constantFrom(
      '4915700000001',
      '+1234567890',
      'https://example.com/x.png',
      '{{ contact.name }}',
    ),
  )
}
