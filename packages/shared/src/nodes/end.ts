import { z } from 'zod'
import { defineNode } from './defineNode.ts'
import { words } from './fields.ts'

/** Ends the session. */
export const end = defineNode({
  type: 'end',
  group: 'logic',
  data: z.strictObject({
    /** A last word; empty: none. */
    message: words().default(''),
  }),
  defaults: () => ({ message: '' }),
  handles: () => [],
  hasInput: true,
  waits: () => false,
  templates: (data) => [{ path: ['message'], source: data.message }],
  assigns: () => [],
  preview: (data) => (data.message === '' ? [] : [{ type: 'text', text: data.message }]),
})
