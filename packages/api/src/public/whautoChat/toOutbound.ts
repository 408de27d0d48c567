import type { Content } from '@parley/shared'
import { z } from 'zod'
import { invalidField } from '../../errors.ts'
import { filenameInUrl } from '../../media/filenameInUrl.ts'
import type { TemplateRequest as StoredTemplateRequest } from '../../templates/fillStoredTemplate.ts'
import type {
  ButtonRequest,
  ElementRequest,
  EveryRequest,
  MediaRequest,
  TemplateRequest,
} from './schema.ts'

/** Whom a message is for: a contact that there is, or whoever has a phone number. */
export type Addressee =
  | { readonly type: 'contact'; readonly contactId: string }
  | { readonly type: 'phone'; readonly phone: string }

/** @throws {ApiError} when it is neither or both; only WhatsApp can write to a phone number. */
export function toAddressee(
  { contact, recepient, recipient }: EveryRequest,
  channel: string,
): Addressee {
  const phone = recepient ?? recipient
  if (channel !== 'whatsapp') {
    if (typeof contact === 'string') return { type: 'contact', contactId: contact }
    throw invalidField('contact', `is required: ${channel} knows nobody by phone number`)
  }
  if (typeof contact === 'string' && typeof phone === 'string') {
    throw invalidField('', 'Give either contact or recepient, not both')
  }
  if (typeof contact === 'string') return { type: 'contact', contactId: contact }
  if (typeof phone === 'string') return { type: 'phone', phone }
  throw invalidField('', 'Either contact (with id) or recepient (with phoneNumber) is required')
}

/** Epoch milliseconds; undefined: now. A time without an offset is UTC. */
export function toScheduledAt({ scheduleDateTime }: EveryRequest): number | undefined {
  if (!scheduleDateTime) return undefined
  const hasOffset = /(Z|[+-]\d\d:\d\d)$/.test(scheduleDateTime)
  return Date.parse(hasOffset ? scheduleDateTime : `${scheduleDateTime}Z`)
}

/** What the file is sent as is told by its type. WhatsApp shows WebP only as a sticker. */
export function toMedia(
  { mediaUrl: url, mimeType: given, caption, filename }: MediaRequest,
  channel: string,
): Content {
  const mimeType = (given.split(';')[0] ?? given).trim()
  const source = { url, mimeType }
  const captioned = { ...source, ...(caption && { caption }) }
  if (mimeType === 'image/webp' && channel === 'whatsapp') return { type: 'sticker', ...source }
  if (mimeType.startsWith('image/')) return { type: 'image', ...captioned }
  if (mimeType.startsWith('video/')) return { type: 'video', ...captioned }
  if (mimeType.startsWith('audio/')) return { type: 'audio', ...source }
  return { type: 'document', ...captioned, filename: filename || filenameInUrl(url) || 'file' }
}

/** One message for each element: our channels show no carousel. */
export const toElements = (elements: readonly ElementRequest[]): readonly Content[] =>
  elements.map((element, index) => {
    const { title, subtitle, buttons } = element
    const imageUrl = element.imageUrl ?? element.image_url
    return toChoices({
      text: subtitle ? `${title}\n${subtitle}` : title,
      imageUrl: imageUrl ?? undefined,
      buttons,
      field: `elements.${index}.buttons`,
    })
  })

interface Choices {
  readonly text: string
  readonly imageUrl?: string | undefined
  readonly buttons: readonly ButtonRequest[]
  /** Where the buttons stand in the request. */
  readonly field: string
}

/**
 * Text with buttons. Buttons that answer and buttons that open something cannot stand in one message of ours: where both
 * are asked for, and for more than one address, the addresses are written into the text.
 *
 * @throws {ApiError} when two buttons would answer the same.
 */
