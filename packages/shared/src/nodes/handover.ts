import { z } from 'zod'
import { defineNode } from './defineNode.ts'
import { words } from './fields.ts'

/** Gives the conversation to a person; goes on when they hand it back. */
export const handover = defineNode({
  type: 'handover',
  group: 'actions',
  data: z.strictObject({
    /** Person or team; empty: whoever is free. */
    to: words(256).default(''),
    /** Said to the contact before; empty: nothing. */
    message: words().default(''),
    /** For the person who takes over. */
    note: words(4_096).default(''),
  }),
  defaults: () => ({ to: '', message: '', note: '' }),
  handles: () => [{ id: 'resolved', label: 'When resolved', optional: true }],
  hasInput: true,
  waits: () => true,
  templates: (data) => [
    { path: ['to'], source: data.to },
    { path: ['message'], source: data.message },
    { path: ['note'], source: data.note },
  ],
  assigns: () => [],
  preview: (data) => (data.message === '' ? [] : [{ type: 'text', text: data.message }]),
})
