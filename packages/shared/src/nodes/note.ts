import { z } from 'zod'
import { defineNode } from './defineNode.ts'
import { words } from './fields.ts'

export const note = defineNode({
  type: 'note',
  description: 'A remark on the canvas. Nothing leads to it and it does nothing.',
  group: 'canvas',
  data: z.strictObject({
    text: words().default(''),
    color: z.enum(['yellow', 'green', 'blue', 'pink', 'gray']).default('yellow'),
  }),
  defaults: () => ({ text: '' }),
  handles: () => [],
  hasInput: false,
  waits: () => false,
  templates: () => [],
  assigns: () => [],
})
