import type { z } from 'zod'
import { isJsonObject, type JsonValue } from '../json.ts'

/** What zod tells of a schema at run time; only the parts that are walked through. */
export interface SchemaParts {
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

export const partsOf = (schema: z.ZodType): SchemaParts =>
  // zod keeps this under `_zod.def` for tools; its own type for it is wider than what we look at.
  schema._zod.def as unknown as SchemaParts

/** The member of a union that fits a value, by its discriminator or by trying. */
export function memberFor(union: SchemaParts, value: JsonValue | undefined): z.ZodType | undefined {
  const options = union.options ?? []
  const { discriminator } = union
  if (discriminator === undefined) return options.find((option) => option.safeParse(value).success)
  const tag = isJsonObject(value) ? value[discriminator] : undefined
  return options.find((option) => tagsOf(option, discriminator).includes(tag))
}

function tagsOf(option: z.ZodType, discriminator: string): readonly unknown[] {
  const tag = partsOf(option).shape?.[discriminator]
  return (tag && partsOf(tag).values) ?? []
}
