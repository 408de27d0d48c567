import { z } from 'zod'
import { defineNode, spoken } from './defineNode.ts'
import { words } from './fields.ts'

export const handover = defineNode({
  type: 'handover',
  description: 'Gives the conversation to a person; goes on when they hand it back.',
  group: 'actions',
  data: z.strictObject({
    to: words(256).default('').describe('Person or team; empty: whoever is free.'),
    message: words().default('').describe('Said to the contact before; empty: nothing.'),
    note: words(4_096).default('').describe('For the person who takes over.'),
  }),
  defaults: () => ({ to: '', message: '', note: '' }),
  handles: () => [{ id: 'resolved', label: 'When resolved', optional: true }],
  hasInput: true,
  waits: () => true,
  templates: (data) => [
    { path: ['to'], source: data.to },
    spoken(['message'], data.message),
    { path: ['note'], source: data.note },
  ],
  assigns: () => [],
  fieldOf: () => ['message'],
  preview: (data) => (data.message === '' ? [] : [{ type: 'text', text: data.message }]),
})
