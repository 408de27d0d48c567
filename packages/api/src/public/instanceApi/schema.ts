import { z } from 'zod'
import { UploadedFile } from './readInput.ts'

/**
 * The parameters of the instance API. They come as JSON, as forms and in queries, so numbers and truth come as texts, too.
 * What is wrong with a recipient or a text is said later, in this product's own words.
 */

/** A text; anything that is none counts as an empty one. */
const words = z.union([z.string(), z.number()]).transform(String).catch('')
/** Digits, as JSON numbers, too; anything else becomes what no recipient is. */
const name = z.union([z.string(), z.number()]).transform(String).catch('?')
const list = z
  .union([z.string(), z.number(), z.array(z.union([z.string(), z.number()])).max(1_024)])
  .transform((value) =>
    (Array.isArray(value) ? value.map(String) : String(value).split(',')).map((item) =>
      item.trim(),
    ),
  )
/** true, 1, "true", "1", "on"; what is merely there counts as well. */
export const flag = z
  .union([z.boolean(), z.number(), z.string()])
  .transform((value) => !['false', '0', 'off', 'no', 'null'].includes(String(value).toLowerCase()))
const integer = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

const recipient = {
  /** Digits with the country code. */
  phone: name.optional(),
  /** `17472822486@c.us` or `17472822486-1479621234@g.us`; one of both is needed. */
  chatId: name.optional(),
}

export const messageInput = z.looseObject({
  ...recipient,
  body: words.optional(),
  /** Id of the message to answer. */
  quotedMsgId: words.optional(),
  mentionedPhones: list.optional(),
})

export const fileInput = z.looseObject({
  ...recipient,
  /** An address, a data URI, or a file in a form. */
  body: z
    .union([z.string(), z.instanceof(UploadedFile)])
    .catch('')
    .optional(),
  filename: words.optional(),
  caption: words.optional(),
  quotedMsgId: words.optional(),
})

export const voiceInput = z.looseObject({
  ...recipient,
  /** An address, a data URI, or a file in a form. */
  audio: z
    .union([z.string(), z.instanceof(UploadedFile)])
    .catch('')
    .optional(),
  body: z
    .union([z.string(), z.instanceof(UploadedFile)])
    .catch('')
    .optional(),
  quotedMsgId: words.optional(),
})

export const linkInput = z.looseObject({
  ...recipient,
  body: words.optional(),
  title: words.optional(),
  description: words.optional(),
  text: words.optional(),
  quotedMsgId: words.optional(),
})

export const locationInput = z.looseObject({
  ...recipient,
  lat: words.optional(),
  lng: words.optional(),
  address: words.optional(),
})

export const contactInput = z.looseObject({
  ...recipient,
  /** One or more: `17472822486@c.us`. */
  contactId: list.optional(),
})

export const vcardInput = z.looseObject({ ...recipient, vcard: words.optional() })

export const chatInput = z.looseObject(recipient)

export const groupInput = z.looseObject({
  groupName: words.optional(),
  phones: list.optional(),
  chatIds: list.optional(),
  messageText: words.optional(),
})
export type GroupInput = z.output<typeof groupInput>

const DEFAULT_MESSAGES = 100
export const MAX_MESSAGES = 1_000
export const messagesInput = z.looseObject({
  /** Only messages after this one. */
  lastMessageNumber: integer.default(0),
  /** The last 100; lastMessageNumber counts for nothing then. */
  last: flag.optional(),
  chatId: name.optional(),
  /** 0: as many as there may be at once, which is 1,000. */
  limit: integer
    .default(DEFAULT_MESSAGES)
    .transform((limit) => (limit === 0 ? MAX_MESSAGES : Math.min(limit, MAX_MESSAGES))),
  /** Seconds since 1970. */
  min_time: integer.optional(),
  max_time: integer.optional(),
})
export type MessagesInput = z.output<typeof messagesInput>

export const statusInput = z.looseObject({
  /** More about the status. */
  full: flag.optional(),
  /** Does not start connecting. */
  no_wakeup: flag.optional(),
})

export const webhookInput = z.looseObject({ webhookUrl: words.nullable().optional() })

export const acknowledgementInput = z.looseObject({ ackNotificationsOn: flag.optional() })

export const settingsInput = z.looseObject({
  webhookUrl: words.nullable().optional(),
  ackNotificationsOn: flag.optional(),
})
