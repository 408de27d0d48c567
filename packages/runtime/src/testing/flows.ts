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

/** Nodes by id, as `['text', { text: 'Hello' }]`. */
export type DrawnNodes = Readonly<Record<string, readonly [type: string, data?: object]>>

/**
 * A flow as one would draw it: nodes by id and lines "ask.yes > thanks" (without a handle it is `next`). Where no node is
 * called `start`, any message begins it.
 */
export function drawFlow(nodes: DrawnNodes, lines: readonly string[], settings: object = {}): Flow {
  const start = ['start', { triggers: [{ type: 'anyMessage', id: 'any' }] }] as const
  const all: DrawnNodes = { start, ...nodes }
  return aFlow(
    Object.entries(all).map(([id, [type, data]]) => aNode(id, type, data)),
    lines.map((line) => {
      const [from = '', target = ''] = line.split(' > ')
      const [source = '', handle = 'next'] = from.split('.')
      return anEdge(source, handle, target)
    }),
    settings,
  )
}
