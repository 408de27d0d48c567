import { z } from 'zod'
import { finding } from '../lint/finding.ts'
import { lintPattern } from '../lint/lintPattern.ts'
import { defineNode, NEXT, type NodeFinding } from './defineNode.ts'
import { timeOfDay, timeZone, UNIQUE_IDS_MESSAGE, uniqueIds, weekday, words } from './fields.ts'

/** When a trigger listens. `from` later than `to` means over midnight. */
export const activeHours = z.strictObject({
  timeZone: timeZone.or(z.literal('')).default('').describe("Empty: the flow's time zone."),
  days: z.array(weekday).default([]).describe('None chosen means every day.'),
  from: timeOfDay,
  to: timeOfDay,
})
export type ActiveHours = z.infer<typeof activeHours>

const triggerFields = {
  id: z.string().min(1).max(64),
  priority: z
    .number()
    .int()
    .min(-1_000)
    .max(1_000)
    .default(0)
    .describe('When several triggers match, the highest wins.'),
  interrupts: z
    .boolean()
    .default(false)
    .describe('True: also leaves a conversation that is in the middle of a flow.'),
  groups: z.boolean().default(false).describe('True: messages in groups may start it, too.'),
  activeHours: activeHours.nullable().default(null),
}

export const keywordTrigger = z.strictObject({
  type: z.literal('keyword'),
  ...triggerFields,
  words: z
    .array(
      words(500).refine((word) => word.trim() !== '', 'Write the keyword, or remove the line.'),
    )
    .min(1, 'Add at least one keyword.')
    .max(200, 'Use at most 200 keywords.'),
  match: z
    .enum(['exact', 'startsWith', 'contains', 'regex'])
    .default('exact')
    .describe(
      'How a keyword is compared with the message: accents, case and width of letters never count, except in `regex`.',
    ),
})
/** The first message that this contact ever sends to the number. */
export const firstMessageTrigger = z.strictObject({
  type: z.literal('firstMessage'),
  ...triggerFields,
})
/** Whatever nothing else answers. */
export const anyMessageTrigger = z.strictObject({ type: z.literal('anyMessage'), ...triggerFields })

export const trigger = z.discriminatedUnion('type', [
  keywordTrigger,
  firstMessageTrigger,
  anyMessageTrigger,
])
export type Trigger = z.infer<typeof trigger>

export const start = defineNode({
  type: 'start',
  description: 'Where a flow begins. Without triggers it starts only by hand or by the API.',
  group: 'start',
  data: z.strictObject({
    triggers: z
      .array(trigger)
      .max(50, 'Use at most 50 triggers.')
      .refine(uniqueIds, UNIQUE_IDS_MESSAGE)
      .default([]),
  }),
  defaults: () => ({
    triggers: [{ type: 'keyword' as const, id: 'keyword', words: ['hi'] }],
  }),
  handles: () => [{ ...NEXT, optional: false }],
  hasInput: false,
  waits: () => false,
  templates: () => [],
  assigns: () => [],
  lint: ({ triggers }) => [
    ...(triggers.length === 0
      ? [
          {
            ...finding('warning', 'noTrigger', {}),
            field: ['triggers'],
          },
        ]
      : []),
    ...triggers.flatMap(lintTrigger),
  ],
})

function lintTrigger(trigger: Trigger, index: number): readonly NodeFinding[] {
  if (trigger.type === 'anyMessage' && trigger.interrupts) {
    return [
      {
        ...finding('warning', 'interruptsAlways', {}),
        field: ['triggers', index, 'interrupts'],
      },
    ]
  }
  if (trigger.type !== 'keyword') return []
  if (trigger.match === 'contains') return lintShortWords(trigger.words, index)
  if (trigger.match !== 'regex') return []
  return trigger.words.flatMap((pattern, word) =>
    lintPattern(pattern, ['triggers', index, 'words', word]),
  )
}

/** Parts of words count, so that "order" is found in "orders": of two letters nearly everything has some. */
const lintShortWords = (words: readonly string[], index: number): readonly NodeFinding[] =>
  words.flatMap((keyword, word) =>
    /^[\p{L}\p{M}]{1,2}$/u.test(keyword.trim()) && SPELLED.test(keyword)
      ? [
          {
            ...finding('warning', 'shortKeyword', { word: keyword.trim() }),
            field: ['triggers', index, 'words', word],
          },
        ]
      : [],
  )

/** Scripts that spell sounds, where two letters are no word to look for. One Chinese sign may be a whole word. */
const SPELLED =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u
