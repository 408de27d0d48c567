import { z } from 'zod'
import { finding } from '../lint/finding.ts'
import { templatePlaces } from '../templatePlaces.ts'
import { answerHandles, answerTemplates, lateReminders } from './answer.ts'
import { OTHER } from './buttons.ts'
import { defineNode, NEXT, spoken, type TemplateField } from './defineNode.ts'
import {
  answerFields,
  nodeHeader,
  optionId,
  requiredWords,
  UNIQUE_IDS_MESSAGE,
  uniqueIds,
  variableName,
  words,
} from './fields.ts'
import { interactiveTemplates } from './interactive.ts'
import { duplicateTitles } from './options.ts'

const templateButton = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('quickReply'),
    id: optionId,
    title: requiredWords('the title of the button', 256),
    synonyms: z.array(words(200)).max(50).default([]),
  }),
  z.strictObject({
    type: z.literal('url'),
    id: optionId,
    title: requiredWords('the title of the button', 256),
    url: requiredWords('the web address', 8_192),
  }),
  z.strictObject({
    type: z.literal('phone'),
    id: optionId,
    title: requiredWords('the title of the button', 256),
    phone: requiredWords('the phone number', 64),
  }),
])
type TemplateButton = z.infer<typeof templateButton>

/** The buttons of a template that come back as an answer. */
export const quickReplies = (buttons: readonly TemplateButton[]) =>
  buttons.filter((button) => button.type === 'quickReply')

/** The platform approved header and footer in one language; nobody may send them in another. */
const unspoken = ({ path, source }: TemplateField): TemplateField => ({ path, source })

export const template = defineNode({
  type: 'template',
  description:
    'Sends a message from an approved template. With quick replies it waits for the answer, each leaving by its own handle; without them it goes on by `next`.',
  group: 'messages',
  data: z.strictObject({
    name: requiredWords('the name of the template', 512).describe(
      'Name and language under which the platform approved it.',
    ),
    language: requiredWords('the language of the template', 32).default('en'),
    text: words()
      .default('')
      .describe('Its body as approved, with {{1}} or {{name}} where a parameter goes. Not Liquid.'),
    header: nodeHeader.nullable().default(null),
    footer: words(1_024).default(''),
    buttons: z.array(templateButton).max(10).refine(uniqueIds, UNIQUE_IDS_MESSAGE).default([]),
    parameters: z
      .record(z.string().min(1).max(64), words(4_096))
      .default({})
      .describe(
        'What the places of the body are filled with: named, or "1", "2", … The values are Liquid.',
      ),
    saveAs: variableName.or(z.literal('')).default(''),
    otherHandle: z.boolean().default(false),
    ...answerFields,
  }),
  defaults: () => ({ name: '' }),
  handles: (data) => {
    const replies = quickReplies(data.buttons)
    if (replies.length === 0) return [NEXT]
    return [
      ...replies.map(({ id, title }) => ({ id, label: title, optional: false })),
      ...(data.otherHandle ? [OTHER] : []),
      ...answerHandles(data),
    ]
  },
  hasInput: true,
  options: (data) => quickReplies(data.buttons).map(({ id }) => id),
  waits: (data) => quickReplies(data.buttons).length > 0,
  templates: (data) => [
    // The body is filled with parameters, not rendered.
    ...interactiveTemplates({ ...data, text: '' }).map(unspoken),
    ...Object.entries(data.parameters).map(([name, source]) =>
      spoken(['parameters', name], source),
    ),
    ...data.buttons.flatMap((button, index) =>
      button.type === 'url' ? [{ path: ['buttons', index, 'url'], source: button.url }] : [],
    ),
    ...answerTemplates(data),
  ],
  assigns: (data) => (data.saveAs === '' ? [] : [data.saveAs]),
  keepsAnswers: true,
  lint: (data) => [
    ...duplicateTitles(data.buttons, ['buttons']),
    ...lateReminders(data),
    ...templatePlaces(data.text)
      .filter((place) => !(place in data.parameters))
      .map((place) => ({
        ...finding('error', 'missingParameter', { place }),
        field: ['parameters', place],
      })),
  ],
})
