import { z } from 'zod'
import { FARTHEST } from '../draft/draft.ts'
import { isTimeZone } from '../timeZone.ts'

/** Building blocks that several node types share. Every message here is read by authors, not programmers. */

/** Longest text that an author can write into one field, in UTF-16 units. */
export const MAX_FIELD_LENGTH = 20_000
/** Keeps choice tokens within 64 ASCII characters (see `choices.ts`). */
export const MAX_OPTION_ID_LENGTH = 24
const NUL = String.fromCharCode(0)

/** A text of the author's, in most places a Liquid template. */
export const words = (max = MAX_FIELD_LENGTH) =>
  z
    .string()
    .max(max, `Write at most ${max} characters.`)
    .refine((value) => !value.includes(NUL), 'Remove the invisible NUL character.')

/** A text that may not be left empty; `what` completes "Write …". */
export const requiredWords = (what: string, max = MAX_FIELD_LENGTH) =>
  words(max).refine((value) => value.trim() !== '', `Write ${what}.`)

export const nodeId = z
  .string()
  .min(1, 'A step needs an id.')
  .max(128)
  .meta({ title: 'id of a node' })

/** What its author calls a node. */
export const nodeName = z.string().max(200, 'Write at most 200 characters.')

const coordinate = z.number().min(-FARTHEST).max(FARTHEST)

/** Where a node stands on the canvas. */
export const position = z.object({ x: coordinate, y: coordinate }).default({ x: 0, y: 0 })

/** Names that Liquid or the engine give a meaning of their own. */
const RESERVED_NAMES: ReadonlySet<string> = new Set(
  (
    'contact conversation number channel now today forloop tablerowloop ' +
    'true false nil null empty blank and or not contains __proto__ constructor prototype'
  ).split(' '),
)

export const variableName = z
  .string()
  .regex(
    /^[\p{L}_][\p{L}\p{N}_]{0,63}$/u,
    'A variable name starts with a letter and has only letters, digits and _ (at most 64).',
  )
  .refine((name) => !RESERVED_NAMES.has(name), 'This name has a meaning of its own; take another.')
  .meta({ title: 'name of a variable' })

/** Id of a button, row, branch: the handle its edge leaves from, and the last part of its choice token. */
export const optionId = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]{1,24}$/,
    `An option id has 1 to ${MAX_OPTION_ID_LENGTH} characters of A-Z, a-z, 0-9, _ and -.`,
  )
  .meta({ title: 'id: 1 to 24 of A-Z, a-z, 0-9, _ and -' })

const optionFields = {
  id: optionId,
  title: requiredWords('a title', 1_024),
  synonyms: z
    .array(words(200))
    .max(50)
    .default([])
    .describe('Other words a contact may type for this option.'),
}
export const buttonOption = z.strictObject(optionFields)
export const rowOption = z.strictObject({ ...optionFields, description: words(4_096).default('') })

/** Says it when two entries have the same id; `field` is the array's name. */
export const uniqueIds = <Item extends { readonly id: string }>(items: readonly Item[]): boolean =>
  new Set(items.map((item) => item.id)).size === items.length
export const UNIQUE_IDS_MESSAGE = 'Two entries have the same id.'

/** Where a medium comes from: uploaded to Parley, or a URL (Liquid) that is fetched when sending. */
export const mediaSource = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('upload'),
    mediaId: z.string().min(1, 'Choose or upload a file.').max(128),
  }),
  z.strictObject({ type: z.literal('url'), url: requiredWords('the address of the file', 8_192) }),
])
export type MediaSource = z.infer<typeof mediaSource>

/** What stands above an interactive message. */
export const nodeHeader = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: requiredWords('the header', 1_024) }),
  z.strictObject({ type: z.literal('image'), source: mediaSource }),
  z.strictObject({ type: z.literal('video'), source: mediaSource }),
  z.strictObject({
    type: z.literal('document'),
    source: mediaSource,
    filename: words(255).default(''),
  }),
])
export type NodeHeader = z.infer<typeof nodeHeader>

export const interactiveFields = {
  text: requiredWords('the text of the message'),
  header: nodeHeader.nullable().default(null),
  footer: words(1_024).default(''),
}

/** Of a part that no edge leaves from: keeps its translations with it when the parts change places. */
export const partId = z.exactOptional(optionId)

const THIRTY_DAYS_SECONDS = 30 * 86_400

/** What happens when the contact does not answer. Switching it on gives the node the handle `noReply`. */
export const noReply = z.strictObject({
  afterSeconds: z
    .number()
    .int('Give whole seconds.')
    .min(1, 'Wait at least one second.')
    .max(THIRTY_DAYS_SECONDS, 'Wait at most 30 days.'),
  reminders: z
    .array(
      z.strictObject({
        id: partId,
        afterSeconds: z.number().int().min(1).max(THIRTY_DAYS_SECONDS),
        text: requiredWords('the reminder'),
      }),
    )
    .max(5, 'Set at most 5 reminders.')
    .default([])
    .describe(
      'Texts sent while waiting; the seconds count from the question, like `afterSeconds`.',
    ),
})
export type NoReply = z.infer<typeof noReply>

/** Fields of every node that waits for an answer. */
export const answerFields = {
  retryText: words()
    .default('')
    .describe(
      "Sent after an answer that does not fit; empty means a ready-made sentence in the flow's language.",
    ),
  maxTries: z
    .number()
    .int()
    .min(1)
    .max(20)
    .nullable()
    .default(null)
    .describe(
      'After so many answers that do not fit the session leaves by `invalid`. Null: asks for ever, no such handle.',
    ),
  noReply: noReply
    .nullable()
    .default(null)
    .describe('What happens when the contact does not answer.'),
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]
export const weekday = z.enum(WEEKDAYS)

export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as HH:MM, for example 09:30.')
  .meta({ title: 'HH:MM' })

/** Names that the platform's own time zone data knows, for example Europe/Berlin. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'This time zone is not known.')
  .meta({ title: 'IANA time zone' })

export const URL_PATTERN_MESSAGE = 'Write a web address that starts with http:// or https://.'
/** A web address; when it begins with Liquid, what it will be cannot be known yet. */
export const webAddress = requiredWords('the web address', 8_192)
  .refine((value) => /^(https?:\/\/|\{[{%])/i.test(value.trim()), URL_PATTERN_MESSAGE)
  .meta({ title: 'web address' })
