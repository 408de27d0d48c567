import { z } from 'zod'
import { defineNode, NEXT, spoken } from './defineNode.ts'
import { interactiveFields, requiredWords, webAddress } from './fields.ts'
import { interactiveTemplates, toInteractiveFields, unrendered } from './interactive.ts'

export const ctaUrl = defineNode({
  type: 'ctaUrl',
  description:
    'Sends a text with a button that opens a web page. No platform tells when it is tapped, so the flow goes on.',
  group: 'messages',
  data: z.strictObject({
    ...interactiveFields,
    buttonText: requiredWords('the label of the button', 256),
    url: webAddress,
  }),
  defaults: () => ({ text: '', buttonText: 'Open', url: '' }),
  handles: () => [NEXT],
  hasInput: true,
  waits: () => false,
  templates: (data) => [
    ...interactiveTemplates(data),
    spoken(['buttonText'], data.buttonText),
    { path: ['url'], source: data.url },
  ],
  assigns: () => [],
  preview: (data) => [
    {
      type: 'ctaUrl',
      ...toInteractiveFields(data, unrendered),
      buttonText: data.buttonText,
      url: data.url,
    },
  ],
})
