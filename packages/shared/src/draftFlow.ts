import { z } from 'zod'
import type { Draft } from './draft/draft.ts'
import { jsonValue } from './json.ts'
import { nodeId, nodeName, position } from './nodes/fields.ts'

// What every page that lists flows needs to know of them: apart from the node types, whose checks are heavy to load.

export const MAX_NODES = 2_000
export const MAX_EDGES = 10_000

/** A line between two nodes. React Flow writes null where an edge leaves by the only handle. */
export const edgeSchema = z.object({
  id: z.string().min(1).max(256),
  source: nodeId,
  sourceHandle: z
    .string()
    .max(128)
    .nullish()
    .transform((handle) => handle ?? 'next'),
  target: nodeId,
})
export type FlowEdge = z.infer<typeof edgeSchema>

/** Serialised size, in UTF-16 units, that a draft may have. */
export const MAX_DRAFT_LENGTH = 4 * 1_048_576

/** A flow while its author works on it: nodes may be unfinished or of a type that is not known (yet). */
export const draftNode = z.looseObject({
  id: nodeId,
  type: z.string().max(64),
  name: nodeName.optional(),
  position,
  data: z.record(z.string(), jsonValue).default({}),
  /** By language, then by the key of the text. */
  translations: z.record(z.string(), z.record(z.string(), z.string())).optional(),
})
export type DraftNode = z.infer<typeof draftNode>

export const draftFlowSchema = z
  .looseObject({
    nodes: z.array(draftNode).max(MAX_NODES, `A flow has at most ${MAX_NODES} nodes.`).default([]),
    edges: z
      .array(z.looseObject(edgeSchema.shape))
      .max(MAX_EDGES, `A flow has at most ${MAX_EDGES} edges.`)
      .default([]),
    variables: z.array(z.record(z.string(), jsonValue)).max(1_000).default([]),
    settings: z.record(z.string(), jsonValue).default({}),
  })
  .refine((draft) => JSON.stringify(draft).length <= MAX_DRAFT_LENGTH, 'A flow has at most 4 MB.')
export type DraftFlow = z.infer<typeof draftFlowSchema>
/** A draft as it may be written: everything may be left out. */
export type DraftFlowInput = z.input<typeof draftFlowSchema>

/** Without what else may stand in the JSON of a flow. */
export const toDraft = ({ nodes, edges, variables, settings }: DraftFlow): Draft => ({
  nodes: nodes.map(({ id, type, name, position, data, translations }) => ({
    id,
    type,
    ...(name !== undefined && { name }),
    position,
    data,
    ...(translations && { translations }),
  })),
  edges,
  variables,
  settings,
})
