import { z } from 'zod'

/**
 * The words of the Chat API: `type` says what a message is, and the key of the same name has it. Keys that nobody knows
 * are ignored, as its clients expect.
 */

const text = z.string().max(65_536)
const name = z.string().max(1_000)
const url = z.string().max(8_192)
/** Some clients write every text as the Cloud API does, in an object. */
const wordsIn = (key: 'body' | 'text') =>
  z
    .union([text, z.looseObject({ [key]: text }).transform((object) => String(object[key]))])
    .optional()

export const MESSAGE_TYPES = [
  'text',
  'image',
  'video',
  'audio',
  'voice',
  'document',
  'sticker',
  'location',
  'contact',
  'contacts',
  'template',
  'interactive',
  'reaction',
  'poll',
] as const

const media = z.looseObject({
  url: url.optional(),
  /** As the Cloud API calls an address. */
  link: url.optional(),
  /** An upload of ours. */
  mediaId: z.string().max(200).optional(),
  caption: text.optional(),
  filename: z.string().max(255).optional(),
})
export type MediaObject = z.output<typeof media>

const card = z.looseObject({
  name: z
    .union([
      z.string().max(256),
      z.looseObject({ formatted_name: z.string().max(256) }).transform((it) => it.formatted_name),
    ])
    .optional(),
  fullName: z.string().max(256).optional(),
  phone: z.string().max(64).optional(),
  phoneNumber: z.string().max(64).optional(),
  phones: z
    .array(z.looseObject({ phone: z.string().max(64) }))
    .max(20)
    .optional(),
})
export type CardObject = z.output<typeof card>

const parameter = z.looseObject({
  type: z.string().max(32).default('text'),
  /** Which place it fills, where places have names. */
  parameter_name: z.string().max(64).optional(),
  text: text.optional(),
  payload: z.string().max(256).optional(),
  date_time: z.looseObject({ fallback_value: text }).optional(),
  currency: z.looseObject({ fallback_value: text }).optional(),
  image: media.optional(),
  video: media.optional(),
  document: media.optional(),
})
export type ParameterObject = z.output<typeof parameter>

const template = z.looseObject({
  name: z.string().min(1).max(512),
  language: z
    .union([
      z.string().max(32),
      z.looseObject({ code: z.string().max(32) }).transform(({ code }) => code),
    ])
    .optional(),
  components: z
    .array(
      z.looseObject({
        type: z.string().max(32),
        sub_type: z.string().max(32).optional(),
        index: z
          .union([z.string().max(3), z.number().int()])
          .transform(String)
          .optional(),
        parameters: z.array(parameter).max(100).default([]),
      }),
    )
    .max(20)
    .default([]),
})
export type TemplateObject = z.output<typeof template>

const button = z.looseObject({
  id: z.string().max(256).optional(),
  title: z.string().max(1_024).optional(),
  reply: z.looseObject({ id: z.string().max(256), title: z.string().max(1_024) }).optional(),
})
const section = z.looseObject({
  title: z.string().max(1_024).optional(),
  rows: z
    .array(
      z.looseObject({
        id: z.string().max(256),
        title: z.string().max(1_024),
        description: z.string().max(4_096).optional(),
      }),
    )
    .min(1)
    .max(100),
})
const interactive = z.looseObject({
  type: z.enum(['button', 'list', 'cta_url']),
  header: wordsIn('text'),
  body: wordsIn('text'),
  footer: wordsIn('text'),
  buttons: z.array(button).min(1).max(10).optional(),
  sections: z.array(section).min(1).max(10).optional(),
  button_text: z.string().max(256).optional(),
  url: url.optional(),
  /** The Cloud API puts these one level deeper. */
  action: z
    .looseObject({
      button: z.string().max(256).optional(),
      buttons: z.array(button).min(1).max(10).optional(),
      sections: z.array(section).min(1).max(10).optional(),
      parameters: z
        .looseObject({ display_text: z.string().max(256).optional(), url: url.optional() })
        .optional(),
    })
    .optional(),
})
export type InteractiveObject = z.output<typeof interactive>

export const sendRequest = z.looseObject({
  /** E.164 with +. */
  to: z
    .union([z.string(), z.number().int()])
    .transform(String)
    .pipe(z.string().trim().min(1).max(100)),
  type: z.enum(MESSAGE_TYPES),
  text: wordsIn('body'),
  image: media.optional(),
  video: media.optional(),
  audio: media.optional(),
  voice: media.optional(),
  document: media.optional(),
  sticker: media.optional(),
  location: z
    .looseObject({
      latitude: z.coerce.number().min(-90).max(90),
      longitude: z.coerce.number().min(-180).max(180),
      name: name.optional(),
      address: name.optional(),
    })
    .optional(),
  contact: card.optional(),
  contacts: z.array(card).min(1).max(20).optional(),
  template: template.optional(),
  interactive: interactive.optional(),
  reaction: z
    .looseObject({
      messageId: z.string().max(200).optional(),
      message_id: z.string().max(200).optional(),
      emoji: z.string().max(64),
    })
    .optional(),
  poll: z
    .looseObject({
      question: z.string().min(1).max(4_096).optional(),
      name: z.string().min(1).max(4_096).optional(),
      options: z.array(z.string().min(1).max(256)).min(2).max(12),
      selectableCount: z.number().int().min(0).max(12).default(1),
    })
    .optional(),
  /** The message that this one answers. */
  context: z.looseObject({ message_id: z.string().max(200) }).optional(),
  quoted: z.string().max(200).optional(),
  /** The number to send with; otherwise the key's, or the one that the contact knows. */
  numberId: z.string().max(200).optional(),
  /** When to send, as ISO 8601; now when absent. */
  scheduledAt: z.iso.datetime({ offset: true }).optional(),
})
export type SendRequestBody = z.output<typeof sendRequest>

export const listQuery = z.object({
  cursor: z.string().max(2_000).optional(),
  /** The name under which the page before gave it. */
  next: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

/** A message as it is listed, and as the answer to a send shows it. What is beside `text` depends on the type. */
export const chatMessage = z.looseObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  type: z.string(),
  text: z.string().optional(),
  timestamp: z.iso.datetime(),
  status: z.enum(['queued', 'sent', 'delivered', 'read', 'failed', 'cancelled']),
  /** Why it failed. */
  error: z.string().optional(),
})
export const chatMessages = z.object({
  messages: z.array(chatMessage),
  pagination: z.object({ next: z.string().nullable() }),
})
export const chatError = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), status: z.number().int() }),
})
