import type { Content, MediaContentType } from '@parley/shared'
import { invalidField } from '../../errors.ts'
import type { MediaObject, SendMessageRequest } from './schema.ts'

/** What a request asks for, before a template's words are looked up. */
export type Outbound =
  | { readonly type: 'content'; readonly content: Content }
  | {
      readonly type: 'template'
      readonly name: string
      readonly language: string | undefined
      readonly parameters: Readonly<Record<string, string>>
    }

/**
 * What the request says, by the keys that it has: media before poll, location, contact, the interactive kinds and plain
 * text. `text` beside a medium is its caption.
 *
 * @throws {ApiError} 422 when nothing or more than one thing is said.
 */
export function toOutbound(request: SendMessageRequest): Outbound {
  const { template } = request
  if (template) {
    const { name, language, parameters = {} } = template
    return { type: 'template', name, language, parameters }
  }
  return { type: 'content', content: toContent(request) }
}

function toContent(request: SendMessageRequest): Content {
  if (request.content) return request.content
  const [first, second] = findMedia(request)
  if (first && second) {
    throw invalidField(second.type, `cannot be sent together with ${first.type}; send two messages`)
  }
  if (first) return toMedia(first.type, first.media, request)
  const { poll, location, contact, text } = request
  if (poll) return toPoll(poll)
  if (location) {
    const { latitude, longitude, name, address } = location
    return {
      type: 'location',
      latitude,
      longitude,
      ...(name !== undefined && { name }),
      ...(address !== undefined && { address }),
    }
  }
  if (contact) return toContact(contact)
  if (request.reaction) {
    const { messageId, emoji } = request.reaction
    return { type: 'reaction', messageId, emoji }
  }
  const interactive = toInteractive(request)
  if (interactive) return interactive
  if (text === undefined || text === '') {
    throw invalidField(
      'text',
      'is missing; say what to send: text, image, video, audio, document, …',
    )
  }
  const mentions = request.mentions?.map((mention) =>
    mention.replace(/@.*$/, '').replace(/^\+/, ''),
  )
  return { type: 'text', text, ...(mentions && { mentions }) }
}

const MEDIA_KEYS = ['image', 'video', 'audio', 'voice', 'document', 'sticker'] as const

function findMedia(request: SendMessageRequest): { type: MediaContentType; media: MediaObject }[] {
  return MEDIA_KEYS.flatMap((type) => {
    const url = request[`${type}Url`]
    const media = request[type] ?? (url === undefined ? undefined : { url })
    return media ? [{ type, media }] : []
  })
}

function toMedia(type: MediaContentType, media: MediaObject, request: SendMessageRequest): Content {
  const filename = media.filename ?? media.fileName ?? request.fileName
  const mimeType = media.mimetype ?? media.mimeType
  const caption = media.caption ?? request.caption ?? request.text
  const isViewOnce = media.viewOnce ?? request.viewOnce
  const fields = {
    ...toSource(type, media),
    ...(mimeType !== undefined && { mimeType }),
    ...(filename !== undefined && { filename }),
  }
  const captioned = {
    ...fields,
    ...(caption !== undefined && caption !== '' && { caption }),
    ...(isViewOnce && { viewOnce: true }),
  }
  switch (type) {
    case 'image':
    case 'video':
    case 'document':
      return { type, ...captioned }
    case 'audio':
      return media.ptt ? { type: 'voice', ...fields } : { type, ...fields }
    case 'voice':
      return { type, ...fields, ...(isViewOnce && { viewOnce: true }) }
    case 'sticker':
      return { type, ...fields }
  }
}

function toSource(
  type: MediaContentType,
  { url, mediaId }: MediaObject,
): { url: string } | { mediaId: string } {
  if (mediaId !== undefined) return { mediaId }
  if (url === undefined || !URL.canParse(url) || !/^https?:/i.test(url)) {
    throw invalidField(`${type}.url`, 'must be an http or https address')
  }
  return { url }
}

function toPoll(poll: NonNullable<SendMessageRequest['poll']>): Content {
  const text = poll.question ?? poll.name
  if (text === undefined) throw invalidField('poll.question', 'is missing')
  if (new Set(poll.options).size < poll.options.length) {
    throw invalidField('poll.options', 'must differ from each other')
  }
  return {
    type: 'poll',
    text,
    options: poll.options.map((title, index) => ({ id: String(index + 1), title })),
    selectableCount: poll.selectableCount ?? (poll.multiSelect ? 0 : 1),
  }
}

function toContact(contact: NonNullable<SendMessageRequest['contact']>): Content {
  const name = contact.fullName ?? contact.name
  const phone = contact.phoneNumber ?? contact.phone
  if (name === undefined) throw invalidField('contact.fullName', 'is missing')
  if (phone === undefined) throw invalidField('contact.phoneNumber', 'is missing')
  const { organization } = contact
  return {
    type: 'contacts',
    contacts: [{ name, phones: [{ phone }], ...(organization !== undefined && { organization }) }],
  }
}

function toInteractive(request: SendMessageRequest): Content | null {
  const { buttons, list, ctaUrl, text, header, footer } = request
  if (!buttons && !list && !ctaUrl) return null
  if (text === undefined) throw invalidField('text', 'is missing: the words above the buttons')
  const words = { text, ...(header && { header }), ...(footer !== undefined && { footer }) }
  if (buttons) return { type: 'buttons', ...words, buttons }
  if (list) return { type: 'list', ...words, ...list }
  return ctaUrl ? { type: 'ctaUrl', ...words, ...ctaUrl } : null
}
