import { z } from 'zod'
import { instant, pageQuery } from './envelope.ts'

/** Template buttons in the words of people, not of one platform. */
export const templateButton = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('url'),
    text: z.string().trim().min(1).max(100),
    url: z.url().max(2_000),
  }),
  z.strictObject({ type: z.literal('quick_reply'), text: z.string().trim().min(1).max(100) }),
  z.strictObject({
    type: z.literal('phone'),
    text: z.string().trim().min(1).max(100),
    phone: z.string().trim().min(3).max(32),
  }),
])

export const TEMPLATE_STATUSES = ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED'] as const

/** A picture, video or document above the text: an address or an upload. Who sends the template may send another. */
export const templateHeaderMedia = z
  .strictObject({
    type: z.enum(['image', 'video', 'document']),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
    mediaId: z.string().max(200).optional(),
    filename: z.string().max(255).optional(),
  })
  .refine(
    ({ url, mediaId }) => (url === undefined) !== (mediaId === undefined),
    'must have either url or mediaId',
  )

const templateFields = {
  /** As platforms spell names: lower case, digits and underscores. */
  name: z
    .string()
    .trim()
    .regex(/^[a-z0-9_]{1,512}$/, 'must consist of lower-case letters, digits and underscores'),
  language: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*$/, 'must be a language code such as en_US'),
  category: z.string().trim().min(1).max(50).default('UTILITY'),
  /** Words above the text; nothing beside `headerMedia`. */
  header: z.string().max(1_024).default(''),
  headerMedia: templateHeaderMedia.nullable().default(null),
  /** Placeholders are `{{1}}` or `{{name}}`. */
  body: z.string().min(1).max(4_096),
  footer: z.string().max(1_024).default(''),
  buttons: z.array(templateButton).max(10).default([]),
  /** A template is usable at once, unless it is made with another status. */
  status: z.enum(TEMPLATE_STATUSES).default('APPROVED'),
}

export const createTemplateRequest = z.strictObject(templateFields)
export type CreateTemplateRequest = z.infer<typeof createTemplateRequest>
export const updateTemplateRequest = z.strictObject({
  category: templateFields.category.unwrap().optional(),
  header: templateFields.header.unwrap().optional(),
  headerMedia: templateHeaderMedia.nullable().optional(),
  body: templateFields.body.optional(),
  footer: templateFields.footer.unwrap().optional(),
  buttons: templateFields.buttons.unwrap().optional(),
  status: templateFields.status.unwrap().optional(),
})
export const template = z.object({
  ...templateFields,
  id: z.string(),
  createdAt: instant,
  updatedAt: instant,
})
export type Template = z.infer<typeof template>

export const listTemplatesQuery = pageQuery.extend({
  name: z.string().max(512).optional(),
  status: z.enum(TEMPLATE_STATUSES).optional(),
})
