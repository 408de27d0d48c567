import { z } from 'zod'
import { jsonValue } from './json.ts'
import { nodeId, timeZone, variableName, words } from './nodes/fields.ts'
import { flowNodeSchema, nodeName, position } from './nodes/index.ts'

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

export const VARIABLE_TYPES = ['text', 'number', 'boolean', 'date', 'list', 'object'] as const

/** A variable that the author declares, so that it has a value from the start. */
export const flowVariable = z.strictObject({
  name: variableName,
  type: z.enum(VARIABLE_TYPES).default('text'),
  default: jsonValue.nullable().default(null),
  description: words(500).default(''),
})
export type FlowVariable = z.infer<typeof flowVariable>

export const flowSettings = z.strictObject({
  /** IANA name; empty: the workspace's. */
  timeZone: timeZone.or(z.literal('')).default(''),
  /** Language of ready-made sentences, as a BCP 47 tag. */
  language: z.string().min(2).max(35).default('en'),
  /** Where a phone number without country code is from (ISO 3166); empty: unknown. */
  defaultCountry: z
    .string()
    .regex(/^([A-Z]{2})?$/, 'Write the country as two capital letters, for example BR.')
    .default(''),
  /** What 03/04/2026 means. */
  dateOrder: z.enum(['dayFirst', 'monthFirst']).default('dayFirst'),
  /** What a tap on a button of an earlier message does. */
  staleTap: z.enum(['ignore', 'explain', 'jumpBack']).default('explain'),
  /** What `explain` says; empty: a ready-made sentence. */
  staleTapText: words(1_024).default(''),
})
export type FlowSettings = z.infer<typeof flowSettings>

/** A flow that can be published. */
export const flowSchema = z.object({
  nodes: z.array(flowNodeSchema).max(MAX_NODES),
  edges: z.array(edgeSchema).max(MAX_EDGES),
  variables: z.array(flowVariable).max(200).default([]),
  settings: flowSettings.default(() => flowSettings.parse({})),
})
export type Flow = z.infer<typeof flowSchema>

/** Serialised size, in UTF-16 units, that a draft may have. */
export const MAX_DRAFT_LENGTH = 4 * 1_048_576

/** A flow while its author works on it: nodes may be unfinished or of a type that is not known (yet). */
export const draftNode = z.looseObject({
  id: nodeId,
  type: z.string().max(64),
  name: nodeName.optional(),
  position,
  data: z.record(z.string(), jsonValue).default({}),
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
