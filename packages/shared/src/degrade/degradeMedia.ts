import type { Capabilities } from '../capabilities.ts'
import type { Content, MediaContent, MediaContentType } from '../content.ts'
import { findMisfits } from '../fits.ts'
import { fitsText } from '../text.ts'
import { asText } from './asText.ts'

/** A file as the messages that a channel can show: itself where it fits. */
export const fileAsMessages = (
  content: MediaContent,
  capabilities: Capabilities,
): readonly Content[] =>
  findMisfits(content, capabilities).length === 0 ? [content] : degradeMedia(content, capabilities)

/** A file that does not fit: as another kind of file, its caption apart, or as words. */
export function degradeMedia(
  content: MediaContent,
  capabilities: Capabilities,
): readonly Content[] {
  const caption = 'caption' in content ? (content.caption ?? '') : ''
  const kinds = [content.type, ...INSTEAD[content.type]].filter((each) => capabilities.media[each])
  const roomy = kinds.find(
    (each) => (content.sizeBytes ?? 0) <= (capabilities.media[each]?.maxBytes ?? 0),
  )
  // Too large for every kind: sent as it is, so that the channel refuses it aloud.
  const kind = roomy ?? kinds[0]
  if (kind === undefined) {
    const words = [caption, content.filename, content.url].filter(Boolean)
    return asText(words.length > 0 ? words : ['📎'], capabilities)
  }
  const limit = capabilities.media[kind]?.caption ?? null
  const file = toKind(content, kind)
  if (caption === '') return [file]
  if (limit !== null && CAPTIONED.has(kind) && fitsText(caption, limit)) {
    // The kinds in CAPTIONED have a caption.
    return [{ ...file, caption } as MediaContent]
  }
  return [file, ...asText([caption], capabilities)]
}

/** What a kind of file can be sent as instead, best first. */
const INSTEAD: Readonly<Record<MediaContentType, readonly MediaContentType[]>> = {
  sticker: ['image', 'document'],
  voice: ['audio', 'document'],
  audio: ['document'],
  video: ['document'],
  image: ['document'],
  document: [],
}

const CAPTIONED: ReadonlySet<MediaContentType> = new Set(['image', 'video', 'document'])
const VIEW_ONCE: ReadonlySet<MediaContentType> = new Set(['image', 'video', 'document', 'voice'])

/** The same file as another kind of medium, without its caption. */
function toKind(content: MediaContent, kind: MediaContentType): MediaContent {
  const {
    caption: _,
    viewOnce,
    ...file
  } = { caption: '', viewOnce: undefined, ...content, type: kind }
  return viewOnce !== undefined && VIEW_ONCE.has(kind) ? { ...file, viewOnce } : file
}
