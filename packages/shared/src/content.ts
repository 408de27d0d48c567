import { z } from 'zod'

/**
 * What a message says, in no channel's words. Channels render it (after `degrade`), dialects translate
 * their own words into it, nodes emit it. In every type the words that the reader sees first are `text`
 * (or `caption` beside media), so that code which only wants "the words" needs no table.
 */

/** Longest text that we accept at all, in UTF-16 units; channels split or cut far below it. */
export const MAX_TEXT_LENGTH = 65_536
export const MAX_URL_LENGTH = 8_192
/** Labels of buttons that open something, and titles that tokens are made for. */
export const MAX_LABEL_LENGTH = 256
/** Headers, footers and titles of sections. */
export const MAX_HEADER_LENGTH = 1_024
export const MAX_DESCRIPTION_LENGTH = 4_096
export const MAX_FILENAME_LENGTH = 255
/** Name and address of a place. */
export const MAX_PLACE_LENGTH = 1_000

// PostgreSQL-style stores, C libraries and several platforms end a string at NUL, so it never gets in.
const NUL = String.fromCharCode(0)
const words = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes(NUL), 'must not contain NUL characters')

/** Where the bytes of a medium are: uploaded to Parley (`mediaId`), or at a URL that is fetched when sending. */
const mediaFields = {
  mediaId: z.string().optional(),
  url: z.string().max(MAX_URL_LENGTH).optional(),
  /** IANA media type; guessed from the bytes when absent. */
  mimeType: words(255).optional(),
  filename: words(MAX_FILENAME_LENGTH).optional(),
  /** Length in bytes, when known. */
  sizeBytes: z.number().int().nonnegative().optional(),
  /** Received, but the bytes could not be had: why, in words for people. */
  unavailable: words(500).optional(),
}
const captioned = {
  ...mediaFields,
  caption: words(MAX_TEXT_LENGTH).optional(),
  viewOnce: z.boolean().optional(),
}

export const textContent = z.object({
  type: z.literal('text'),
  text: words(MAX_TEXT_LENGTH),
  /** Digits of the people named with @ in the text. */
  mentions: z.array(z.string()).max(100).optional(),
})
export const imageContent = z.object({ type: z.literal('image'), ...captioned })
export const videoContent = z.object({ type: z.literal('video'), ...captioned })
export const audioContent = z.object({ type: z.literal('audio'), ...mediaFields })
/** A recording made by speaking; shown with a waveform. */
export const voiceContent = z.object({
  type: z.literal('voice'),
  ...mediaFields,
  viewOnce: z.boolean().optional(),
})
export const documentContent = z.object({ type: z.literal('document'), ...captioned })
export const stickerContent = z.object({ type: z.literal('sticker'), ...mediaFields })

export const locationContent = z.object({
  type: z.literal('location'),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: words(MAX_PLACE_LENGTH).optional(),
  address: words(MAX_PLACE_LENGTH).optional(),
})

export const contactCard = z.object({
  name: words(256),
  phones: z.array(z.object({ phone: words(64), label: words(64).optional() })).max(20),
  emails: z
    .array(z.object({ email: words(320), label: words(64).optional() }))
    .max(20)
    .optional(),
  organization: words(256).optional(),
})
export type ContactCard = z.infer<typeof contactCard>
export const contactsContent = z.object({
  type: z.literal('contacts'),
  contacts: z.array(contactCard).min(1).max(257),
})

export const pollContent = z.object({
  type: z.literal('poll'),
  text: words(4_096),
  options: z
    .array(z.object({ id: words(256), title: words(256) }))
    .min(1)
    .max(100),
  /** How many options one person may choose; 0 means any number. */
  selectableCount: z.number().int().nonnegative(),
})

export const reactionContent = z.object({
  type: z.literal('reaction'),
  /** Our id of the message reacted to. */
  messageId: z.string(),
  /** Empty takes the reaction back. */
  emoji: words(64),
})

/** What stands above the text of an interactive message. */
export const contentHeader = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: words(MAX_HEADER_LENGTH) }),
  z.object({ type: z.literal('image'), ...mediaFields }),
  z.object({ type: z.literal('video'), ...mediaFields }),
  z.object({ type: z.literal('document'), ...mediaFields }),
])
export type ContentHeader = z.infer<typeof contentHeader>

