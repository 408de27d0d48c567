import { MAX_LABEL_LENGTH, MAX_TEXT_LENGTH, MAX_URL_LENGTH } from '@parley/shared'
import { pageQuery } from '@parley/shared/api'
import { z } from 'zod'

/**
 * The words of WhautoChat's Messages API. Its clients write absent fields as null or as an empty text, too, and
 * `recepient` is how its documents spell it.
 */

const id = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(z.string().trim().min(1, 'must not be empty').max(200))
/** An object with an id, or the id alone. */
const reference = z.union([z.looseObject({ id }).transform((object) => object.id), id], {
  error: 'must be an object with an id',
})
const phoneNumber = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(z.string().trim().min(1, 'must not be empty').max(100))
const recipient = z.union(
  [z.looseObject({ phoneNumber }).transform((object) => object.phoneNumber), phoneNumber],
  { error: 'must be an object with a phoneNumber' },
)

/** ISO 8601. Without an offset it is UTC. */
const scheduleDateTime = z
  .string()
  .trim()
  .max(64)
  .transform((text) =>
    text.replace(/^(\d{4}-\d\d-\d\d) /, '$1T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
  )
  .pipe(
    z.union([z.literal(''), z.iso.datetime({ offset: true, local: true })], {
      error: 'must be a time as ISO 8601, such as 2030-12-24T18:00:00+01:00',
    }),
  )

const everyRequest = {
  contact: reference.nullish(),
  recepient: recipient.nullish(),
  recipient: recipient.nullish(),
  workspace: reference,
  scheduleDateTime: scheduleDateTime.nullish(),
}
export type EveryRequest = z.output<z.ZodObject<typeof everyRequest>>

const words = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== '', 'must not be empty')
const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .max(MAX_URL_LENGTH)
const textMessage = words(MAX_TEXT_LENGTH)

export const textRequest = z.looseObject({ ...everyRequest, textMessage })

export const mediaRequest = z.looseObject({
  ...everyRequest,
  mediaUrl: webAddress,
  mimeType: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/, 'must be a media type such as image/jpeg')
    .max(255),
  caption: z.string().max(MAX_TEXT_LENGTH).nullish(),
  filename: z.string().max(255).nullish(),
})
export type MediaRequest = z.output<typeof mediaRequest>

const title = words(MAX_LABEL_LENGTH)
const button = z.union(
  [
    title,
    z.looseObject({
      type: z.string().max(50).nullish(),
      title: title.nullish(),
      text: title.nullish(),
      payload: z.string().max(MAX_LABEL_LENGTH).nullish(),
      callback_data: z.string().max(MAX_LABEL_LENGTH).nullish(),
      url: webAddress.nullish(),
      phoneNumber: z.string().max(64).nullish(),
      phone_number: z.string().max(64).nullish(),
    }),
  ],
  { error: 'must be a text, or an object with title and payload, url or phoneNumber' },
)
export type ButtonRequest = z.output<typeof button>

const MAX_BUTTONS = 100
const MAX_ELEMENTS = 10
const buttons = z
  .array(button)
  .max(MAX_BUTTONS)
  .nullish()
  .transform((list) => list ?? [])

const element = z.looseObject({
  title: words(MAX_TEXT_LENGTH / 2),
  subtitle: z
    .string()
    .max(MAX_TEXT_LENGTH / 4)
    .nullish(),
  imageUrl: webAddress.nullish(),
  image_url: webAddress.nullish(),
  buttons,
})
export type ElementRequest = z.output<typeof element>

/** Messenger and Instagram. */
export const elementsRequest = z.looseObject({
  ...everyRequest,
  elements: z.array(element).min(1, 'must have an element').max(MAX_ELEMENTS),
})

/** Telegram; its own API has rows of buttons. */
export const buttonsRequest = z.looseObject({
  ...everyRequest,
  textMessage,
  buttons: z
    .array(z.union([button, z.array(button).max(MAX_BUTTONS)]))
    .max(MAX_BUTTONS)
    .nullish()
    .transform((rows) => (rows ?? []).flat()),
})

const name = words(512)
const language = z
  .union([
    z.string().trim().max(32),
    z.looseObject({ code: z.string().trim().max(32) }).transform(({ code }) => code),
  ])
  .nullish()
export const templateRequest = z.looseObject({
  ...everyRequest,
  template: z.union(
    [name.transform((text) => ({ name: text, language: null })), z.looseObject({ name, language })],
    {
      error: 'must be the name of a template, or an object with name and language',
    },
  ),
})
export type TemplateRequest = z.output<typeof templateRequest>

export const scheduledQuery = pageQuery

export const messageResponse = z.strictObject({
  /** Empty in an error. */
  id: z.string(),
  status: z.enum(['scheduled', 'queued', 'sent', 'delivered', 'read', 'failed', 'cancelled']),
  /** Empty when there is none. */
  error: z.string(),
})
/** `ids` where the request became several messages. */
export const sendResponse = messageResponse.extend({ ids: z.array(z.string()).optional() })
export const errorResponse = messageResponse.extend({ message: z.string() })
export const scheduledResponse = z.strictObject({
  messages: z.array(
    messageResponse.extend({
      channel: z.string(),
      contact: z.strictObject({ id: z.string() }),
      recepient: z.strictObject({ phoneNumber: z.string() }),
      workspace: z.strictObject({ id: z.string() }),
      type: z.string(),
      textMessage: z.string(),
      scheduleDateTime: z.iso.datetime(),
      createdAt: z.iso.datetime(),
    }),
  ),
  pagination: z.strictObject({ next: z.string().nullable() }),
})
