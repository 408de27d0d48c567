import { type Content, type ContentHeader, type ContentOf, toVcard } from '@parley/shared'
import type { AnyMessageContent, BinaryNode, proto } from '@whiskeysockets/baileys'
import { ChannelError } from '../../pipeline/errors.ts'
import { isOggOpus } from './isOggOpus.ts'
import type { StoredMedia } from './ports.ts'

/** How a content goes to Baileys: by its own `sendMessage`, or as a native flow message that it has no API for. */
export type Rendered =
  | { readonly by: 'sendMessage'; readonly content: AnyMessageContent }
  | {
      readonly by: 'relay'
      readonly interactive: proto.Message.IInteractiveMessage
      readonly header: {
        readonly type: 'image' | 'video' | 'document'
        readonly media: StoredMedia
      } | null
      readonly nodes: BinaryNode[]
    }

export interface RenderScope {
  /** Loads a file that the content names. */
  media(source: { mediaId?: string | undefined; url?: string | undefined }): Promise<StoredMedia>
  /** Makes a voice note of another sound, where that is possible. */
  voiceNote(sound: StoredMedia): Promise<StoredMedia>
  /** The platform's key of one of our messages; null when we never had it. */
  messageKey(messageId: string): Promise<proto.IMessageKey | null>
}

/**
 * Renders a content that `degrade` has made fit for this channel.
 *
 * @throws {ChannelError} for what cannot be sent: a missing file, or a kind that WhatsApp Web has no form for.
 */
export async function toBaileys(content: Content, scope: RenderScope): Promise<Rendered> {
  switch (content.type) {
    case 'text': {
      const mentions = content.mentions?.map((digits) => `${digits}@s.whatsapp.net`)
      return plain({ text: content.text, ...(mentions ? { mentions } : {}) })
    }
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return plain(toMedia(content, await loadFile(content, scope)))
    case 'voice': {
      const sound = await loadFile(content, scope)
      return plain(toMedia(content, isOggOpus(sound.bytes) ? sound : await scope.voiceNote(sound)))
    }
    case 'location':
      return plain({
        location: {
          degreesLatitude: content.latitude,
          degreesLongitude: content.longitude,
          ...(content.name ? { name: content.name } : {}),
          ...(content.address ? { address: content.address } : {}),
        },
      })
    case 'contacts':
      return plain({
        contacts: {
          displayName: content.contacts[0]?.name ?? '',
          contacts: content.contacts.map((card) => ({
            displayName: card.name,
            vcard: toVcard(card),
          })),
        },
      })
    case 'poll':
      return plain({
        poll: {
          name: content.text,
          values: content.options.map(({ title }) => title),
          selectableCount: content.selectableCount,
        },
      })
    case 'reaction': {
      const key = await scope.messageKey(content.messageId)
      if (!key) throw new ChannelError('invalid', 'The message to react to is not on this number.')
      return plain({ react: { text: content.emoji, key } })
    }
    case 'buttons':
      return native(content, 'mixed', content.buttons.map(quickReply), scope)
    case 'list':
      return native(content, 'mixed', [singleSelect(content)], scope)
    case 'ctaUrl':
      return native(content, 'cta_url', [ctaUrl(content)], scope)
    case 'template':
      throw new ChannelError('invalid', 'Templates are sent as text and buttons on WhatsApp Web.')
  }
}

const plain = (content: AnyMessageContent): Rendered => ({ by: 'sendMessage', content })

type Media = ContentOf<'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker'>

function toMedia(content: Media, { bytes, mimeType, filename }: StoredMedia): AnyMessageContent {
  const caption = 'caption' in content && content.caption ? { caption: content.caption } : {}
  const viewOnce = 'viewOnce' in content && content.viewOnce ? { viewOnce: true } : {}
  switch (content.type) {
    case 'image':
      return { image: bytes, mimetype: mimeType, ...caption, ...viewOnce }
    case 'video':
      return { video: bytes, mimetype: mimeType, ...caption, ...viewOnce }
    case 'audio':
      return { audio: bytes, mimetype: mimeType }
    case 'voice':
      return {
        audio: bytes,
        // Phones show a voice note only with the codec named.
        mimetype: isOggOpus(bytes) ? 'audio/ogg; codecs=opus' : mimeType,
        ptt: true,
        ...viewOnce,
      }
    case 'document':
      return {
        document: bytes,
        mimetype: mimeType,
        fileName: content.filename ?? filename ?? 'document',
        ...caption,
      }
    case 'sticker':
      return { sticker: bytes, mimetype: mimeType }
  }
}

/** What files of these types begin with; sounds may come in the containers of films. */
const EXPECTED_TYPES = {
  image: /^image\//,
  sticker: /^image\//,
  video: /^video\//,
  audio: /^(audio|video)\//,
  voice: /^(audio|video)\//,
  document: /./,
} as const

/** @throws {ChannelError} when the file is known to be something else: phones would show a broken message. */
async function loadFile(
  content: {
    type: keyof typeof EXPECTED_TYPES
    mediaId?: string | undefined
    url?: string | undefined
  },
  scope: RenderScope,
): Promise<StoredMedia> {
  const media = await scope.media(content)
  const isKnown = media.mimeType !== 'application/octet-stream'
  if (!isKnown || EXPECTED_TYPES[content.type].test(media.mimeType)) return media
  throw new ChannelError(
    'media',
    `The file cannot be sent as ${content.type}: it is ${media.mimeType}.`,
  )
}

interface NativeButton {
  readonly name: string
  readonly buttonParamsJson: string
}

const quickReply = ({ id, title }: { id: string; title: string }): NativeButton => ({
  name: 'quick_reply',
  buttonParamsJson: JSON.stringify({ display_text: title, id }),
})

const ctaUrl = ({ buttonText, url }: ContentOf<'ctaUrl'>): NativeButton => ({
  name: 'cta_url',
  buttonParamsJson: JSON.stringify({ display_text: buttonText, url, merchant_url: url }),
})

const singleSelect = ({ buttonText, sections }: ContentOf<'list'>): NativeButton => ({
  name: 'single_select',
  buttonParamsJson: JSON.stringify({
    title: buttonText,
    sections: sections.map(({ title = '', rows }) => ({
      title,
      rows: rows.map(({ id, title: rowTitle, description = '' }) => ({
        id,
        title: rowTitle,
        description,
      })),
    })),
  }),
})

async function native(
  {
    text,
    footer,
    header,
  }: { text: string; footer?: string | undefined; header?: ContentHeader | undefined },
  name: 'mixed' | 'cta_url',
  buttons: NativeButton[],
  scope: RenderScope,
): Promise<Rendered> {
  return {
    by: 'relay',
    interactive: {
      body: { text },
      ...(footer ? { footer: { text: footer } } : {}),
      ...(header?.type === 'text'
        ? { header: { title: header.text, hasMediaAttachment: false } }
        : {}),
      nativeFlowMessage: { buttons, messageParamsJson: '' },
    },
    header:
      header && header.type !== 'text'
        ? { type: header.type, media: await loadFile(header, scope) }
        : null,
    nodes: [bizNode(name)],
  }
}

/** Without this stanza phones show nothing: WhatsApp takes native flow messages from businesses only. */
const bizNode = (name: string): BinaryNode => ({
  tag: 'biz',
  attrs: {},
  content: [
    {
      tag: 'interactive',
      attrs: { type: 'native_flow', v: '1' },
      content: [{ tag: 'native_flow', attrs: { v: '9', name } }],
    },
  ],
})