export function toChoices({ text, imageUrl, buttons: requested, field }: Choices): Content {
  const buttons = requested.map((button, index) => toButton(button, `${field}.${index}`))
  const replies = buttons.filter((button) => button.type === 'reply')
  const links = buttons.filter((button) => button.type !== 'reply')
  if (new Set(replies.map(({ id }) => id)).size < replies.length) {
    throw invalidField(field, 'must have payloads that differ from each other')
  }
  const header = imageUrl === undefined ? undefined : { type: 'image' as const, url: imageUrl }
  const [link] = links
  if (replies.length === 0 && links.length === 1 && link?.type === 'url') {
    const { title: buttonText, target: url } = link
    return { type: 'ctaUrl', text, ...(header && { header }), buttonText, url }
  }
  const lines = links.map(({ title, target }) => `${title}: ${target}`)
  const whole = [text, ...lines].join('\n')
  if (replies.length > 0) {
    const choices = replies.map(({ id, title }) => ({ id, title }))
    return { type: 'buttons', text: whole, ...(header && { header }), buttons: choices }
  }
  return header ? { ...header, caption: whole } : { type: 'text', text: whole }
}

type Button =
  | { readonly type: 'reply'; readonly id: string; readonly title: string }
  | { readonly type: 'url' | 'phone'; readonly title: string; readonly target: string }

/** A button without a payload sends its title back. */
function toButton(button: ButtonRequest, field: string): Button {
  if (typeof button === 'string') return { type: 'reply', id: button, title: button }
  const { payload, callback_data: callbackData, url } = button
  const type = button.type ?? ''
  const title = button.title ?? button.text
  if (!title) throw invalidField(`${field}.title`, 'is missing')
  if (url) return { type: 'url', title, target: url }
  const isPhone = /phone/i.test(type)
  const phone = button.phoneNumber ?? button.phone_number ?? (isPhone ? payload : undefined)
  if (phone) return { type: 'phone', title, target: phone }
  if (isPhone) throw invalidField(`${field}.phoneNumber`, 'is missing')
  if (/url/i.test(type)) throw invalidField(`${field}.url`, 'is missing')
  return { type: 'reply', id: payload || callbackData || title, title }
}

/** Fields beside `template` that hold its values. The documents show that there are some, and not what they are called. */
const VALUES_FIELD = /^(template\w+|parameters|params|variables)$/i

export function toTemplate(request: TemplateRequest): StoredTemplateRequest {
  const { name, language } = request.template
  const fields = Object.entries({ ...request, ...request.template }).filter(
    ([field]) => VALUES_FIELD.test(field) && !/language/i.test(field),
  )
  const partsOf = (part: Part) => fields.filter(([field]) => partOf(field) === part)
  const valuesOf = (part: Part, firstPlace: number) =>
    Object.fromEntries(partsOf(part).flatMap((field) => toValues(field, firstPlace)))
  return {
    name,
    language: language || undefined,
    parameters: valuesOf('body', 1),
    ...(partsOf('header').length > 0 && { headerParameters: valuesOf('header', 1) }),
    ...(partsOf('button').length > 0 && { buttonParameters: valuesOf('button', 0) }),
  }
}

type Part = 'header' | 'body' | 'button'

const partOf = (field: string): Part => {
  if (/header/i.test(field)) return 'header'
  return /button/i.test(field) ? 'button' : 'body'
}

/** A list is of values by their order, an object of values by their names. Anything else is no values. */
function toValues([field, value]: [string, unknown], firstPlace: number): [string, string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([name, each]) => [
    Array.isArray(value) ? String(Number(name) + firstPlace) : name,
    toText(each, `${field}.${name}`),
  ])
}

const MAX_VALUE_LENGTH = 4_096

/** A value is a text, or an object that has it. */
function toText(value: unknown, field: string): string {
  const { data: text } = templateValue.safeParse(value)
  if (text !== undefined) return text
  throw invalidField(field, `must be a text of at most ${MAX_VALUE_LENGTH} characters`)
}

const scalar = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .pipe(z.string().max(MAX_VALUE_LENGTH))
const templateValue = z.union([
  scalar,
  z.looseObject({ text: scalar }).transform(({ text }) => text),
  z.looseObject({ value: scalar }).transform(({ value }) => value),
])
