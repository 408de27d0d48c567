import { z } from 'zod'
import { jsonValue } from '../json.ts'
import { canonicalTag } from '../languages/chooseLanguage.ts'
import { instant, pageQuery } from './envelope.ts'

export const contact = z.object({
  id: z.string(),
  uuid: z.string(),
  /** E.164 with +; empty when the platform hides it. */
  phone: z.string(),
  name: z.string(),
  /** Empty while no channel tells it. */
  profileImage: z.string(),
  tags: z.array(z.string()),
  attributes: z.record(z.string(), jsonValue),
  /** BCP 47, for example `es` or `pt-BR`; empty while nobody knows it. Flows speak it where they have it. */
  language: z.string(),
  /** True: wants no messages from us. */
  optedOut: z.boolean(),
  /** True: talks to flow versions on trial before anybody else does. */
  isTestContact: z.boolean(),
  createdAt: instant,
  lastMessageAt: instant.nullable(),
})
export type Contact = z.infer<typeof contact>

export const listContactsQuery = pageQuery.extend({
  /** Part of the name or of the phone number. */
  search: z.string().trim().max(200).optional(),
  tag: z.string().trim().max(100).optional(),
  /** `true`: test contacts only; `false`: all others. */
  isTestContact: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
})

const name = z.string().trim().max(200)
const tag = z.string().trim().min(1).max(100)
/** Names of attributes are what flows write in `{{ contact.attributes.… }}`. */
const attributeName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_-]{0,63}$/u, 'must be a word of letters, digits, _ and -')
/** Empty: not known. */
const language = z
  .string()
  .trim()
  .refine((tag) => tag === '' || canonicalTag(tag) !== null, 'must be a language as es or pt-BR')
  .transform((tag) => canonicalTag(tag) ?? '')
const attributes = z.record(attributeName, jsonValue.nullable())

export const upsertContactRequest = z.looseObject({
  /** Digits with or without +. */
  phone: z.union([z.string().max(64), z.number().int()]).optional(),
  name: name.optional(),
  /** Other spellings of `phone` and `name`. */
  jid: z.string().max(100).optional(),
  phoneNumber: z.union([z.string().max(64), z.number().int()]).optional(),
  fullName: name.optional(),
  tags: z.array(tag).max(100).optional(),
  language: language.optional(),
  attributes: attributes.optional(),
})
export const updateContactRequest = z.strictObject({
  name: name.optional(),
  addTags: z.array(tag).max(100).optional(),
  removeTags: z.array(tag).max(100).optional(),
  language: language.optional(),
  /** Values are set one by one; the others stay. */
  attributes: attributes.optional(),
  optedOut: z.boolean().optional(),
  isTestContact: z.boolean().optional(),
})
export type UpdateContactRequest = z.infer<typeof updateContactRequest>
