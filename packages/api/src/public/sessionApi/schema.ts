import {
  buttonsContent,
  CHANNEL_TYPES,
  contentSchema,
  ctaUrlContent,
  listContent,
} from '@parley/shared'
import { answer, deleted, instant, messageStatus, page, problemsOfEvents } from '@parley/shared/api'
import { z } from 'zod'

/**
 * The words of the session API: numbers are "sessions", and what a message is shows in the keys that it has. Keys that
 * nobody knows are ignored, as its clients expect.
 */

/** The webhook of a session; without events it gets all of them. */
const webhookFields = {
  /** Empty or null: none any more. */
  webhook_url: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }).max(2_000),
    ])
    .nullish(),
  webhook_enabled: z.boolean().optional(),
  webhook_events: z
    .array(z.string().max(100))
    .max(50)
    .superRefine((events, context) => {
      for (const { index, message } of problemsOfEvents('004', events)) {
        context.addIssue({ code: 'custom', path: [index], message })
      }
    })
    .optional(),
}

export const createSessionRequest = z.looseObject({
  name: z.string().trim().min(1).max(100),
  channel: z.enum(CHANNEL_TYPES).default('whatsapp-web'),
  phone_number: z.string().max(32).optional(),
  ...webhookFields,
})

/** What is absent stays as it is. */
export const updateSessionRequest = z.looseObject({
  name: z.string().trim().min(1).max(100).optional(),
  ...webhookFields,
})
export type SessionWebhookFields = Pick<
  z.output<typeof updateSessionRequest>,
  keyof typeof webhookFields
>

/** Where a medium is: an address, or an upload of ours. */
const mediaObject = z.looseObject({
  url: z.string().max(8_192).optional(),
  mediaId: z.string().max(200).optional(),
  caption: z.string().max(65_536).optional(),
  filename: z.string().max(255).optional(),
  fileName: z.string().max(255).optional(),
  mimetype: z.string().max(255).optional(),
  mimeType: z.string().max(255).optional(),
  /** True: a recording made by speaking. */
  ptt: z.boolean().optional(),
  viewOnce: z.boolean().optional(),
})
export type MediaObject = z.output<typeof mediaObject>
const media = z
  .union([z.string().max(8_192), mediaObject])
  .transform((value): MediaObject => (typeof value === 'string' ? { url: value } : value))
const url = z.string().max(8_192)
const coordinate = z.coerce.number()

export const sendMessageRequest = z.looseObject({
  /** Digits with or without +, a user's or group's id. */
  to: z
    .union([z.string(), z.number().int()])
    .transform(String)
    .pipe(z.string().trim().min(1).max(100)),
  /** With a personal token: the number to send with. */
  sessionId: z.string().max(200).optional(),
  text: z.string().max(65_536).optional(),
  image: media.optional(),
  imageUrl: url.optional(),
  video: media.optional(),
  videoUrl: url.optional(),
  audio: media.optional(),
  audioUrl: url.optional(),
  voice: media.optional(),
  voiceUrl: url.optional(),
  document: media.optional(),
  documentUrl: url.optional(),
  sticker: media.optional(),
  stickerUrl: url.optional(),
  fileName: z.string().max(255).optional(),
  caption: z.string().max(65_536).optional(),
  location: z
    .looseObject({
      latitude: coordinate.pipe(z.number().min(-90).max(90)),
      longitude: coordinate.pipe(z.number().min(-180).max(180)),
      name: z.string().max(1_000).optional(),
      address: z.string().max(1_000).optional(),
    })
    .optional(),
  contact: z
    .looseObject({
      fullName: z.string().min(1).max(256).optional(),
      name: z.string().min(1).max(256).optional(),
      phoneNumber: z.string().min(1).max(64).optional(),
      phone: z.string().min(1).max(64).optional(),
      organization: z.string().max(256).optional(),
    })
    .optional(),
  poll: z
    .looseObject({
      name: z.string().min(1).max(4_096).optional(),
      question: z.string().min(1).max(4_096).optional(),
      options: z.array(z.string().min(1).max(256)).min(2).max(12),
      selectableCount: z.number().int().min(0).max(12).optional(),
      multiSelect: z.boolean().optional(),
    })
    .optional(),
  /** Our own words, for what the documented session API has none. */
  buttons: buttonsContent.shape.buttons.optional(),
  list: listContent.pick({ buttonText: true, sections: true }).optional(),
  ctaUrl: ctaUrlContent.pick({ buttonText: true, url: true }).optional(),
  header: buttonsContent.shape.header.optional(),
  footer: buttonsContent.shape.footer.optional(),
  reaction: z.looseObject({ messageId: z.string().max(200), emoji: z.string().max(64) }).optional(),
  template: z
    .looseObject({
      name: z.string().min(1).max(512),
      language: z.string().max(32).optional(),
      parameters: z.record(z.string(), z.coerce.string()).optional(),
    })
    .optional(),
  content: contentSchema.optional(),
  quoted: z
    .union([z.string().max(200), z.looseObject({ messageId: z.string().max(200) })])
    .transform((value) => (typeof value === 'string' ? value : value.messageId))
    .optional(),
  replyTo: z.string().max(200).optional(),
  viewOnce: z.boolean().optional(),
  mentions: z.array(z.string().max(100)).max(100).optional(),
  /** When to send, as ISO 8601; now when absent. */
  scheduledAt: z.iso.datetime({ offset: true }).optional(),
})
export type SendMessageRequest = z.output<typeof sendMessageRequest>

/** A number, as the session API calls it. */
export const session = z.object({
  id: z.string(),
  sessionId: z.string(),
  name: z.string(),
  channel: z.enum(CHANNEL_TYPES),
  phone_number: z.string().nullable(),
  status: z.enum(['DISCONNECTED', 'CONNECTING', 'CONNECTED', 'LOGGED_OUT']),
  /** In words for people: what is going on, and what to do. */
  status_reason: z.string(),
  account_protection: z.boolean(),
  log_messages: z.boolean(),
  webhook_url: z.string().nullable(),
  webhook_enabled: z.boolean(),
  webhook_events: z.array(z.string()),
  created_at: instant,
  updated_at: instant,
})
/** What signs, shown only when the webhook is new. */
const newSecret = { webhook_secret: z.string().optional() }
const createdSession = session.extend({
  ...newSecret,
  /** The key, under the names by which clients look for it; shown only now. */
  sessionKey: z.string(),
  apiKey: z.string(),
  api_key: z.string(),
  instanceId: z.number().int(),
  token: z.string(),
})
const code = { qr: z.string(), qrCode: z.string().describe('A PNG as a data URI') }

/** Its clients look at the top or in `data`, so everything is in both places. */
export const oneSession = answer(session).extend(session.shape)
export const newSession = answer(createdSession).extend(createdSession.shape)
const updatedSession = session.extend(newSecret)
export const changedSession = answer(updatedSession).extend(updatedSession.shape)
export const sessions = page(session).extend({ sessions: z.array(session) })
export const sessionDeleted = answer(deleted).extend({ message: z.string() })
const maybeCode = { qr: code.qr.optional(), qrCode: code.qrCode.optional() }
export const sessionStatus = answer(session.extend(maybeCode)).extend({
  status: session.shape.status,
  ...maybeCode,
})
export const qrCode = answer(z.object({ ...code, expiresAt: instant })).extend({
  ...code,
  expiresAt: instant,
})
export const sent = answer(
  z.object({
    messageId: z.string(),
    sessionId: z.string(),
    to: z.string(),
    status: messageStatus,
    type: z.string(),
    timestamp: instant,
  }),
).extend({ messageId: z.string(), status: messageStatus })
