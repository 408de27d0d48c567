import { type Flow, flowSchema } from '@parley/shared'

/** Flows for tests: only what matters is written, the schema adds the defaults. */
export const aFlow = (
  nodes: readonly object[],
  edges: readonly object[],
  settings: object = {},
): Flow => flowSchema.parse({ nodes, edges, settings })

export const aNode = (id: string, type: string, data: object = {}) => ({
  id,
  type,
  position: { x: 0, y: 0 },
  data,
})

export const anEdge = (source: string, sourceHandle: string, target: string) => ({
  id: `${source}.${sourceHandle}`,
  source,
  sourceHandle,
  target,
})
