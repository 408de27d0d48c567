import { z } from 'zod'
import { instant } from './envelope.ts'

const MEGABYTE = 1_000_000

/** Largest upload in bytes, by what the medium is sent as. */
export const MEDIA_SIZE_LIMITS = {
  image: 5 * MEGABYTE,
  sticker: 5 * MEGABYTE,
  audio: 16 * MEGABYTE,
  video: 16 * MEGABYTE,
  document: 100 * MEGABYTE,
} as const
export type MediaKind = keyof typeof MEDIA_SIZE_LIMITS

export const media = z.object({
  id: z.string(),
  kind: z.enum(['image', 'sticker', 'audio', 'video', 'document']),
  mimeType: z.string(),
  filename: z.string(),
  sizeBytes: z.number().int(),
  /** SHA-256 of the bytes, hex. */
  sha256: z.string(),
  /** Where the bytes are, for members of the workspace. */
  url: z.string(),
  createdAt: instant,
})
export type Media = z.infer<typeof media>
