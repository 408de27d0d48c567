import type { ContentType, MediaContentType } from './content.ts'

export const CHANNEL_TYPES = [
  'whatsapp-web',
  'whatsapp-cloud',
  'messenger',
  'instagram',
  'telegram',
  'sandbox',
] as const
/** The means of transport of a number. */
export type ChannelType = (typeof CHANNEL_TYPES)[number]

export interface TextLimit {
  readonly max: number
  /** How the platform counts: Unicode code points, or UTF-8 bytes. */
  readonly unit: 'codePoints' | 'bytes'
}

export interface InteractiveLimits {
  readonly text: TextLimit
  /** Null: the platform shows no footer. */
  readonly footer: TextLimit | null
  /** Kinds of header that can stand above the text. */
  readonly headers: readonly ('text' | 'image' | 'video' | 'document')[]
  /** Length of a text header; absent: as long as the text. */
  readonly headerText?: TextLimit
}

/**
 * What a channel can show, as data: `degrade` turns every content into one that fits, the editor counts
 * characters against it, the linter warns by it. Figures: `docs/channels.md`.
 */
export interface Capabilities {
  readonly channel: ChannelType
  readonly text: TextLimit
  /** A kind that is absent cannot be sent. `caption: null` means the words go in a message of their own. */
  readonly media: Partial<
    Record<MediaContentType, { readonly caption: TextLimit | null; readonly maxBytes: number }>
  >
  readonly buttons: (InteractiveLimits & { readonly max: number; readonly title: TextLimit }) | null
  readonly list:
    | (InteractiveLimits & {
        readonly maxRows: number
        readonly maxSections: number
        readonly buttonText: TextLimit
        readonly sectionTitle: TextLimit
        readonly rowTitle: TextLimit
        readonly rowDescription: TextLimit
      })
    | null
  readonly ctaUrl: (InteractiveLimits & { readonly buttonText: TextLimit }) | null
  readonly poll: {
    readonly maxOptions: number
    readonly text: TextLimit
    readonly option: TextLimit
  } | null
  /** Types besides those above that go through as they are. */
  readonly plain: readonly Extract<ContentType, 'location' | 'contacts' | 'reaction' | 'template'>[]
  /** Numbered text is added to buttons, because part of the readers does not see them. */
  readonly alwaysNumbered: boolean
}
