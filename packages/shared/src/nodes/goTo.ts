import { z } from 'zod'
import { defineNode } from './defineNode.ts'
import { nodeId } from './fields.ts'

export const goTo = defineNode({
  type: 'goTo',
  description: 'Jumps to another node without drawing a line across the canvas.',
  group: 'logic',
  data: z.strictObject({ nodeId: nodeId.min(1, 'Choose the step to jump to.') }),
  defaults: () => ({ nodeId: '' }),
  handles: () => [],
  hasInput: true,
  waits: () => false,
  templates: () => [],
  assigns: () => [],
  jumpsTo: (data) => [data.nodeId],
})
