import { z } from 'zod'
import { defineNode, spoken } from './defineNode.ts'
import { words } from './fields.ts'

export const end = defineNode({
  type: 'end',
  description: 'Ends the session.',
  group: 'logic',
  data: z.strictObject({
    message: words().default('').describe('A last word; empty: none.'),
  }),
  defaults: () => ({ message: '' }),
  handles: () => [],
  hasInput: true,
  waits: () => false,
  templates: (data) => [spoken(['message'], data.message)],
  assigns: () => [],
  fieldOf: () => ['message'],
  preview: (data) => (data.message === '' ? [] : [{ type: 'text', text: data.message }]),
})
