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
  header: z.string().max(1_024).default(''),
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
