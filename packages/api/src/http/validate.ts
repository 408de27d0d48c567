import type { z } from 'zod'
import { ApiError } from '../errors.ts'

/** @throws {ApiError} 422 that lists every field that is wrong. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  // Strangers name the fields, and a plain object has some of its own: `constructor`, `__proto__`.
  const messages = new Map<string, string[]>()
  for (const issue of result.error.issues) {
    // Strange keys are a problem of the object that has them; name the keys.
    const paths =
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path]
    for (const path of paths) {
      const field = path.map(String).join('.')
      const message = issue.code === 'unrecognized_keys' ? 'is not known here' : issue.message
      messages.set(field, [...(messages.get(field) ?? []), message])
    }
  }
  const summary = summarise(messages)
  // Readers of the answer would not see it: it means something else to them.
  messages.delete('__proto__')
  throw new ApiError('VALIDATION_ERROR', summary, { details: Object.fromEntries(messages) })
}

const SHOWN_FIELDS = 3

function summarise(errors: ReadonlyMap<string, readonly string[]>): string {
  const all = [...errors]
  const shown = all
    .slice(0, SHOWN_FIELDS)
    .map(([field, messages]) => (field === '' ? messages[0] : `${field}: ${messages[0]}`))
  const more = all.length > SHOWN_FIELDS ? ` (and ${all.length - SHOWN_FIELDS} more)` : ''
  return `The request is not valid. ${shown.join('; ')}${more}`
}

/** The fields that are there: absent and undefined are the same to people, and not to exact optional types. */
export function defined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  // Only fields that are not undefined are left.
  return Object.fromEntries(entries) as { [Key in keyof Fields]: Exclude<Fields[Key], undefined> }
}
