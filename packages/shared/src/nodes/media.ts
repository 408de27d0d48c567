import { z } from 'zod'
import {
  MAX_FILENAME_LENGTH,
  MEDIA_CONTENT_TYPES,
  type MediaContent,
  type MediaContentType,
} from '../content.ts'
import { finding } from '../lint/finding.ts'
import { defineNode, NEXT, spoken } from './defineNode.ts'
import { type MediaSource, mediaSource, words } from './fields.ts'
import { mediaTemplates, type Render, toMediaFields, unrendered } from './interactive.ts'

/** Kinds that show words below the medium. */
const CAPTIONED: readonly MediaContentType[] = ['image', 'video', 'document']

interface MediaData {
  readonly kind: MediaContentType
  readonly source: MediaSource
  readonly caption: string
  readonly filename: string
}

/** The content that a media node sends; `render` fills its templates. */
export function toMediaContent(data: MediaData, render: Render): MediaContent {
  const caption = CAPTIONED.includes(data.kind) ? render(data.caption) : ''
  const filename = data.kind === 'document' ? render(data.filename, MAX_FILENAME_LENGTH) : ''
  return {
    type: data.kind,
    ...toMediaFields(data.source, render),
    ...(caption === '' ? {} : { caption }),
    ...(filename === '' ? {} : { filename }),
  }
}

export const media = defineNode({
  type: 'media',
  description:
    'Sends a picture, a video, a sound, a voice message, a file or a sticker, and goes on.',
  group: 'messages',
  data: z.strictObject({
    kind: z.enum(MEDIA_CONTENT_TYPES),
    source: mediaSource,
    caption: words().default('').describe('For image, video and document.'),
    filename: words(255).default('').describe('For documents: the name that the contact sees.'),
  }),
  defaults: () => ({ kind: 'image' as const, source: { type: 'upload' as const, mediaId: '' } }),
  handles: () => [NEXT],
  hasInput: true,
  waits: () => false,
  templates: (data) => [
    ...mediaTemplates(data.source, ['source']),
    spoken(['caption'], data.caption),
    { path: ['filename'], source: data.filename },
  ],
  assigns: () => [],
  preview: (data) => [toMediaContent(data, unrendered)],
  lint: (data) =>
    data.caption !== '' && !CAPTIONED.includes(data.kind)
      ? [
          {
            ...finding('warning', 'captionNotShown', {}),
            field: ['caption'],
          },
        ]
      : [],
})
