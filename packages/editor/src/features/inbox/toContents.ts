import type { Content } from '@parley/shared'
import type { Media } from '@parley/shared/api'

/** Kinds that show words below them. */
const CAPTIONED: ReadonlySet<Media['kind']> = new Set(['image', 'video', 'document'])

/** The messages that a text with attachments becomes: the words go under the first file that can show them. */
export function toContents(text: string, media: readonly Media[]): readonly Content[] {
  const words = text.trim()
  const captionAt = words ? media.findIndex(({ kind }) => CAPTIONED.has(kind)) : -1
  const files = media.map((file, index): Content => {
    const fields = {
      mediaId: file.id,
      mimeType: file.mimeType,
      filename: file.filename,
      sizeBytes: file.sizeBytes,
    }
    return index === captionAt
      ? // Only captioned kinds are found by captionAt.
        ({ type: file.kind, ...fields, caption: words } as Content)
      : { type: file.kind, ...fields }
  })
  return words && captionAt === -1 ? [...files, { type: 'text', text: words }] : files
}
