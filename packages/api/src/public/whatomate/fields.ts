import { invalidField } from '../../errors.ts'

/** Checks of single fields. Each throws a 400 that names the field. */

export function required(field: string, text: string | null | undefined): string {
  if (text?.trim()) return text
  throw invalidField(field, 'is required')
}

export function titled(field: string, given: string | null | undefined, max: number): string {
  const title = required(field, given)
  if (Array.from(title).length <= max) return title
  throw invalidField(field, `must be at most ${max} characters`)
}

export function toAddress(field: string, given: string | null | undefined): string {
  const url = required(field, given)
  if (URL.canParse(url) && /^https?:\/\//i.test(url)) return url
  throw invalidField(field, 'must be an http or https address')
}
