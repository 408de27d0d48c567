import { z } from 'zod'
import { defineNode, NEXT, spoken } from './defineNode.ts'
import { requiredWords } from './fields.ts'

export const text = defineNode({
  type: 'text',
  description: 'Sends a text and goes on.',
  group: 'messages',
  data: z.strictObject({ text: requiredWords('the text of the message') }),
  defaults: () => ({ text: '' }),
  handles: () => [NEXT],
  hasInput: true,
  waits: () => false,
  templates: (data) => [spoken(['text'], data.text)],
  assigns: () => [],
  preview: (data) => [{ type: 'text', text: data.text }],
})
