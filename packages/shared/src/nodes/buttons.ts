import { z } from 'zod'
import { answerHandles, answerTemplates, lateReminders } from './answer.ts'
import { defineNode, type Handle } from './defineNode.ts'
import {
  answerFields,
  buttonOption,
  interactiveFields,
  UNIQUE_IDS_MESSAGE,
  uniqueIds,
  variableName,
} from './fields.ts'
import { interactiveTemplates, toInteractiveFields, unrendered } from './interactive.ts'
import { duplicateTitles, optionTemplates } from './options.ts'

/** The handle for an answer in the contact's own words, when `otherHandle` is on. */
export const OTHER: Handle = { id: 'other', label: 'Any other answer', optional: false }

export const buttons = defineNode({
  type: 'buttons',
  description: 'Asks with buttons; each button leaves by a handle of its own.',
  group: 'messages',
  data: z.strictObject({
    ...interactiveFields,
    buttons: z
      .array(buttonOption)
      .min(1, 'Add at least one button.')
      .max(30, 'Use at most 30 buttons.')
      .refine(uniqueIds, UNIQUE_IDS_MESSAGE),
    saveAs: variableName
      .or(z.literal(''))
      .default('')
      .describe(
        "Variable that takes the title of the chosen button, or the contact's own words; empty: none.",
      ),
    otherHandle: z
      .boolean()
      .default(false)
      .describe(
        'True: an answer that is none of the buttons leaves by `other` instead of being asked again.',
      ),
    ...answerFields,
  }),
  defaults: () => ({
    text: '',
    buttons: [
      { id: 'yes', title: 'Yes' },
      { id: 'no', title: 'No' },
    ],
  }),
  handles: (data) => [
    ...data.buttons.map(({ id, title }) => ({ id, label: title, optional: false })),
    ...(data.otherHandle ? [OTHER] : []),
    ...answerHandles(data),
  ],
  hasInput: true,
  options: (data) => data.buttons.map(({ id }) => id),
  waits: () => true,
  templates: (data) => [
    ...interactiveTemplates(data),
    ...optionTemplates(data.buttons, ['buttons']),
    ...answerTemplates(data),
  ],
  assigns: (data) => (data.saveAs === '' ? [] : [data.saveAs]),
  keepsAnswers: true,
  preview: (data) => [
    {
      type: 'buttons',
      ...toInteractiveFields(data, unrendered),
      buttons: data.buttons.map(({ id, title }) => ({ id, title })),
    },
  ],
  lint: (data) => [...duplicateTitles(data.buttons, ['buttons']), ...lateReminders(data)],
})