const interactiveFields = {
  text: words(MAX_TEXT_LENGTH),
  header: contentHeader.optional(),
  footer: words(MAX_HEADER_LENGTH).optional(),
}

/** `id` is the choice token that comes back with the tap. */
export const contentButton = z.object({ id: words(256), title: words(1_024) })
export const buttonsContent = z.object({
  type: z.literal('buttons'),
  ...interactiveFields,
  buttons: z.array(contentButton).min(1).max(100),
})

export const listRow = z.object({
  id: words(256),
  title: words(1_024),
  description: words(MAX_DESCRIPTION_LENGTH).optional(),
})
export const listSection = z.object({
  title: words(MAX_HEADER_LENGTH).optional(),
  rows: z.array(listRow).min(1).max(100),
})
export const listContent = z.object({
  type: z.literal('list'),
  ...interactiveFields,
  /** Label of the button that opens the list. */
  buttonText: words(MAX_LABEL_LENGTH),
  sections: z.array(listSection).min(1).max(100),
})

export const ctaUrlContent = z.object({
  type: z.literal('ctaUrl'),
  ...interactiveFields,
  buttonText: words(MAX_LABEL_LENGTH),
  url: z.string().max(MAX_URL_LENGTH),
})

/** A message from an approved template: which one, with what, and how it reads once filled in. */
export const templateContent = z.object({
  type: z.literal('template'),
  name: words(512),
  language: words(32),
  ...interactiveFields,
  buttons: z
    .array(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('quickReply'), id: words(256), title: words(256) }),
        z.object({
          type: z.literal('url'),
          title: words(256),
          url: z.string().max(MAX_URL_LENGTH),
        }),
        z.object({ type: z.literal('phone'), title: words(256), phone: words(64) }),
      ]),
    )
    .max(10)
    .optional(),
  /** The values it was filled with: named, or "1", "2", … */
  parameters: z.record(z.string(), z.string()).optional(),
})

/** Everything that can be sent. */
export const contentSchema = z.discriminatedUnion('type', [
  textContent,
  imageContent,
  videoContent,
  audioContent,
  voiceContent,
  documentContent,
  stickerContent,
  locationContent,
  contactsContent,
  pollContent,
  reactionContent,
  buttonsContent,
  listContent,
  ctaUrlContent,
  templateContent,
])
export type Content = z.infer<typeof contentSchema>
export type ContentType = Content['type']
export type ContentOf<Type extends ContentType> = Extract<Content, { type: Type }>

/** A tap on a button, a list row or a template's quick reply. */
export const tapContent = z.object({
  type: z.literal('tap'),
  /** The choice token (or the foreign payload) that the tapped option carried. */
  id: words(1_024),
  title: words(1_024),
  /** Channel message id of the message that carried the option, when the platform says so. */
  onMessageId: z.string().optional(),
})
/** A vote in a poll; titles are those chosen now, an empty list takes the vote back. */
export const pollVoteContent = z.object({
  type: z.literal('pollVote'),
  pollMessageId: z.string(),
  options: z.array(words(256)).max(100),
})
/** Something that the platform delivered and Parley cannot show; kept so that nothing is lost in silence. */
export const unsupportedContent = z.object({
  type: z.literal('unsupported'),
  description: words(1_024),
})

/** Everything that can be received. */
export const inboundContentSchema = z.discriminatedUnion('type', [
  ...contentSchema.options,
  tapContent,
  pollVoteContent,
  unsupportedContent,
])
export type InboundContent = z.infer<typeof inboundContentSchema>

export const MEDIA_CONTENT_TYPES = [
  'image',
  'video',
  'audio',
  'voice',
  'document',
  'sticker',
] as const
export type MediaContentType = (typeof MEDIA_CONTENT_TYPES)[number]
export type MediaContent = ContentOf<MediaContentType>

export const isMediaContent = (content: InboundContent): content is MediaContent =>
  (MEDIA_CONTENT_TYPES as readonly string[]).includes(content.type)

/** The words a person would quote from this content: for previews, keyword matching and search. */
export function contentText(content: InboundContent): string {
  if ('text' in content) return content.text
  if ('caption' in content && content.caption) return content.caption
  if (content.type === 'tap') return content.title
  return ''
}
