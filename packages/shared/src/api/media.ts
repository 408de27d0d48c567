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

const MAX_URL_LENGTH = 2_000
const SOURCES = ['url', 'base64', 'dataUri'] as const

/** A file that is not uploaded as bytes: where it is, or itself as text. */
export const uploadRequest = z
  .strictObject({
    /** A public address, fetched once and at once. */
    url: z
      .url({ protocol: /^https?$/, error: 'must be an http or https address' })
      .max(MAX_URL_LENGTH)
      .optional(),
    base64: z.string().optional(),
    /** `data:image/png;base64,…` */
    dataUri: z.string().optional(),
    /** Without folders; for an address its own last part when absent. */
    filename: z.string().max(255).optional(),
    /** What the file must turn out to be; its bytes decide when absent. */
    mimeType: z
      .string()
      .max(255)
      .regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(;.*)?$/, 'must be a media type such as image/png')
      .optional(),
  })
  .superRefine((source, context) => {
    const [first, second] = SOURCES.filter((name) => source[name] !== undefined)
    if (first !== undefined && second === undefined) return
    context.addIssue({
      code: 'custom',
      path: [second ?? 'url'],
      message: second
        ? `cannot be there together with ${first}`
        : 'is missing: give one of url, base64 and dataUri',
    })
  })
export type UploadRequest = z.infer<typeof uploadRequest>

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
