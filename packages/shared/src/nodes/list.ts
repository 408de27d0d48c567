import { z } from 'zod'
import { answerHandles, answerTemplates, lateReminders } from './answer.ts'
import { OTHER } from './buttons.ts'
import { defineNode, spoken } from './defineNode.ts'
import {
  answerFields,
  interactiveFields,
  partId,
  requiredWords,
  rowOption,
  UNIQUE_IDS_MESSAGE,
  uniqueIds,
  variableName,
  words,
} from './fields.ts'
import { interactiveTemplates, toInteractiveFields, unrendered } from './interactive.ts'
import { duplicateTitlesAt, optionTemplates } from './options.ts'

const MAX_ROWS = 100

export const list = defineNode({
  type: 'list',
  description: 'Asks with a list that opens; each row leaves by a handle of its own.',
  group: 'messages',
  data: z.strictObject({
    ...interactiveFields,
    buttonText: requiredWords('the label of the button that opens the list', 256)
      .default('Options')
      .describe('Label of the button that opens the list.'),
    sections: z
      .array(
        z.strictObject({
          id: partId,
          title: words(1_024).default(''),
          rows: z.array(rowOption).min(1, 'Add at least one row.').max(MAX_ROWS),
        }),
      )
      .min(1, 'Add at least one section.')
      .max(MAX_ROWS)
      .refine((sections) => uniqueIds(sections.flatMap(({ rows }) => rows)), UNIQUE_IDS_MESSAGE)
      .refine(
        (sections) => sections.flatMap(({ rows }) => rows).length <= MAX_ROWS,
        `Use at most ${MAX_ROWS} rows.`,
      ),
    saveAs: variableName
      .or(z.literal(''))
      .default('')
      .describe(
        "Variable that takes the title of the chosen row, or the contact's own words; empty: none.",
      ),
    otherHandle: z
      .boolean()
      .default(false)
      .describe(
        'True: an answer that is none of the rows leaves by `other` instead of being asked again.',
      ),
    ...answerFields,
  }),
  defaults: () => ({
    text: '',
    sections: [{ rows: [{ id: 'row1', title: 'First choice' }] }],
  }),
  handles: (data) => [
    ...data.sections.flatMap(({ rows }) =>
      rows.map(({ id, title }) => ({ id, label: title, optional: false })),
    ),
    ...(data.otherHandle ? [OTHER] : []),
    ...answerHandles(data),
  ],
  hasInput: true,
  options: (data) => data.sections.flatMap(({ rows }) => rows.map(({ id }) => id)),
  waits: () => true,
  templates: (data) => [
    ...interactiveTemplates(data),
    spoken(['buttonText'], data.buttonText),
    ...data.sections.flatMap(({ title, rows }, index) => [
      spoken(['sections', index, 'title'], title),
      ...optionTemplates(rows, ['sections', index, 'rows']),
    ]),
    ...answerTemplates(data),
  ],
  assigns: (data) => (data.saveAs === '' ? [] : [data.saveAs]),
  keepsAnswers: true,
  preview: (data) => [
    {
      type: 'list',
      ...toInteractiveFields(data, unrendered),
      buttonText: data.buttonText,
      sections: data.sections.map(({ title, rows }) => ({
        ...(title === '' ? {} : { title }),
        rows: rows.map(({ id, title: rowTitle, description }) => ({
          id,
          title: rowTitle,
          ...(description === '' ? {} : { description }),
        })),
      })),
    },
  ],
  lint: (data) => [
    ...duplicateTitlesAt(
      data.sections.flatMap(({ rows }, index) =>
        rows.map(({ title }, row) => ({ title, field: ['sections', index, 'rows', row, 'title'] })),
      ),
    ),
    ...lateReminders(data),
  ],
})
