import {
  MAX_DESCRIPTION_LENGTH,
  MAX_HEADER_LENGTH,
  MAX_LABEL_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_URL_LENGTH,
} from '@parley/shared'
import { z } from 'zod'

/**
 * The words of whatomate's Messages API. Its documents and its source differ in the names of fields: requests may have
 * either, answers have both.
 */

const MAX_PAGE = 1_000_000
const id = z.string().max(200)
/** An id, or nothing: forms and some clients send what they do not have as an empty text. */
const optionalId = id.nullish().transform((text) => text?.trim() || undefined)
const optionalText = (max: number) => z.string().max(max).nullish()

/** A page or a limit out of its range is the usual one. */
export const listQuery = z.object({
  page: z.coerce.number().int().min(1).max(MAX_PAGE).catch(1),
  limit: z.coerce.number().int().min(1).max(100).catch(50),
  /** Ids of messages. */
  before: id.optional(),
  before_id: id.optional(),
  after: id.optional(),
  /** Name of the number. */
  account: id.optional(),
})

/** Words as a text, or as the Cloud API has them. */
const wordsOf = (max: number) =>
  z.union([z.string().max(max), z.looseObject({ text: z.string().max(max) })], {
    error: 'must be a text',
  })
const label = z.string().max(MAX_LABEL_LENGTH)

const replyButton = z.looseObject({
  id: label.optional(),
  title: label.optional(),
  reply: z.looseObject({ id: label.optional(), title: label }).optional(),
})
export type ReplyButton = z.output<typeof replyButton>
const row = z.looseObject({
  id: label.optional(),
  title: label,
  description: z.string().max(MAX_DESCRIPTION_LENGTH).nullish(),
})
export type Row = z.output<typeof row>
const section = z.looseObject({
  title: z.string().max(MAX_HEADER_LENGTH).nullish(),
  rows: z.array(row).max(100),
})
const buttonsOfMany = z.array(replyButton).max(100).nullish()
const sectionsOfMany = z.array(section).max(100).nullish()

const interactive = z.looseObject({
  type: z.string().max(50),
  body: wordsOf(MAX_TEXT_LENGTH).nullish(),
  header: wordsOf(MAX_HEADER_LENGTH).nullish(),
  footer: wordsOf(MAX_HEADER_LENGTH).nullish(),
  buttons: buttonsOfMany,
  button_text: label.nullish(),
  url: z.string().max(MAX_URL_LENGTH).nullish(),
  sections: sectionsOfMany,
  rows: z.array(row).max(100).nullish(),
  /** As the Cloud API has it. */
  action: z
    .looseObject({
      button: label.nullish(),
      buttons: buttonsOfMany,
      sections: sectionsOfMany,
      parameters: z
        .looseObject({
          display_text: label.nullish(),
          url: z.string().max(MAX_URL_LENGTH).nullish(),
        })
        .nullish(),
    })
    .nullish(),
})
export type Interactive = z.output<typeof interactive>

export const messageRequest = z.looseObject({
  type: z.string().max(50).default('text'),
  text: z
    .union(
      [z.string().max(MAX_TEXT_LENGTH), z.looseObject({ body: z.string().max(MAX_TEXT_LENGTH) })],
      {
        error: 'must be a text',
      },
    )
    .nullish(),
  content: z
    .looseObject({ text: optionalText(MAX_TEXT_LENGTH), body: optionalText(MAX_TEXT_LENGTH) })
    .nullish(),
  interactive: interactive.nullish(),
  reply_to_message_id: optionalId,
  whatsapp_account: optionalId,
  account_name: optionalId,
})
export type MessageRequest = z.output<typeof messageRequest>

const MAX_VALUE_LENGTH = 4_096
const value = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .pipe(z.string().max(MAX_VALUE_LENGTH))
/** By name; a list is by order. In forms it is JSON. */
const values = z
  .preprocess(
    (given) => (typeof given === 'string' ? parseJson(given) : given),
    z.union(
      [
        z.record(z.string(), value),
        z
          .array(value)
          .max(100)
          .transform((list) =>
            Object.fromEntries(list.map((each, index) => [`${index + 1}`, each])),
          ),
      ],
      { error: 'must be an object with values by name or by number' },
    ),
  )
  .nullish()

function parseJson(text: string): unknown {
  if (text.trim() === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const phoneNumber = z
  .union([z.string().max(100), z.number().int()])
  .nullish()
  .transform((given) => (given === null || given === undefined ? '' : String(given).trim()))

export const templateRequest = z.looseObject({
  contact_id: optionalId,
  phone_number: phoneNumber,
  template_name: optionalText(512),
  template_id: optionalId,
  language: optionalText(32),
  template_params: values,
  header_params: values,
  button_params: values,
  header_media_id: optionalId,
  header_media_url: optionalText(MAX_URL_LENGTH),
  header_media_filename: optionalText(255),
  account_name: optionalId,
  whatsapp_account: optionalId,
})
export type TemplateRequest = z.output<typeof templateRequest>

export const mediaRequest = z.looseObject({
  contact_id: optionalId,
  type: z
    .enum(['image', 'video', 'audio', 'document'], {
      error: 'must be image, video, audio or document',
    })
    .default('image'),
  media_url: optionalText(MAX_URL_LENGTH),
  caption: optionalText(MAX_TEXT_LENGTH),
  filename: optionalText(255),
  account_name: optionalId,
  whatsapp_account: optionalId,
  reply_to_message_id: optionalId,
})
export type MediaRequest = z.output<typeof mediaRequest>

const success = <Data extends z.ZodType>(data: Data) =>
  z.strictObject({ status: z.literal('success'), data })

const instant = z.iso.datetime()
const message = z.strictObject({
  /** A UUID; the same message has the id `msg_…` in our own API, which is taken here as well. */
  id: z.string(),
  wa_message_id: z.string(),
  wamid: z.string(),
  contact_id: z.string(),
  direction: z.enum(['incoming', 'outgoing']),
  type: z.string(),
  message_type: z.string(),
  /** Further fields by type. */
  content: z.looseObject({ text: z.string(), body: z.string() }),
  media_url: z.string(),
  media_mime_type: z.string(),
  media_filename: z.string(),
  interactive_data: z.looseObject({ type: z.string() }).nullable(),
  status: z.enum(['pending', 'sent', 'delivered', 'read', 'failed']),
  error_message: z.string(),
  is_reply: z.boolean(),
  reply_to_message_id: z.string().nullable(),
  reactions: z.array(z.never()),
  timestamp: instant,
  created_at: instant,
  updated_at: instant,
})
export type Message = z.output<typeof message>

export const messageResponse = success(message)
export const listResponse = success(
  z.strictObject({
    items: z.array(message),
    messages: z.array(message),
    total: z.number().int(),
    page: z.number().int(),
    limit: z.number().int(),
    has_more: z.boolean(),
  }),
)
export const templateResponse = success(
  message.extend({ message_id: z.string(), phone_number: z.string(), template_name: z.string() }),
)
export const emptyResponse = success(z.null())
export const errorResponse = z.strictObject({
  status: z.literal('error'),
  message: z.string(),
  data: z.null(),
})
