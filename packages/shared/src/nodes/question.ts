import { z } from 'zod'
import { finding } from '../lint/finding.ts'
import { answerHandles, answerTemplates, lateReminders } from './answer.ts'
import { defineNode, NEXT, type NodeFinding, spoken } from './defineNode.ts'
import {
  answerFields,
  buttonOption,
  requiredWords,
  UNIQUE_IDS_MESSAGE,
  uniqueIds,
  variableName,
  words,
} from './fields.ts'
import { duplicateTitles, optionTemplates } from './options.ts'

const choiceOption = z.strictObject({
  ...buttonOption.shape,
  value: words(1_024).default('').describe('What the variable gets; empty: the title.'),
})

const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Write a date as YYYY-MM-DD.')
  .meta({ title: 'YYYY-MM-DD' })

/** What counts as an answer, and how it is read. One shape per kind. */
export const answerKind = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    minLength: z.number().int().min(1).max(4_096).default(1),
    maxLength: z.number().int().min(1).max(65_536).nullable().default(null),
  }),
  z.strictObject({
    type: z.literal('number'),
    min: z.number().nullable().default(null),
    max: z.number().nullable().default(null),
    integer: z.boolean().default(false).describe('True: 2.5 is not an answer.'),
  }),
  z.strictObject({ type: z.literal('email') }),
  z.strictObject({
    type: z.literal('phone'),
    defaultCountry: z
      .string()
      .regex(/^([A-Z]{2})?$/, 'Write the country as two capital letters, for example BR.')
      .default('')
      .describe(
        "Where a number without country code is from (ISO 3166, for example BR); empty: the flow's setting.",
      ),
  }),
  z.strictObject({
    type: z.literal('date'),
    order: z
      .enum(['flow', 'dayFirst', 'monthFirst'])
      .default('flow')
      .describe("What 03/04 means; `flow` takes the flow's setting."),
    min: isoDate.nullable().default(null),
    max: isoDate.nullable().default(null),
  }),
  z.strictObject({
    type: z.literal('choice'),
    options: z
      .array(choiceOption)
      .min(1, 'Add at least one option.')
      .max(100, 'Use at most 100 options.')
      .refine(uniqueIds, UNIQUE_IDS_MESSAGE),
    shownAs: z
      .enum(['buttons', 'list', 'numbers'])
      .default('buttons')
      .describe('`list`: opened by a button; `numbers`: a plain text with "1. … 2. …".'),
    buttonText: requiredWords('the label of the button that opens the list', 256)
      .default('Options')
      .describe('Label of the button that opens the list.'),
  }),
])
export type AnswerKind = z.infer<typeof answerKind>
export type AnswerKindOf<Type extends AnswerKind['type']> = Extract<AnswerKind, { type: Type }>

export const question = defineNode({
  type: 'question',
  description: 'Asks, checks the answer, keeps it in a variable and goes on.',
  group: 'questions',
  data: z.strictObject({
    text: requiredWords('the question'),
    answer: answerKind.default({ type: 'text', minLength: 1, maxLength: null }),
    saveAs: variableName.describe('Variable that takes the answer.'),
    ...answerFields,
  }),
  defaults: () => ({ text: '', answer: { type: 'text' as const }, saveAs: 'answer' }),
  handles: (data) => [NEXT, ...answerHandles(data)],
  hasInput: true,
  options: ({ answer }) => (answer.type === 'choice' ? answer.options.map(({ id }) => id) : []),
  waits: () => true,
  templates: (data) => [
    spoken(['text'], data.text),
    ...(data.answer.type === 'choice'
      ? [
          ...optionTemplates(data.answer.options, ['answer', 'options']),
          spoken(['answer', 'buttonText'], data.answer.buttonText),
        ]
      : []),
    ...answerTemplates(data),
  ],
  assigns: (data) => [data.saveAs],
  keepsAnswers: true,
  assignedTypes: ({ saveAs, answer: { type } }) => ({
    [saveAs]: type === 'number' || type === 'date' ? type : 'text',
  }),
  fieldOf: (part) => {
    if (part[0] === 'buttons') return ['answer', 'options', ...part.slice(1)]
    if (part[0] === 'buttonText') return ['answer', 'buttonText']
    // A list of options has one section.
    return part[0] === 'sections' ? ['answer', 'options', ...part.slice(3)] : part
  },
  preview: ({ text, answer }) => {
    if (answer.type !== 'choice' || answer.shownAs === 'numbers') return [{ type: 'text', text }]
    const options = answer.options.map(({ id, title }) => ({ id, title }))
    return answer.shownAs === 'buttons'
      ? [{ type: 'buttons', text, buttons: options }]
      : [{ type: 'list', text, buttonText: answer.buttonText, sections: [{ rows: options }] }]
  },
  lint: (data) => [...lintAnswer(data.answer), ...lateReminders(data)],
})

function lintAnswer(answer: AnswerKind): readonly NodeFinding[] {
  if (answer.type === 'choice') return duplicateTitles(answer.options, ['answer', 'options'])
  if (answer.type === 'number' || answer.type === 'date') return emptyRange(answer.min, answer.max)
  if (answer.type === 'text') return emptyRange(answer.minLength, answer.maxLength)
  return []
}

function emptyRange<Bound extends number | string>(
  min: Bound | null,
  max: Bound | null,
): readonly NodeFinding[] {
  if (min === null || max === null || min <= max) return []
  return [
    {
      ...finding('error', 'emptyRange', { min, max }),
      field: ['answer'],
    },
  ]
}
