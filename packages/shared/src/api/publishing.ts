import { z } from 'zod'
import { isTimeZone } from '../timeZone.ts'
import { instant } from './envelope.ts'

/** For whom a version is while it is on trial. Test contacts are always among them. */
export const trialAudience = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('testContacts') }),
  z.strictObject({
    type: z.literal('percentage'),
    /** Per cent of the contacts, always the same ones; counts when a conversation begins. */
    percentage: z.number().int().min(1).max(99),
  }),
])
export type TrialAudience = z.infer<typeof trialAudience>

/** For whom a version is. All but `everyone` make it a trial: the others are answered as before. */
export const audience = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('everyone') }),
  ...trialAudience.options,
])
export type Audience = z.infer<typeof audience>

/**
 * What becomes of conversations in progress: they `finish` on the version that they are in, or `move` to the new one the
 * next time they go on. Those move that wait at a node that is still there, with all that they can choose from.
 */
export const conversationsChoice = z.enum(['finish', 'move'])
export type ConversationsChoice = z.infer<typeof conversationsChoice>

/** A version that answers some contacts on a number. */
export const trial = z.object({
  versionNumber: z.number().int(),
  audience: trialAudience,
  startedAt: instant,
})
export type Trial = z.infer<typeof trial>

export const publication = z.object({
  numberId: z.string(),
  /** The version for everybody who is in no trial; null while there is only a trial. */
  versionNumber: z.number().int().nullable(),
  publishedAt: instant,
  trial: trial.nullable(),
})
export type Publication = z.infer<typeof publication>

export const publishRequest = z.strictObject({
  /** The numbers on which this version shall answer from now on; others keep what they have. */
  numberIds: z.array(z.string()).min(1).max(100),
  /** For the version list: what is new. */
  note: z.string().trim().max(500).optional(),
  audience: audience.default({ type: 'everyone' }),
  conversations: conversationsChoice.default('finish'),
})
export type PublishRequest = z.input<typeof publishRequest>

export const unpublishRequest = z.strictObject({
  /** All numbers when absent. */
  numberIds: z.array(z.string()).max(100).optional(),
})

/** A trial that is promoted or ended. */
export const endTrialRequest = z.strictObject({
  /** The version on trial. */
  versionNumber: z.number().int().positive(),
  /** All numbers where it is on trial when absent. */
  numberIds: z.array(z.string()).max(100).optional(),
})
export const promoteTrialRequest = endTrialRequest.extend({
  conversations: conversationsChoice.default('finish'),
})

/** What a publish does to the conversations that are in progress on its numbers. */
export const conversationsOutcome = z.object({
  /** In the middle of the flow in another version. */
  inProgress: z.number().int(),
  /** Of these, how many go on in the new version. */
  moving: z.number().int(),
  /** Of these, how many finish on the version that they are in. */
  finishing: z.number().int(),
})
export type ConversationsOutcome = z.infer<typeof conversationsOutcome>

/** How many conversations are in the middle of a flow on a number, whatever their version. */
export const conversationsOnNumber = z.object({
  numberId: z.string(),
  inProgress: z.number().int(),
  /** How many of them could go on in the draft as it is now; null while it has errors. */
  movable: z.number().int().nullable(),
})
export type ConversationsOnNumber = z.infer<typeof conversationsOnNumber>

const timeZone = z
  .string()
  .min(1)
  .max(100)
  .refine(isTimeZone, 'is no time zone, such as Europe/Berlin')

export const schedulePublishRequest = publishRequest.extend({
  /** When it shall be published, with the offset of its time zone or Z. */
  scheduledFor: z.iso.datetime({ offset: true }),
  /** IANA name; in which zone people shall read the time. UTC when absent. */
  timeZone: timeZone.default('UTC'),
})
export type SchedulePublishRequest = z.input<typeof schedulePublishRequest>

export const scheduledPublish = z.object({
  id: z.string(),
  flowId: z.string(),
  /** Frozen when it was scheduled: what is changed in the draft afterwards is not in it. */
  versionNumber: z.number().int(),
  numberIds: z.array(z.string()),
  audience,
  conversations: conversationsChoice,
  scheduledFor: instant,
  timeZone: z.string(),
  createdBy: z.string(),
  createdAt: instant,
  status: z.enum(['waiting', 'published', 'failed', 'cancelled']),
  /** Why it could not be published, in words; null otherwise. */
  problem: z.string().nullable(),
})
export type ScheduledPublish = z.infer<typeof scheduledPublish>
