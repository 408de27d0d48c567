import { z } from 'zod'
import { defineNode } from './defineNode.ts'
import { words } from './fields.ts'

/** A remark on the canvas. Nothing leads to it and it does nothing. */
export const note = defineNode({
  type: 'note',
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
