import { answer } from '@parley/shared/api'
import { z } from 'zod'

/** Groups and look-ups in the session API's words. */

const recipient = z.union([z.string().min(1).max(100), z.number().int()]).transform(String)
const recipients = z.array(recipient).min(1).max(256)

/** With a personal token or a key of the workspace: whose groups. */
export const sessionQuery = z.object({ sessionId: z.string().max(200).optional() })

export const createGroupRequest = z
  .looseObject({
    name: z.string().trim().min(1).max(100).optional(),
    /** The same as `name`, as WhatsApp calls it. */
    subject: z.string().trim().min(1).max(100).optional(),
    participants: recipients,
    sessionId: z.string().max(200).optional(),
  })
  .refine(({ name, subject }) => name !== undefined || subject !== undefined, {
    path: ['name'],
    message: 'is missing',
  })
export const participantsRequest = z.looseObject({
  participants: recipients,
  sessionId: z.string().max(200).optional(),
})
export const leaveRequest = z.looseObject({ sessionId: z.string().max(200).optional() })

export const participant = z.object({
  id: z.string(),
  jid: z.string(),
  phone: z.string().nullable(),
  isAdmin: z.boolean(),
  isSuperAdmin: z.boolean(),
  admin: z.enum(['admin', 'superadmin']).nullable(),
})
const group = z.object({
  id: z.string(),
  jid: z.string(),
  subject: z.string(),
  name: z.string(),
  owner: z.string().nullable(),
  /** Unix seconds; null when the platform does not tell. */
  creation: z.number().int().nullable(),
  desc: z.string(),
  size: z.number().int(),
  participants: z.array(participant),
})
/** What became of one person: an HTTP status, and words. */
const result = z.object({
  status: z.number().int(),
  id: z.string(),
  jid: z.string(),
  message: z.string(),
})

export const groupList = answer(z.array(group)).extend({ groups: z.array(group) })
export const oneGroup = answer(group).extend(group.shape)
export const newGroup = answer(group.extend({ results: z.array(result) })).extend({
  ...group.shape,
  results: z.array(result),
})
export const participantList = answer(z.array(participant)).extend({
  participants: z.array(participant),
})
export const participantResults = answer(z.array(result)).extend({ results: z.array(result) })
export const groupLeft = answer(z.object({ jid: z.string(), left: z.literal(true) }))
const lookUp = { exists: z.boolean(), jid: z.string().nullable() }
export const onWhatsApp = answer(z.object(lookUp)).extend(lookUp)
