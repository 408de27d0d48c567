import { z } from 'zod'
import { defineNode } from './defineNode.ts'
import { nodeId } from './fields.ts'

/** Smaller than this, a section could not hold its title; larger, it could not be found. In canvas units. */
const side = (least: number) =>
  z.number().min(least, `At least ${least}.`).max(50_000, 'At most 50000.')

export const section = defineNode({
  type: 'section',
  description:
    'A coloured area behind nodes that belong together. Its `name` is its title. Nothing leads to it and it does nothing.',
  group: 'canvas',
  data: z.strictObject({
    color: z.enum(['yellow', 'green', 'blue', 'pink', 'gray']).default('blue'),
    width: side(160).default(640),
    height: side(96).default(400),
    collapsed: z
      .array(nodeId)
      .nullable()
      .default(null)
      .describe(
        'Ids of the nodes that are out of sight while it is collapsed to a card; null while it is open, and holds what lies on it.',
      ),
  }),
  defaults: () => ({}),
  handles: () => [],
  hasInput: false,
  waits: () => false,
  templates: () => [],
  assigns: () => [],
  holds: ({ collapsed }) => collapsed ?? [],
})
