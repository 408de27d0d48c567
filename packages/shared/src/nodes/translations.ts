import { z } from 'zod'
import { words } from './fields.ts'

/** A language as BCP 47 writes it, for example `es` or `pt-BR`. */
export const languageTag = z
  .string()
  .regex(
    /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/,
    'Write a language as its short code, for example es or pt-BR.',
  )
  .meta({ title: 'BCP 47 language tag' })

/**
 * The texts of a node in other languages: by language, then by the key of the text (see `textKey`). An empty text counts
 * as none.
 */
export const nodeTranslations = z.record(languageTag, z.record(z.string().max(200), words()))
export type NodeTranslations = z.infer<typeof nodeTranslations>
